import { z } from 'zod'
import { findingSchema, type Finding } from '../../../shared/imaging/findings'
import { readFieldSchema, type ReadField } from '../../../shared/reading/readField'
import type { Case } from '../../../shared/protocol/case'
import { certificateId } from '../../../shared/protocol/certificates'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import type { WantedDocument } from '../dataOperations'
import { parseStored } from './storedJson'

/** A document of a stored case and where its bytes are; null: not here yet. */
interface StoredDocument {
  readonly caseId: string
  readonly round: number
  readonly documentId: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly kind: string
  readonly face: string
  readonly state: 'stored' | 'failed' | null
  readonly findingsJson: string | null
  readonly readingJson: string | null
}

/**
 * Kind under which certificates of approval are listed with the documents of a case: fetched, sealed and looked at like them. They are
 * no evidence of the review, so nothing is read from them and nobody looks for them elsewhere.
 */
export const CERTIFICATE = 'approval-certificate'

type ImageFinding = Omit<Finding, 'documentId'>
const imageFindingsSchema = z.array(findingSchema.omit({ documentId: true }))
const fieldsSchema = z.array(readFieldSchema)

const DOCUMENTS = `
  SELECT d.case_id AS caseId, d.round, d.document_id AS documentId, d.sha256, d.bytes, d.media_type AS mediaType,
    d.kind, d.face, f.state, f.findings_json AS findingsJson,
    f.reading_json AS readingJson
  FROM case_document d LEFT JOIN document_file f USING (sha256)`

// One row a picture, however many cases list it; the case on screen first, then held, reserved and other ones.
const WORK_ORDER = `
  GROUP BY d.sha256
  ORDER BY MIN(CASE WHEN d.case_id = :first THEN 0 WHEN hold.kind = 'hold' THEN 1 WHEN hold.kind = 'reservation'
      THEN 2 ELSE 3 END), MIN(filing_case.due_at), MIN(d.position), d.sha256
  LIMIT :limit`
const WORK = `
  SELECT d.case_id AS caseId, d.round, d.document_id AS documentId, d.sha256, d.bytes, d.media_type AS mediaType,
    d.kind, d.face, json_extract(filing_case.body, '$.rounds[#-1].application.entity.kind') AS entityKind
  FROM case_document d JOIN filing_case USING (case_id) LEFT JOIN hold USING (case_id)
  LEFT JOIN document_file f USING (sha256)`

interface WorkParameters {
  readonly first: string | null
  readonly limit: number
}

