import type { Migration } from './migrate'

/**
 * What pictures are found again by, and pictures of other cases that are looked at beside one that is here: they leave
 * with the case beside which they are looked at.
 */
export const reuse: Migration = {
  version: 11,
  name: '0011_reuse',
  up: (db) =>
    db.exec(`
      ALTER TABLE document_file ADD COLUMN fingerprint TEXT
        CHECK (fingerprint IS NULL OR fingerprint = 'none' OR length(fingerprint) = 256);

      CREATE TABLE reused_document (
        beside_case TEXT NOT NULL REFERENCES filing_case (case_id) ON DELETE CASCADE,
        case_id TEXT NOT NULL,
        round INTEGER NOT NULL,
        document_id TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        media_type TEXT NOT NULL,
        PRIMARY KEY (beside_case, case_id, round, document_id)
      ) STRICT;
      CREATE INDEX reused_document_sha256 ON reused_document (sha256);
      CREATE INDEX reused_document_place ON reused_document (case_id, round, document_id);
    `),
}
