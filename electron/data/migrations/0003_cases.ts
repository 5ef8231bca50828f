import type { Migration } from './migrate'

/**
 * What is here only with a right to it: holds, whole cases, their documents and what was found in them. Drafts and
 * the reason of a draw stand apart from the case, because they outlive its data here.
 */
export const cases: Migration = {
  version: 3,
  name: '0003_cases',
  up: (db) =>
    db.exec(`
      CREATE TABLE hold (
        case_id TEXT NOT NULL PRIMARY KEY,
        token INTEGER NOT NULL CHECK (token > 0),
        kind TEXT NOT NULL CHECK (kind IN ('hold', 'reservation')),
        since TEXT NOT NULL,
        expires_at TEXT NOT NULL,
        drawn_here INTEGER NOT NULL DEFAULT 0 CHECK (drawn_here IN (0, 1))
      ) STRICT;

      CREATE TABLE draw_reason (
        case_id TEXT NOT NULL PRIMARY KEY,
        reason TEXT NOT NULL CHECK (reason IN ('escalated', 'photo-waiting', 'most-overdue', 'due-first'))
      ) STRICT;

      CREATE TABLE filing_case (
        case_id TEXT NOT NULL PRIMARY KEY,
        version INTEGER NOT NULL,
        round INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        was_held INTEGER NOT NULL CHECK (was_held IN (0, 1)),
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;

      CREATE TABLE case_document (
        case_id TEXT NOT NULL REFERENCES filing_case (case_id) ON DELETE CASCADE,
        document_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        kind TEXT NOT NULL,
        face TEXT NOT NULL,
        PRIMARY KEY (case_id, document_id)
      ) STRICT;
      CREATE INDEX case_document_sha256 ON case_document (sha256);

      CREATE TABLE document_file (
        sha256 TEXT NOT NULL PRIMARY KEY,
        state TEXT NOT NULL CHECK (state IN ('stored', 'failed')),
        findings_json TEXT CHECK (findings_json IS NULL OR json_valid(findings_json))
      ) STRICT;

      CREATE TABLE draft (
        case_id TEXT NOT NULL,
        round INTEGER NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        saved_at TEXT NOT NULL,
        PRIMARY KEY (case_id, round)
      ) STRICT;
    `),
}
