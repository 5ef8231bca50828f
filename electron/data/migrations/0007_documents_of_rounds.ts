import type { Migration } from './migrate'

/**
 * Documents of every round have a row of their own: ids are unique within a round only, and a page of an earlier round
 * is looked at beside the one that took its place.
 */
export const documentsOfRounds: Migration = {
  version: 7,
  name: '0007_documents_of_rounds',
  up: (db) =>
    db.exec(`
      ALTER TABLE case_document RENAME TO case_document_before;
      DROP INDEX case_document_sha256;
      CREATE TABLE case_document (
        case_id TEXT NOT NULL REFERENCES filing_case (case_id) ON DELETE CASCADE,
        round INTEGER NOT NULL,
        document_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        kind TEXT NOT NULL,
        face TEXT NOT NULL,
        PRIMARY KEY (case_id, round, document_id)
      ) STRICT;
      CREATE INDEX case_document_sha256 ON case_document (sha256);

      -- What was listed stood for the newest round that has the id.
      INSERT INTO case_document
        SELECT old.case_id,
          coalesce(
            (SELECT max(round.value ->> 'round')
             FROM json_each(filing_case.body, '$.rounds') round, json_each(round.value, '$.documents') document
             WHERE document.value ->> 'id' = old.document_id),
            filing_case.round),
          old.document_id, old.position, old.sha256, old.bytes, old.media_type, old.kind, old.face
        FROM case_document_before old JOIN filing_case USING (case_id);
      INSERT OR IGNORE INTO case_document
        SELECT filing_case.case_id, round.value ->> 'round', document.value ->> 'id',
          1000 * (filing_case.round - (round.value ->> 'round')) + document.key, document.value ->> 'sha256',
          document.value ->> 'bytes', document.value ->> 'mediaType', document.value ->> 'kind',
          document.value ->> 'face'
        FROM filing_case, json_each(filing_case.body, '$.rounds') round,
          json_each(round.value, '$.documents') document;
      DROP TABLE case_document_before;
    `),
}