/** Documents of stored cases, where their bytes are and what was found in them. */
export function createDocumentQueries(db: WritableDb) {
  const selectOfCase = prepareRead<StoredDocument, { caseId: string }>(
    db,
    `${DOCUMENTS} WHERE d.case_id = :caseId ORDER BY d.position`,
  )
  const selectOne = prepareRead<StoredDocument, { caseId: string; round: number; documentId: string }>(
    db,
    `${DOCUMENTS} WHERE d.case_id = :caseId AND d.round = :round AND d.document_id = :documentId`,
  )
  const selectListed = prepareRead<StoredDocument, { sha256: string }>(
    db,
    `${DOCUMENTS} WHERE d.sha256 = :sha256 LIMIT 1`,
  )
  const selectWanted = prepareRead<WantedDocument, WorkParameters>(
    db,
    `${WORK} WHERE (f.sha256 IS NULL OR f.state = 'failed') ${WORK_ORDER}`,
  )
  const selectUnexamined = prepareRead<WantedDocument, WorkParameters>(
    db,
    `${WORK} WHERE f.state = 'stored' AND f.findings_json IS NULL ${WORK_ORDER}`,
  )
  // Measuring goes first: it takes a fraction of the time.
  const selectUnread = prepareRead<WantedDocument, WorkParameters>(
    db,
    `${WORK} WHERE f.state = 'stored' AND f.findings_json IS NOT NULL AND f.reading_json IS NULL
       AND d.kind <> '${CERTIFICATE}' ${WORK_ORDER}`,
  )
  const removeOfCase = prepareWrite<{ caseId: string }>(
    db,
    'DELETE FROM case_document WHERE case_id = :caseId',
  )
  const insert = prepareWrite<Omit<WantedDocument, 'entityKind'> & { position: number }>(
    db,
    `INSERT INTO case_document (case_id, round, document_id, position, sha256, bytes, media_type, kind, face)
     VALUES (:caseId, :round, :documentId, :position, :sha256, :bytes, :mediaType, :kind, :face)`,
  )
  const upsertFile = prepareWrite<{ sha256: string; state: 'stored' | 'failed' }>(
    db,
    `INSERT INTO document_file (sha256, state) VALUES (:sha256, :state)
     ON CONFLICT (sha256) DO UPDATE SET state = excluded.state`,
  )
  const removeFile = prepareWrite<{ sha256: string }>(db, 'DELETE FROM document_file WHERE sha256 = :sha256')
  const removeFailed = prepareWrite(db, `DELETE FROM document_file WHERE state = 'failed'`)
  const updateFindings = prepareWrite<{ sha256: string; findingsJson: string }>(
    db,
    `UPDATE document_file SET findings_json = :findingsJson WHERE sha256 = :sha256 AND state = 'stored'`,
  )
  const updateReading = prepareWrite<{ sha256: string; readingJson: string }>(
    db,
    `UPDATE document_file SET reading_json = :readingJson WHERE sha256 = :sha256 AND state = 'stored'`,
  )
  const selectUnlisted = prepareRead<{ readonly sha256: string }>(
    db,
    `SELECT sha256 FROM document_file
     WHERE NOT EXISTS (SELECT 1 FROM case_document d WHERE d.sha256 = document_file.sha256)
       AND NOT EXISTS (SELECT 1 FROM reused_document r WHERE r.sha256 = document_file.sha256)
       AND NOT EXISTS (SELECT 1 FROM chosen_certificate c WHERE c.sha256 = document_file.sha256)`,
  )
  const selectFiles = prepareRead<{ readonly sha256: string }>(
    db,
    `SELECT sha256 FROM document_file WHERE state = 'stored'`,
  )
  const selectTotals = prepareRead<{
    readonly total: number
    readonly stored: number
    readonly examined: number
  }>(
    db,
    `SELECT COUNT(*) AS total, COALESCE(SUM(f.state = 'stored'), 0) AS stored,
       COUNT(f.findings_json) AS examined
     FROM (SELECT DISTINCT sha256 FROM case_document) LEFT JOIN document_file f USING (sha256)`,
  )

  return {
    /** Documents of every round, the newest round first; certificates of approval behind them. */
    ofCase: (caseId: string): readonly StoredDocument[] => selectOfCase.all({ caseId }),
    find: (caseId: string, round: number, documentId: string): StoredDocument | null =>
      selectOne.get({ caseId, round, documentId }) ?? null,
    /** Any document of a stored case with these bytes. */
    listed: (sha256: string): StoredDocument | null => selectListed.get({ sha256 }) ?? null,
    wanted: (limit: number, firstCase: string | null): readonly WantedDocument[] =>
      selectWanted.all({ first: firstCase, limit }),
    unexamined: (limit: number, firstCase: string | null): readonly WantedDocument[] =>
      selectUnexamined.all({ first: firstCase, limit }),
    unread: (limit: number, firstCase: string | null): readonly WantedDocument[] =>
      selectUnread.all({ first: firstCase, limit }),
    replaceList(filingCase: Case): void {
      removeOfCase.run({ caseId: filingCase.id })
      const newestFirst = filingCase.rounds
        .toReversed()
        .flatMap(({ round, documents }) => documents.map((document) => ({ round, document })))
      for (const [position, { round, document }] of newestFirst.entries()) {
        const { id: documentId, sha256, bytes, mediaType, kind, face } = document
        const { id: caseId } = filingCase
        insert.run({ caseId, round, documentId, position, sha256, bytes, mediaType, kind, face })
      }
      for (const [index, certificate] of (filingCase.certificates ?? []).entries()) {
        const { round, sha256, bytes, mediaType } = certificate
        insert.run({
          ...{ caseId: filingCase.id, round, documentId: certificateId(certificate) },
          ...{
            position: newestFirst.length + index,
            sha256,
            bytes,
            mediaType,
            kind: CERTIFICATE,
            face: 'page',
          },
        })
      }
    },
    markFile(sha256: string, state: 'stored' | 'failed'): void {
      upsertFile.run({ sha256, state })
    },
    forgetFile(sha256: string): void {
      removeFile.run({ sha256 })
    },
    /** What arrived wrong is asked for again. */
    forgetFailures(): void {
      removeFailed.run(NO_PARAMETERS)
    },
    storeFindings(sha256: string, findings: readonly ImageFinding[]): void {
      updateFindings.run({ sha256, findingsJson: JSON.stringify(imageFindingsSchema.parse(findings)) })
    },
    storeReading(sha256: string, fields: readonly ReadField[]): void {
      updateReading.run({ sha256, readingJson: JSON.stringify(fieldsSchema.parse(fields)) })
    },
    /** Files that no stored case lists any more. */
    unlisted: (): readonly string[] => selectUnlisted.all(NO_PARAMETERS).map((row) => row.sha256),
    /** Distinct pictures of stored cases: how many there are, are here, have been examined. */
    totals: () => selectTotals.get(NO_PARAMETERS) ?? { total: 0, stored: 0, examined: 0 },
    storedFiles: (): readonly string[] => selectFiles.all(NO_PARAMETERS).map((row) => row.sha256),
  }
}

/** Findings of a stored document, as they are about this document. */
export function findingsOf(document: StoredDocument): readonly Finding[] {
  const findings =
    document.findingsJson === null
      ? []
      : parseStored(imageFindingsSchema, document.findingsJson, 'document_file.findings_json')
  return findings.map((finding) => ({ ...finding, documentId: document.documentId }))
}

/** What was read from a stored document; null while nobody has. */
export function readingOf({ readingJson }: StoredDocument): readonly ReadField[] | null {
  return readingJson === null ? null : parseStored(fieldsSchema, readingJson, 'document_file.reading_json')
}
