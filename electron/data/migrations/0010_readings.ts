import type { Migration } from './migrate'

/** What was read from a picture stands beside what was found in it, and leaves with it. */
export const readings: Migration = {
  version: 10,
  name: '0010_readings',
  up: (db) =>
    db.exec(`
      ALTER TABLE document_file ADD COLUMN reading_json TEXT CHECK (reading_json IS NULL OR json_valid(reading_json));
    `),
}
