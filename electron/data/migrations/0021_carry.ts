import type { Migration } from './migrate'

/** Hand-carry bundles of this desk: how far either direction has counted, and when. One row. */
export const carry: Migration = {
  version: 21,
  name: '0021_carry',
  up: (db) =>
    db.exec(`
      CREATE TABLE carry (
        single INTEGER NOT NULL PRIMARY KEY CHECK (single = 1),
        number_out INTEGER NOT NULL DEFAULT 0,
        given_at TEXT,
        given_commands INTEGER NOT NULL DEFAULT 0,
        number_in INTEGER NOT NULL DEFAULT 0,
        taken_at TEXT,
        taken_until TEXT
      ) STRICT;
      INSERT INTO carry (single) VALUES (1);
    `),
}
