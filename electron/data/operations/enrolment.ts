import {
  enrolmentMessage,
  enrolmentSchema,
  type Enrolment,
  type EnrolmentProblem,
} from '../../../shared/protocol/enrolment'
import { cutCarry, isCarrySigned, readCarryLine } from '../../../shared/protocol/carryFile'
import { keyFingerprint } from '../../../shared/protocol/keyFingerprint'
import { refusal, success, type Result } from '../../../shared/result'
import { openSealed } from '../../common/crypto/ageSeal'
import { carryCodec } from '../../common/crypto/carrySeal'
import { packCrypto } from '../../common/crypto/packCrypto'
import { inTransaction } from '../connection/handles'
import type { StoredSession } from '../dataOperations'
import type { EnrolmentOperations } from '../enrolmentOperations'
import { NO_CASE } from '../queries/auditQueries'
import { createSettleAudit } from './auditExchange'
import type { DataContext } from './dataContext'

/** The request of this desk. Its device is made here, when it has none yet. */
export function createEnrolmentRequest({
  db,
  queries,
}: DataContext): EnrolmentOperations['enrolmentRequest'] {
  return ({ username, now }) => {
    const { id: deviceId, signer } = inTransaction(db, () => queries.auditExchange.device())
    const { publicKey } = signer
    const content = { username, deviceId, publicKey, madeAt: now }
    const signature = signer.sign(enrolmentMessage(content))
    return {
      request: { format: 'beian-desk/enrolment-request', ...content, signature },
      fingerprint: keyFingerprint(publicKey, packCrypto),
    }
  }
}

/** Opens a reply for a desk that waits, and keeps what is in it in one transaction. */
export async function takeEnrolment(
  context: DataContext,
  request: Parameters<EnrolmentOperations['takeEnrolment']>[0],
): ReturnType<EnrolmentOperations['takeEnrolment']> {
  const opened = await openReply(context, request)
  if (!opened.ok) {
    return opened
  }
  const { user, server, reservations, recovery } = opened.value
  const session: StoredSession = {
    ...{ user, serverId: server.id, reservations, by: 'file' },
    ...{ token: null, tokenExpiresAt: null, refreshToken: null },
  }
  keep(context, opened.value, session, request.now)
  return success({ session, recovery })
}

/** What may be trusted of a reply: made for this desk, by the server whose fingerprint somebody has typed. */
async function openReply(
  { queries }: DataContext,
  { bytes, username, fingerprint }: Parameters<EnrolmentOperations['takeEnrolment']>[0],
): Promise<Result<Enrolment, EnrolmentProblem>> {
  if (queries.session.read() !== null) {
    return refusal('already-enrolled')
  }
  const read = readCarryLine(bytes)
  if (!read) {
    return refusal('not-a-reply')
  }
  const { header, sealed } = read
  if (header.direction !== 'enrolment') {
    return refusal('other-direction')
  }
  const { id: deviceId, signer } = queries.auditExchange.device()
  if (header.deviceId !== deviceId) {
    return refusal('other-machine')
  }
  const packed = await openSealed(sealed, signer.carryIdentity)
  const unsealed = packed && cutCarry(packed, carryCodec)
  const content = unsealed && parseContent(unsealed.text)
  if (!unsealed || !content || unsealed.rest.length > 0) {
    return refusal('damaged')
  }
  const { server, user, countersignature } = content
  if (!isCarrySigned(unsealed, header, server.publicKey, carryCodec)) {
    return refusal('not-signed')
  }
  if (header.serverId !== server.id || keyFingerprint(server.publicKey, packCrypto) !== fingerprint) {
    return refusal('other-server')
  }
  if (header.accountId !== user.id || user.username.toLowerCase() !== username.toLowerCase()) {
    return refusal('other-person')
  }
  return countersignature.sequence === queries.audit.last().sequence
    ? success(content)
    : refusal('already-enrolled')
}

function keep(
  context: DataContext,
  { server, countersignature, serverHead }: Enrolment,
  session: StoredSession,
  now: string,
): void {
  const { db, queries } = context
  inTransaction(db, () => {
    const settled = createSettleAudit(context)({
      ...{ outcome: 'countersigned', server, countersignature, serverHead, continuesServerHead: null },
    })
    if (settled.problem !== null) {
      // The server has signed the reply as a whole and not what is in it: nothing of it is kept.
      throw new Error('The server contradicts itself')
    }
    queries.session.save(session)
    const detail = { serverKey: keyFingerprint(server.publicKey, packCrypto) }
    queries.audit.append({
      at: now,
      actor: session.user.id,
      action: 'desk-enrolled',
      caseId: NO_CASE,
      detail,
    })
  })
}

function parseContent(text: string): Enrolment | null {
  try {
    return enrolmentSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
