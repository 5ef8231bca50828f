import type { Migration } from './migrate'

/** The person's own day: moves of the shift, quiet mode, holds that a supervisor moved, and what was notified of. */
export const workDay: Migration = {
  version: 23,
  name: '0023_work_day',
  up: (db) =>
    db.exec(`
      CREATE TABLE shift_move (
        sequence INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        move TEXT NOT NULL,
        at TEXT NOT NULL,
        is_told INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE quiet_mode (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;
      CREATE TABLE hold_move (
        case_id TEXT NOT NULL,
        token INTEGER NOT NULL,
        way TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (case_id, token, way)
      ) STRICT;
      CREATE TABLE notice_shown (
        key TEXT NOT NULL PRIMARY KEY,
        at INTEGER NOT NULL
      ) STRICT;
    `),
}
