import type { Migration } from './migrate'

/** A person may have been made known by file: the table whose check names the ways is made anew. */
export const enrolledByFile: Migration = {
  version: 26,
  name: '0026_enrolled_by_file',
  up: (db) =>
    db.exec(`
      CREATE TABLE session_next (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        user_json TEXT NOT NULL CHECK (json_valid(user_json)),
        server_id TEXT NOT NULL,
        token TEXT,
        token_expires_at TEXT,
        reservations INTEGER NOT NULL CHECK (reservations >= 0),
        refresh_token TEXT,
        signed_in_by TEXT NOT NULL DEFAULT 'password' CHECK (signed_in_by IN ('password', 'company', 'file'))
      ) STRICT;
      INSERT INTO session_next (id, user_json, server_id, token, token_expires_at, reservations, refresh_token,
          signed_in_by)
        SELECT id, user_json, server_id, token, token_expires_at, reservations, refresh_token, signed_in_by
          FROM session;
      DROP TABLE session;
      ALTER TABLE session_next RENAME TO session;
    `),
}
