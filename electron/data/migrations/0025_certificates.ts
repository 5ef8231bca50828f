import type { Migration } from './migrate'

/**
 * Certificates of approval that were chosen here and that the server has not answered yet; one a case. Their bytes are sealed like
 * those of documents. What the server has of them is listed with the documents of the case.
 */
export const certificates: Migration = {
  version: 25,
  name: '0025_certificates',
  up: (db) =>
    db.exec(`
      CREATE TABLE chosen_certificate (
        case_id TEXT NOT NULL PRIMARY KEY,
        order_number TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL CHECK (bytes > 0),
        media_type TEXT NOT NULL,
        replaces TEXT,
        chosen_at TEXT NOT NULL,
        problem TEXT
      ) STRICT;
      CREATE INDEX chosen_certificate_sha256 ON chosen_certificate (sha256);
    `),
}
