import { randomBytes, randomUUID } from 'node:crypto'
import type { Countersignature, ServerHead } from '../../../shared/audit/signedHeads'
import { createDeviceSigner, type DeviceSigner } from '../../common/crypto/deviceSigner'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'

export type AuditProblem = 'refused' | 'server-key' | 'server-cut'

/** What the server has of this device's chain, and has said of its own, each under its signature. */
export interface AuditExchangeState {
  /** Last entry that the server has signed for. */
  readonly acknowledged: number
  readonly countersignature: Countersignature | null
  /** The first key that signed; no other is taken. */
  readonly server: { readonly id: string; readonly publicKey: string } | null
  readonly serverHead: ServerHead | null
  readonly problem: AuditProblem | null
}

interface ExchangeRow {
  readonly acknowledged: number
  readonly countersignature: string | null
  readonly server: string | null
  readonly serverHead: string | null
  readonly problem: AuditProblem | null
}

interface DeviceRow {
  readonly id: string
  readonly seed: string
}

/** The device that owns this profile's audit chain, and its exchange with the server. */
export function createAuditExchangeQueries(db: WritableDb) {
  const selectDevice = prepareRead<DeviceRow>(db, 'SELECT id, seed FROM device WHERE single = 1')
  const insertDevice = prepareWrite<DeviceRow & { readonly publicKey: string }>(
    db,
    'INSERT INTO device (single, id, public_key, seed) VALUES (1, :id, :publicKey, :seed)',
  )
  const selectState = prepareRead<ExchangeRow>(
    db,
    `SELECT acknowledged, countersignature_json AS countersignature, server_json AS server,
       server_head_json AS serverHead, problem FROM audit_exchange WHERE single = 1`,
  )
  const updateState = prepareWrite<ExchangeRow>(
    db,
    `UPDATE audit_exchange SET acknowledged = :acknowledged, countersignature_json = :countersignature,
       server_json = :server, server_head_json = :serverHead, problem = :problem WHERE single = 1`,
  )
  // A key is needed here until everything sealed under it has been acknowledged and the case has left.
  const deleteKeys = prepareWrite<{ readonly acknowledged: number }>(
    db,
    `DELETE FROM audit_case_key WHERE case_id NOT IN (SELECT case_id FROM filing_case)
       AND case_id NOT IN (SELECT case_id FROM audit_entry WHERE sequence > :acknowledged AND sealed IS NOT NULL)`,
  )

  function signerOf({ seed }: DeviceRow): DeviceSigner {
    return createDeviceSigner(Buffer.from(seed, 'hex'))
  }

  return {
    /** The device, made when there is none yet. */
    device(): { readonly id: string; readonly signer: DeviceSigner } {
      const known = selectDevice.get(NO_PARAMETERS)
      if (known !== undefined) {
        return { id: known.id, signer: signerOf(known) }
      }
      const made = { id: randomUUID(), seed: randomBytes(32).toString('hex') }
      const signer = signerOf(made)
      insertDevice.run({ ...made, publicKey: signer.publicKey })
      return { id: made.id, signer }
    },
    state(): AuditExchangeState {
      const row = selectState.get(NO_PARAMETERS)
      if (row === undefined) {
        throw new Error('The row of the audit exchange is missing')
      }
      // Written by `save` below from values that were parsed at the edge.
      return {
        acknowledged: row.acknowledged,
        countersignature: parsed(row.countersignature) as Countersignature | null,
        server: parsed(row.server) as AuditExchangeState['server'],
        serverHead: parsed(row.serverHead) as ServerHead | null,
        problem: row.problem,
      }
    },
    save(state: AuditExchangeState): void {
      updateState.run({
        acknowledged: state.acknowledged,
        countersignature: written(state.countersignature),
        server: written(state.server),
        serverHead: written(state.serverHead),
        problem: state.problem,
      })
    },
    forgetKeys(acknowledged: number): void {
      deleteKeys.run({ acknowledged })
    },
  }
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text)
}

function written(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
