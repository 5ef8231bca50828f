import type { Migration } from './migrate'

/** Exports of many packages: a job and its items, so that it goes on where it was after any end of the application. */
export const exportJobs: Migration = {
  version: 18,
  name: '0018_export_jobs',
  up: (db) =>
    db.exec(`
      CREATE TABLE export_job (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'done', 'cancelled')),
        stopped TEXT,
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;
      CREATE TABLE export_item (
        export_id TEXT PRIMARY KEY,
        job_id TEXT NOT NULL REFERENCES export_job (id),
        position INTEGER NOT NULL,
        case_id TEXT NOT NULL,
        order_number TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
        -- What is about to stand in the folder, so that a file that is there already is known as our own.
        intent TEXT CHECK (intent IS NULL OR json_valid(intent)),
        problem TEXT,
        gaps TEXT CHECK (gaps IS NULL OR json_valid(gaps)),
        UNIQUE (job_id, position)
      ) STRICT;
      CREATE INDEX export_item_state ON export_item (job_id, state, position);
    `),
}
