import type { DocumentRef } from '../../../shared/ipc/documentUrl'
import { CERTIFICATE } from './documentQueries'
import { prepareRead, prepareWrite, type WritableDb } from '../connection/handles'

interface Fingerprinted {
  readonly sha256: string
  readonly fingerprint: string | null
}

interface ReusedDocument {
  readonly sha256: string
  readonly mediaType: string
  readonly state: 'stored' | 'failed' | null
}

/** A picture that was looked at and has no fingerprint, apart from one that nobody has looked at. */
const NONE = 'none'

/** What pictures are found again by, and pictures of other cases that are looked at beside one that is here. */
export function createReuseQueries(db: WritableDb) {
  const selectUnfingerprinted = prepareRead<
    DocumentRef & { readonly sha256: string },
    { first: string | null; limit: number }
  >(
    db,
    `SELECT d.case_id AS caseId, d.round, d.document_id AS documentId, d.sha256
     FROM case_document d JOIN document_file f USING (sha256)
     WHERE f.state = 'stored' AND f.fingerprint IS NULL AND d.kind <> '${CERTIFICATE}'
     GROUP BY d.sha256 ORDER BY MIN(d.case_id IS NOT :first), MIN(d.position), d.sha256 LIMIT :limit`,
  )
  const updateFingerprint = prepareWrite<{ sha256: string; fingerprint: string }>(
    db,
    `UPDATE document_file SET fingerprint = :fingerprint WHERE sha256 = :sha256 AND state = 'stored'`,
  )
  const selectOfCase = prepareRead<Fingerprinted, { caseId: string; none: string }>(
    db,
    `SELECT DISTINCT sha256, NULLIF(f.fingerprint, :none) AS fingerprint
     FROM case_document d JOIN document_file f USING (sha256)
     WHERE d.case_id = :caseId AND f.fingerprint IS NOT NULL AND d.kind <> '${CERTIFICATE}'`,
  )
  const insertReused = prepareWrite<DocumentRef & { besideCase: string; sha256: string; mediaType: string }>(
    db,
    `INSERT OR REPLACE INTO reused_document (beside_case, case_id, round, document_id, sha256, media_type)
     VALUES (:besideCase, :caseId, :round, :documentId, :sha256, :mediaType)`,
  )
  const selectReused = prepareRead<ReusedDocument, { caseId: string; round: number; documentId: string }>(
    db,
    `SELECT r.sha256, r.media_type AS mediaType, f.state FROM reused_document r
     LEFT JOIN document_file f USING (sha256)
     WHERE r.case_id = :caseId AND r.round = :round AND r.document_id = :documentId LIMIT 1`,
  )
  const selectBesideHeld = prepareRead<{ readonly found: number }, { caseId: string }>(
    db,
    `SELECT 1 AS found FROM reused_document r JOIN hold h ON h.case_id = r.beside_case
     WHERE r.case_id = :caseId AND h.kind = 'hold' LIMIT 1`,
  )

  return {
    unfingerprinted: (limit: number, firstCase: string | null) =>
      selectUnfingerprinted.all({ first: firstCase, limit }),
    storeFingerprint(sha256: string, fingerprint: string | null): void {
      updateFingerprint.run({ sha256, fingerprint: fingerprint ?? NONE })
    },
    fingerprintsOf: (caseId: string): readonly Fingerprinted[] => selectOfCase.all({ caseId, none: NONE }),
    addReused(besideCase: string, other: DocumentRef, sha256: string, mediaType: string): void {
      insertReused.run({ ...other, besideCase, sha256, mediaType })
    },
    /** Whether a picture of that case is looked at beside one that is held here. */
    isBesideHeld: (caseId: string): boolean => selectBesideHeld.get({ caseId }) !== undefined,
    /** A picture of another case that was fetched to be looked at. */
    find: (caseId: string, round: number, documentId: string): ReusedDocument | null =>
      selectReused.get({ caseId, round, documentId }) ?? null,
  }
}
