import type { Migration } from './migrate'

/** An answer of the server that would remove too much is not applied until a person has looked. One row a kind. */
export const deletionStop: Migration = {
  version: 16,
  name: '0016_deletion_stop',
  up: (db) =>
    db.exec(`
      CREATE TABLE deletion_stop (
        what TEXT NOT NULL PRIMARY KEY CHECK (what IN ('holds', 'queue')),
        would_go INTEGER NOT NULL,
        of_all INTEGER NOT NULL,
        since TEXT NOT NULL,
        is_allowed INTEGER NOT NULL DEFAULT 0 CHECK (is_allowed IN (0, 1))
      ) STRICT;
    `),
}
