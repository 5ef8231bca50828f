import type { Migration } from './migrate'

/** Who is signed in, and how far the change feed has been applied. Both are single rows. */
export const sessionAndFeed: Migration = {
  version: 1,
  name: '0001_session_and_feed',
  up: (db) =>
    db.exec(`
      CREATE TABLE session (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        user_json TEXT NOT NULL CHECK (json_valid(user_json)),
        server_id TEXT NOT NULL,
        token TEXT,
        token_expires_at TEXT,
        reservations INTEGER NOT NULL CHECK (reservations >= 0)
      ) STRICT;

      CREATE TABLE feed (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        cursor INTEGER NOT NULL CHECK (cursor >= 0)
      ) STRICT;
      INSERT INTO feed (id, cursor) VALUES (1, 0);
    `),
}
