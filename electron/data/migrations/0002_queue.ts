import type { Migration } from './migrate'

/**
 * The queue as the feed tells it. What is filtered and sorted by stands in a narrow table that stays in memory; the
 * row as it came stands beside it. Instants to sort by are epoch milliseconds, because the feed's texts may carry
 * different offsets. `decided_here` marks rows whose decision made here the feed does not show yet; `part` is the
 * view a row belongs to, so that each view can be walked in order by an index.
 *
 * Both search indexes hold one character a token for Chinese text. `open_search` has what every queue row shows;
 * `case_search` has that and the words of the whole case, for the few cases whose data is here. Its secure-delete
 * takes the words out of the file when the case leaves, which would be slow on an index of the whole queue.
 */
export const queue: Migration = {
  version: 2,
  name: '0002_queue',
  up: (db) =>
    db.exec(`
      CREATE TABLE queue_row (
        row_id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL UNIQUE,
        version INTEGER NOT NULL,
        round INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending-review', 'escalated', 'returned', 'awaiting-photo',
          'photo-review', 'passed', 'submitted')),
        filing_type TEXT NOT NULL CHECK (filing_type IN ('first-filing', 'add-provider',
          'new-service-filed-elsewhere', 'new-service-filed-here', 'change', 'claim', 'cancel-entity',
          'cancel-service', 'remove-provider')),
        province TEXT NOT NULL,
        entity_kind TEXT NOT NULL CHECK (entity_kind IN ('individual', 'organization')),
        order_number TEXT NOT NULL,
        submitted_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        decided_here INTEGER NOT NULL DEFAULT 0 CHECK (decided_here IN (0, 1)),
        part TEXT NOT NULL GENERATED ALWAYS AS (
          CASE
            WHEN decided_here THEN 'decided'
            WHEN state IN ('pending-review', 'photo-review') THEN 'open'
            WHEN state IN ('escalated', 'passed') THEN state
            ELSE 'done'
          END) VIRTUAL
      ) STRICT;
      CREATE INDEX queue_row_due ON queue_row (due_at);
      CREATE INDEX queue_row_submitted ON queue_row (submitted_at);
      CREATE INDEX queue_row_order ON queue_row (order_number);
      CREATE INDEX queue_row_part_due ON queue_row (part, due_at);
      CREATE INDEX queue_row_part_submitted ON queue_row (part, submitted_at);
      CREATE INDEX queue_row_part_order ON queue_row (part, order_number);

      CREATE TABLE queue_body (
        row_id INTEGER PRIMARY KEY REFERENCES queue_row (row_id) ON DELETE CASCADE,
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;

      CREATE VIRTUAL TABLE open_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 0');
      CREATE VIRTUAL TABLE case_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 0');
      INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1);
    `),
}
