import { followDevice } from './followDevice'
import { registerDevice } from './registerDevice'
import type { ServerSigner } from './serverSigner'
import { packCrypto } from '../rules/packCrypto'
import { appendAudit } from '../store/auditChain'
import { keepDeviceKey } from '../store/auditKeys'
import type { Database, Queryable } from '../store/database'
import { keepEntries, moveDeviceHead, refuseDevice, type KnownDevice } from '../store/devices'
import { readServerHead } from '../store/serverHead'
import type { Clock } from '../system'
import { BEGINNING } from '../../shared/audit/auditCrypto'
import { deviceHeadMessage, isServerHead, type ServerHead } from '../../shared/audit/signedHeads'
import type { AuditExchangeReply, AuditExchangeRequest, ChainProblem } from '../../shared/protocol/audit'
import { isSmallOrder } from '../../shared/protocol/carryKeys'
import { refusal, success, type Result } from '../../shared/result'

export interface ExchangeParts {
  readonly database: Database
  readonly clock: Clock
  readonly serverId: string
  readonly signer: ServerSigner
}

/**
 * Takes what a device's chain grew by, if it continues what is known of it, and signs for it. What does not continue
 * is refused, recorded once, and shown to auditors; nothing of it is kept. One that is only shorter is
 * recorded when the device stands by it. Refused as `forbidden`: a device of
 * somebody else, a signature that is not the device's or that anybody could make, entries of another person.
 */
export function exchangeDevice(
  parts: ExchangeParts,
  personId: string,
  request: AuditExchangeRequest,
): Promise<Result<AuditExchangeReply, 'forbidden'>> {
  const { deviceId, publicKey, head } = request
  const isOwn = packCrypto.verifyEd25519(publicKey, deviceHeadMessage(deviceId, head), head.signature)
  const isAnybodys = isSmallOrder(Buffer.from(publicKey, 'base64url'))
  if (!isOwn || isAnybodys || request.entries.some(({ actor }) => actor !== personId)) {
    return Promise.resolve(refusal('forbidden'))
  }
  const { clock } = parts
  return parts.database.transaction(async (tx) => {
    const device = { id: deviceId, accountId: personId, publicKey }
    const registered = await registerDevice(tx, device, personId, clock.now())
    if (!registered.ok) {
      return refusal('forbidden')
    }
    const known = registered.value
    const record = (kind: Kind, detail: Detail): Promise<string> =>
      appendAudit(tx, { at: clock.now(), kind, caseId: null, round: null, actorId: personId, detail })
    const followed = followDevice(known, request)
    if (!followed.ok) {
      const { sequence, hash } = known
      if (followed.error === 'forked' || isDisputed(known, request)) {
        await refuseOnce(tx, known, { problem: followed.error, ...head }, clock.now(), record)
      }
      return success({ outcome: 'refused', problem: followed.error, known: { sequence, hash } })
    }
    const { entries, end } = followed.value
    await keepEntries(tx, deviceId, entries)
    for (const { caseId, key } of request.keys) {
      await keepDeviceKey(tx, { caseId, deviceId, key })
    }
    if (entries.length > 0) {
      await record('device-countersigned', { deviceId, sequence: end.sequence, hash: end.hash })
    }
    await moveDeviceHead(tx, deviceId, end, clock.now())
    return success(await answer(tx, parts, { deviceId, ...end }, request.serverHead, record))
  })
}

type Kind = 'device-countersigned' | 'device-refused' | 'server-head-refused'
type Detail = Readonly<Record<string, string | number>>
type RecordEvent = (kind: Kind, detail: Detail) => Promise<string>

/**
 * Whether the device has heard what is known here and shows a shorter chain all the same. What it sent before it showed more may arrive
 * after that, by a line that was slow or through a bundle that was carried for days: nothing is wrong with its chain then.
 */
function isDisputed({ sequence, hash }: KnownDevice, { disputed }: AuditExchangeRequest): boolean {
  return disputed?.sequence === sequence && disputed.hash === hash
}

/** The same chain shown again, at every exchange, is one event. */
async function refuseOnce(
  tx: Queryable,
  known: KnownDevice,
  shown: { readonly problem: ChainProblem; readonly sequence: number; readonly hash: string },
  now: number,
  record: RecordEvent,
): Promise<void> {
  const { problem, sequence, hash } = shown
  if (known.refusedFor === problem && known.shownSequence === sequence && known.shownHash === hash) {
    return
  }
  await refuseDevice(tx, known.id, { problem, sequence, hash }, now)
  const detail = { deviceId: known.id, problem, sequence, hash }
  await record('device-refused', { ...detail, knownSequence: known.sequence, knownHash: known.hash })
}

async function answer(
  tx: Queryable,
  parts: ExchangeParts,
  device: { readonly deviceId: string; readonly sequence: number; readonly hash: string },
  brought: ServerHead | null,
  record: RecordEvent,
): Promise<AuditExchangeReply> {
  const { signer, clock, serverId } = parts
  const server = { id: serverId, publicKey: signer.publicKey }
  const continuesServerHead = brought === null ? null : await isInChain(tx, brought)
  // Our own signature on a head that we do not have: this chain was cut, or put back to an older state.
  if (brought !== null && continuesServerHead === false && isServerHead(packCrypto, server, brought)) {
    await record('server-head-refused', {
      deviceId: device.deviceId,
      sequence: brought.sequence,
      hash: brought.hash,
    })
  }
  const head = await readServerHead(tx)
  return {
    outcome: 'countersigned',
    server,
    countersignature: signer.countersign(device, clock.now()),
    serverHead: signer.signHead(head, clock.now()),
    continuesServerHead,
  }
}

async function isInChain(tx: Queryable, { sequence, hash }: ServerHead): Promise<boolean> {
  if (sequence === 0) {
    return hash === BEGINNING
  }
  const rows = await tx.query('SELECT 1 AS there FROM audit_entry WHERE sequence = $1 AND hash = $2', [
    sequence,
    hash,
  ])
  return rows.length > 0
}
