import type { DocumentStore } from '../documents/documentStore'
import { appendAudit } from '../store/auditChain'
import { findCase } from '../store/cases'
import { insertCertificate } from '../store/certificates'
import { publishChanges } from '../store/changeFeed'
import type { Database, Queryable } from '../store/database'
import { findOrder } from '../store/receivedBundles'
import { sha256 as sha256Of } from '../store/sha256'
import type { Clock } from '../system'
import type { Case } from '../../shared/protocol/case'
import {
  judgeCertificate,
  type CertificateQuery,
  type CertificateRefusal,
  type CertificateReply,
} from '../../shared/protocol/certificates'

export interface CertificateParts {
  readonly database: Database
  readonly documents: DocumentStore
  readonly clock: Clock
}

/** What is to be done with the bytes of this hash: answered at once, or kept as the next edition for the approval. */
type Judged =
  | { readonly kind: 'answered'; readonly reply: CertificateReply }
  | {
      readonly kind: 'next'
      readonly filingCase: Case
      readonly approval: number
      readonly round: number
      readonly edition: number
    }

/**
 * Keeps the certificate of an approval. The same bytes again change nothing; other bytes are kept only in place of the certificate
 * that the person named as seen. The version of the case stays: a paper was added, nothing was decided. Bytes are written
 * first, under their hash; a transaction that fails then leaves what nobody refers to and is swept later.
 */
export async function keepCertificate(
  { database, documents, clock }: CertificateParts,
  accountId: string,
  query: CertificateQuery,
  content: Buffer,
): Promise<CertificateReply> {
  const mediaType = judgeCertificate(content)
  if (!mediaType.ok) {
    return refused(mediaType.error)
  }
  const sha256 = sha256Of(content)
  // Looked at without a lock first, so that what is not expected writes nothing.
  const expected = await judge(database, query, sha256, clock.now(), 'look')
  if (expected.kind === 'answered') {
    return expected.reply
  }
  await documents.put(sha256, content)
  return database.transaction(async (tx) => {
    const now = clock.now()
    const judged = await judge(tx, query, sha256, now, 'lock')
    if (judged.kind === 'answered') {
      return judged.reply
    }
    const { filingCase, approval, round, edition } = judged
    const certificate = { approval, edition, sha256, bytes: content.length, mediaType: mediaType.value }
    const auditHash = await appendAudit(tx, {
      at: now,
      kind: edition === 1 ? 'certificate-received' : 'certificate-replaced',
      caseId: filingCase.id,
      round,
      actorId: accountId,
      detail: { ...certificate, ...(query.replaces === undefined ? {} : { replaces: query.replaces }) },
    })
    await insertCertificate(tx, { ...certificate, caseId: filingCase.id, accountId, auditHash }, now)
    await publishChanges(tx, [filingCase.id])
    return { outcome: 'kept', caseId: filingCase.id, sha256 }
  })
}

async function judge(
  tx: Queryable,
  { orderNumber, replaces }: CertificateQuery,
  sha256: string,
  now: number,
  lock: 'look' | 'lock',
): Promise<Judged> {
  const order = await findOrder(tx, orderNumber, lock)
  // A purged case is not found: nothing is added to what was erased.
  const filingCase = order && (await findCase(tx, order.caseId, now))?.filingCase
  if (!filingCase) {
    return { kind: 'answered', reply: refused('unknown-order') }
  }
  const approved = filingCase.notices?.findLast(({ notice }) => notice.kind === 'approved')
  if (filingCase.state !== 'approved' || approved === undefined) {
    return { kind: 'answered', reply: refused('not-approved') }
  }
  const { caseVersion: approval, round } = approved
  const editions = (filingCase.certificates ?? []).filter((own) => own.approval === approval)
  const inForce = editions.at(-1)
  // A list that is taken in again names bytes that somebody may have replaced since.
  const isKnown =
    inForce?.sha256 === sha256 ||
    (replaces === undefined && editions.some((edition) => edition.sha256 === sha256))
  if (isKnown) {
    return { kind: 'answered', reply: { outcome: 'twice', caseId: filingCase.id, sha256 } }
  }
  return inForce?.sha256 === replaces
    ? { kind: 'next', filingCase, approval, round, edition: editions.length + 1 }
    : { kind: 'answered', reply: refused('another-kept') }
}

function refused(code: CertificateRefusal): CertificateReply {
  return { outcome: 'refused', code }
}
