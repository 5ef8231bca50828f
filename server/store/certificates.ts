import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { Case } from '../../shared/protocol/case'
import type { Certificate } from '../../shared/protocol/certificates'

/** Stores a further certificate of an approval. Its bytes are in the document store before. */
export async function insertCertificate(
  tx: Queryable,
  certificate: Pick<Certificate, 'approval' | 'edition' | 'sha256' | 'bytes' | 'mediaType'> & {
    readonly caseId: string
    readonly accountId: string
    readonly auditHash: string
  },
  now: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO case_certificate (case_id, approval, edition, sha256, bytes, media_type, account_id, received_at, audit_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      certificate.caseId,
      certificate.approval,
      certificate.edition,
      certificate.sha256,
      certificate.bytes,
      certificate.mediaType,
      certificate.accountId,
      isoInstant(now),
      certificate.auditHash,
    ],
  )
}

/** Every certificate of the case, in the order of approvals and editions; nothing where there is none. */
export async function readCertificates(tx: Queryable, caseId: string): Promise<Pick<Case, 'certificates'>> {
  const rows = await tx.query<{
    approval: number
    round: number
    edition: number
    sha256: string
    bytes: number
    media_type: Certificate['mediaType']
    received_at: Date
    display_name: string
  }>(
    `SELECT approval, round, edition, sha256, bytes, media_type, received_at, display_name FROM case_certificate
     JOIN case_notice ON case_notice.case_id = case_certificate.case_id AND case_version = approval
     JOIN account ON account.id = case_certificate.account_id
     WHERE case_certificate.case_id = $1 ORDER BY approval, edition`,
    [caseId],
  )
  const certificates = rows.map((row) => ({
    approval: row.approval,
    round: row.round,
    edition: row.edition,
    sha256: row.sha256,
    bytes: row.bytes,
    mediaType: row.media_type,
    receivedAt: row.received_at.toISOString(),
    by: row.display_name,
  }))
  return certificates.length === 0 ? {} : { certificates }
}
