import type { Migration } from './migrate'

/** The packs by which the server judges, and the files of those that did not come with the application. */
export const rulePacks: Migration = {
  version: 9,
  name: '0009_rule_packs',
  up: (db) =>
    db.exec(`
      CREATE TABLE rule_pack (
        version TEXT NOT NULL PRIMARY KEY,
        body TEXT NOT NULL CHECK (json_valid(body)),
        is_listed INTEGER NOT NULL CHECK (is_listed IN (0, 1)),
        files_json TEXT CHECK (files_json IS NULL OR json_valid(files_json))
      ) STRICT;
    `),
}
