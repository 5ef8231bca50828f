import { carryCodec, sealForKey } from './carrySeal'
import { reservationsOf } from '../accounts/reservationsOf'
import { registerDevice } from '../audit/registerDevice'
import type { ServerSigner } from '../audit/serverSigner'
import { lockAccount } from '../store/accounts'
import { appendAudit } from '../store/auditChain'
import type { Database, Queryable } from '../store/database'
import { readServerHead } from '../store/serverHead'
import { isoInstant, type Clock } from '../system'
import { packCrypto } from '../rules/packCrypto'
import type { CarryHeader } from '../../shared/protocol/carry'
import { carryLine, carryMessage, packCarry } from '../../shared/protocol/carryFile'
import { isSmallOrder } from '../../shared/protocol/carryKeys'
import {
  isEnrolmentSigned,
  type Enrolment,
  type EnrolmentAnswer,
  type EnrolmentRefusal,
  type EnrolmentRequest,
} from '../../shared/protocol/enrolment'
import type { RecoverySettings } from '../../shared/protocol/recovery'
import { refusal, success, type Result } from '../../shared/result'
import { may } from '../../shared/review/rights'

interface EnrolmentParts {
  readonly database: Database
  readonly clock: Clock
  readonly signer: ServerSigner
  readonly serverId: string
  readonly recovery: RecoverySettings | null
}

/**
 * Makes a desk known by its request, as its first exchange over a network would, and writes the reply that makes this server known to
 * the desk. The same request may be answered any number of times, until the desk has been at work. `by`: who carries; that the
 * fingerprint of the desk was compared is their word, and in the audit under their name.
 */
export async function enrolDesk(
  parts: EnrolmentParts,
  by: string,
  request: EnrolmentRequest,
): Promise<EnrolmentAnswer> {
  const isAnybodys = isSmallOrder(Buffer.from(request.publicKey, 'base64url'))
  if (isAnybodys || !isEnrolmentSigned(request, packCrypto)) {
    return { outcome: 'refused', problem: 'not-signed' }
  }
  const enrolled = await parts.database.transaction((tx) => enrol(tx, parts, by, request))
  if (!enrolled.ok) {
    return { outcome: 'refused', problem: enrolled.error }
  }
  const { user } = enrolled.value
  const header: CarryHeader = {
    direction: 'enrolment',
    serverId: parts.serverId,
    accountId: user.id,
    deviceId: request.deviceId,
  }
  const text = JSON.stringify(enrolled.value)
  const signature = parts.signer.signCarry(carryMessage(header, text, carryCodec))
  const sealed = await sealForKey(packCarry(text, signature, [], carryCodec), request.publicKey)
  const file = Buffer.concat([carryCodec.encode(carryLine(header)), sealed]).toString('base64')
  return {
    outcome: 'enrolled',
    displayName: user.displayName,
    serverKey: parts.signer.publicKey,
    file,
  }
}

async function enrol(
  tx: Queryable,
  { clock, signer, serverId, recovery }: EnrolmentParts,
  by: string,
  { username, deviceId, publicKey }: EnrolmentRequest,
): Promise<Result<Enrolment, EnrolmentRefusal>> {
  const now = clock.now()
  const account = await lockAccount(tx, username)
  if (!account) {
    return refusal('account-unknown')
  }
  const { user, isClosed } = account
  if (isClosed) {
    return refusal('account-closed')
  }
  if (!may(user.role, 'draw')) {
    return refusal('no-cases')
  }
  const device = await registerDevice(tx, { id: deviceId, accountId: user.id, publicKey }, by, now)
  if (!device.ok) {
    return device
  }
  const { sequence, hash } = device.value
  if (sequence > 0) {
    return refusal('already-enrolled')
  }
  const detail = { deviceId, accountId: user.id }
  await appendAudit(tx, { at: now, kind: 'desk-enrolled', caseId: null, round: null, actorId: by, detail })
  return success({
    madeAt: isoInstant(now),
    server: { id: serverId, publicKey: signer.publicKey },
    user,
    reservations: reservationsOf(user.role),
    ...(recovery === null ? {} : { recovery }),
    countersignature: signer.countersign({ deviceId, sequence, hash }, now),
    // Read after the entry was written, so that the desk is told of its own enrolment.
    serverHead: signer.signHead(await readServerHead(tx), now),
  })
}
