import type { Migration } from './migrate'

/**
 * Parts of documents that are on their way, in here and not in files, so that they are encrypted and leave with the case
 * in one transaction. And when a case came, for those that are here only to be read.
 */
export const documentParts: Migration = {
  version: 17,
  name: '0017_document_parts',
  up: (db) =>
    db.exec(`
      CREATE TABLE document_part (
        sha256 TEXT NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        bytes BLOB NOT NULL,
        PRIMARY KEY (sha256, start)
      ) STRICT;
      ALTER TABLE filing_case ADD COLUMN stored_at INTEGER NOT NULL DEFAULT 0;
    `),
}
