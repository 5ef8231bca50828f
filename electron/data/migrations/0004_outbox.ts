import type { Migration } from './migrate'

/**
 * Commands on their way to the server, in the order in which they were given. The command's content stays until the
 * server has applied it; what remains then is that it was applied, and at which version of the case.
 */
export const outbox: Migration = {
  version: 4,
  name: '0004_outbox',
  up: (db) =>
    db.exec(`
      CREATE TABLE outbox (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('decide', 'record-submission')),
        case_id TEXT NOT NULL,
        round INTEGER NOT NULL,
        order_number TEXT NOT NULL,
        verdict TEXT CHECK (verdict IN ('pass', 'return', 'escalate')),
        command_json TEXT CHECK (command_json IS NULL OR json_valid(command_json)),
        state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'applied', 'refused')),
        attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        refusal TEXT CHECK (refusal IN ('not-found', 'forbidden', 'stale-version', 'hold-lost', 'illegal-move',
          'gate', 'rule-pack-unknown')),
        recorded_at TEXT NOT NULL,
        case_version INTEGER,
        CHECK ((kind = 'decide') = (verdict IS NOT NULL)),
        CHECK ((state = 'applied') = (command_json IS NULL)),
        CHECK ((state = 'applied') = (case_version IS NOT NULL)),
        CHECK ((state = 'refused') = (refusal IS NOT NULL))
      ) STRICT;
      CREATE INDEX outbox_case ON outbox (case_id, state);
      CREATE INDEX outbox_state ON outbox (state, sequence);
    `),
}
