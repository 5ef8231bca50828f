import type { Migration } from './migrate'

/**
 * Reading the queue from the beginning while it stays in use: `pass` counts the readings, each row carries the one in
 * which the server last named it, and what the present one did not name can leave at its end.
 */
export const resync: Migration = {
  version: 12,
  name: '0012_resync',
  up: (db) =>
    db.exec(`
      ALTER TABLE queue_row ADD COLUMN pass INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE feed ADD COLUMN pass INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE feed ADD COLUMN is_resyncing INTEGER NOT NULL DEFAULT 0 CHECK (is_resyncing IN (0, 1));
    `),
}
