import type { DeviceEntry } from '../../../shared/audit/chainEntries'
import { deviceHeadMessage, isCountersigned, isServerHead } from '../../../shared/audit/signedHeads'
import type { AuditExchangeReply, AuditExchangeRequest } from '../../../shared/protocol/audit'
import { packCrypto } from '../../common/crypto/packCrypto'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import type { AuditExchangeState, AuditProblem } from '../queries/auditExchangeQueries'
import type { DataContext } from './dataContext'

const MOST_ENTRIES = 200
/** Half of what the server takes in one request, so that keys and head have room. */
const MOST_BYTES = 2 * 1024 * 1024

/** What the server has not signed for yet, under this device's signature. */
export function createAuditToSend(context: DataContext): DataOperations['auditToSend'] {
  const { db, queries } = context
  return () => inTransaction(db, () => auditRequestFrom(context, queries.auditExchange.state().acknowledged))
}

/** The same from behind an entry on; the caller is in a transaction. */
export function auditRequestFrom({ queries }: DataContext, from: number): AuditExchangeRequest {
  const { id: deviceId, signer } = queries.auditExchange.device()
  const { serverHead } = queries.auditExchange.state()
  const entries = withinBytes(queries.audit.after(from, MOST_ENTRIES))
  const place = entries.at(-1) ?? { sequence: from, hash: queries.audit.hashAt(from) }
  const last = queries.audit.last()
  // A chain that was cut here shows what it has; the server knows what is missing.
  const head =
    place.hash === null
      ? { ...last, length: last.sequence }
      : { sequence: place.sequence, hash: place.hash, length: last.sequence }
  const cases = new Set(entries.filter(({ sealed }) => sealed !== null).map(({ caseId }) => caseId))
  return {
    deviceId,
    publicKey: signer.publicKey,
    head: { ...pick(head), signature: signer.sign(deviceHeadMessage(deviceId, pick(head))) },
    entries: entries.map(entryOnly),
    keys: [...cases].flatMap((caseId) => {
      const key = queries.audit.keyOf(caseId)
      return key === null ? [] : [{ caseId, key }]
    }),
    serverHead,
    disputed: null,
  }
}

type Head = Omit<AuditExchangeRequest['head'], 'signature'>

function pick({ sequence, hash, length }: Head): Head {
  return { sequence, hash, length }
}

function entryOnly(entry: DeviceEntry): DeviceEntry {
  const { sequence, at, actor, action, caseId, detailJson, sealed } = entry
  return { sequence, at, actor, action, caseId, detailJson, sealed }
}

function withinBytes<Entry extends DeviceEntry>(entries: readonly Entry[]): readonly Entry[] {
  let bytes = 0
  const end = entries.findIndex((entry) => {
    bytes += entry.detailJson.length + (entry.sealed?.length ?? 0)
    return bytes > MOST_BYTES
  })
  // One entry alone always goes.
  return end === -1 ? entries : entries.slice(0, Math.max(end, 1))
}

/** Takes the server's answer, if what it signed is true of what is here. */
export function createSettleAudit({ db, queries }: DataContext): DataOperations['settleAudit'] {
  return (reply) =>
    inTransaction(db, () => {
      const state = queries.auditExchange.state()
      const next = settled(state, reply, (sequence) => queries.audit.hashAt(sequence))
      queries.auditExchange.save(next)
      queries.auditExchange.forgetKeys(next.acknowledged)
      return {
        problem: next.problem,
        more: next.problem === null && next.acknowledged < queries.audit.last().sequence,
      }
    })
}

function settled(
  state: AuditExchangeState,
  reply: AuditExchangeReply,
  hashAt: (sequence: number) => string | null,
): AuditExchangeState {
  if (reply.outcome === 'refused') {
    return { ...state, problem: 'refused' }
  }
  const server = state.server ?? reply.server
  const { countersignature, serverHead } = reply
  const isSigned =
    isCountersigned(packCrypto, server, countersignature) && isServerHead(packCrypto, server, serverHead)
  if (!isSigned || countersignature.hash !== hashAt(countersignature.sequence)) {
    return { ...state, problem: 'server-key' }
  }
  const problem = serverProblem(state, reply)
  return {
    acknowledged: Math.max(state.acknowledged, countersignature.sequence),
    countersignature,
    server,
    // The head that the server denies is the proof against it, so it is kept and shown again.
    serverHead: problem === null ? serverHead : state.serverHead,
    problem,
  }
}

function serverProblem(
  { serverHead: known }: AuditExchangeState,
  reply: Extract<AuditExchangeReply, { outcome: 'countersigned' }>,
): AuditProblem | null {
  const isShorter = known !== null && reply.serverHead.sequence < known.sequence
  return isShorter || reply.continuesServerHead === false ? 'server-cut' : null
}
