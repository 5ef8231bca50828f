import type { Migration } from './migrate'

/**
 * The queue's tables without the lists of what a state or a kind of filing may be called. Every row comes through the
 * schema of the protocol and is read back through it; checking the names a second time, text by text, took a quarter of the
 * time in which the first exchange writes a queue of 100,000 rows. For the same reason `part`, which three
 * indexes have worked out for each row, compares the state instead of looking it up in lists.
 */
export const lighterQueue: Migration = {
  version: 24,
  name: '0024_lighter_queue',
  up: (db) =>
    db.exec(`
      CREATE TABLE queue_row_next (
        row_id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL UNIQUE,
        version INTEGER NOT NULL,
        round INTEGER NOT NULL,
        state TEXT NOT NULL,
        filing_type TEXT NOT NULL,
        province TEXT NOT NULL,
        entity_kind TEXT NOT NULL,
        order_number TEXT NOT NULL,
        submitted_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        decided_here INTEGER NOT NULL DEFAULT 0 CHECK (decided_here IN (0, 1)),
        pass INTEGER NOT NULL DEFAULT 0,
        part TEXT NOT NULL GENERATED ALWAYS AS (
          CASE WHEN decided_here THEN 'decided' ELSE
            CASE state
              WHEN 'pending-review' THEN 'open'
              WHEN 'photo-review' THEN 'open'
              WHEN 'escalated' THEN 'escalated'
              WHEN 'second-review' THEN 'escalated'
              WHEN 'passed' THEN 'passed'
              WHEN 'submitted' THEN 'submitted'
              WHEN 'sms-verification' THEN 'submitted'
              WHEN 'administration-review' THEN 'submitted'
              ELSE 'done'
            END
          END) VIRTUAL
      ) STRICT;
      INSERT INTO queue_row_next (row_id, case_id, version, round, state, filing_type, province, entity_kind,
          order_number, submitted_at, due_at, decided_here, pass)
        SELECT row_id, case_id, version, round, state, filing_type, province, entity_kind, order_number,
          submitted_at, due_at, decided_here, pass FROM queue_row;
      CREATE TABLE queue_body_next (
        row_id INTEGER PRIMARY KEY REFERENCES queue_row_next (row_id) ON DELETE CASCADE,
        body TEXT NOT NULL
      ) STRICT;
      INSERT INTO queue_body_next (row_id, body) SELECT row_id, body FROM queue_body;
      DROP TABLE queue_body;
      DROP TABLE queue_row;
      ALTER TABLE queue_row_next RENAME TO queue_row;
      ALTER TABLE queue_body_next RENAME TO queue_body;
      CREATE INDEX queue_row_due ON queue_row (due_at);
      CREATE INDEX queue_row_submitted ON queue_row (submitted_at);
      CREATE INDEX queue_row_order ON queue_row (order_number);
      CREATE INDEX queue_row_state ON queue_row (decided_here, state);
      CREATE INDEX queue_row_part_due ON queue_row (part, due_at);
      CREATE INDEX queue_row_part_submitted ON queue_row (part, submitted_at);
      CREATE INDEX queue_row_part_order ON queue_row (part, order_number);
    `),
}
