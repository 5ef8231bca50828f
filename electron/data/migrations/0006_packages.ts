import type { Migration } from './migrate'

/** Submission packages exported here, and the command that reported the hand-over of one, if any. */
export const packages: Migration = {
  version: 6,
  name: '0006_packages',
  up: (db) =>
    db.exec(`
      CREATE TABLE exported_package (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        submission_command TEXT
      ) STRICT;
      CREATE INDEX exported_package_case ON exported_package (case_id);
    `),
}
