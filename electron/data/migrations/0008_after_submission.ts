import type { Migration } from './migrate'

/**
 * The way of a case after the provider review. Tables whose checks named the states, draw reasons or kinds of
 * commands are made anew; rows keep their ids, because the search indexes point at them. Kinds of commands and
 * refusals are no longer listed here: the schema of the protocol judges them when a row is read. `part` has a view of
 * its own for cases that are with the administration.
 */
export const afterSubmission: Migration = {
  version: 8,
  name: '0008_after_submission',
  up: (db) =>
    db.exec(`
      CREATE TABLE queue_row_next (
        row_id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL UNIQUE,
        version INTEGER NOT NULL,
        round INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending-review', 'escalated', 'second-review', 'returned',
          'awaiting-backdrop', 'awaiting-photo', 'photo-review', 'passed', 'submitted', 'sms-verification',
          'administration-review', 'approved', 'rejected', 'withdrawn')),
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
            WHEN state IN ('escalated', 'second-review') THEN 'escalated'
            WHEN state = 'passed' THEN 'passed'
            WHEN state IN ('submitted', 'sms-verification', 'administration-review') THEN 'submitted'
            ELSE 'done'
          END) VIRTUAL
      ) STRICT;
      INSERT INTO queue_row_next (row_id, case_id, version, round, state, filing_type, province, entity_kind,
          order_number, submitted_at, due_at, decided_here)
        SELECT row_id, case_id, version, round, state, filing_type, province, entity_kind, order_number,
          submitted_at, due_at, decided_here FROM queue_row;
      CREATE TABLE queue_body_next (
        row_id INTEGER PRIMARY KEY REFERENCES queue_row_next (row_id) ON DELETE CASCADE,
        body TEXT NOT NULL CHECK (json_valid(body))
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

      CREATE TABLE draw_reason_next (
        case_id TEXT NOT NULL PRIMARY KEY,
        reason TEXT NOT NULL
          CHECK (reason IN ('escalated', 'second-review', 'photo-waiting', 'most-overdue', 'due-first'))
      ) STRICT;
      INSERT INTO draw_reason_next (case_id, reason) SELECT case_id, reason FROM draw_reason;
      DROP TABLE draw_reason;
      ALTER TABLE draw_reason_next RENAME TO draw_reason;

      CREATE TABLE outbox_next (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        case_id TEXT NOT NULL,
        round INTEGER NOT NULL,
        order_number TEXT NOT NULL,
        verdict TEXT CHECK (verdict IN ('pass', 'return', 'escalate')),
        command_json TEXT CHECK (command_json IS NULL OR json_valid(command_json)),
        state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'applied', 'refused')),
        attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        refusal TEXT,
        recorded_at TEXT NOT NULL,
        case_version INTEGER,
        CHECK ((kind = 'decide') = (verdict IS NOT NULL)),
        CHECK ((state = 'applied') = (command_json IS NULL)),
        CHECK ((state = 'applied') = (case_version IS NOT NULL)),
        CHECK ((state = 'refused') = (refusal IS NOT NULL))
      ) STRICT;
      INSERT INTO outbox_next (sequence, id, kind, case_id, round, order_number, verdict, command_json, state,
          attempts, refusal, recorded_at, case_version)
        SELECT sequence, id, kind, case_id, round, order_number, verdict, command_json, state, attempts, refusal,
          recorded_at, case_version FROM outbox;
      DROP TABLE outbox;
      ALTER TABLE outbox_next RENAME TO outbox;
      CREATE INDEX outbox_case ON outbox (case_id, state);
      CREATE INDEX outbox_state ON outbox (state, sequence);
    `),
}
