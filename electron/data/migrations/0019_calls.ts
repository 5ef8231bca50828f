import type { Migration } from './migrate'

/**
 * What is being written down of telephone calls, one a case, with the token of the hold under which it was begun: a call
 * that was made can be recorded when the hold is gone. The index finds the cases that were called about.
 */
export const calls: Migration = {
  version: 19,
  name: '0019_calls',
  up: (db) =>
    db.exec(`
      CREATE TABLE call_draft (
        case_id TEXT NOT NULL PRIMARY KEY,
        round INTEGER NOT NULL,
        hold_token INTEGER,
        body TEXT NOT NULL CHECK (json_valid(body)),
        saved_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX queue_body_called ON queue_body (row_id) WHERE body ->> '$.calls' IS NOT NULL;
    `),
}
