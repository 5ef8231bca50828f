import type { Migration } from './migrate'

/**
 * What the server did with a refused decision: kept it beside the case, and later what somebody made of it. And when a
 * command that the server could not answer is tried next (epoch milliseconds).
 */
export const lateDecisions: Migration = {
  version: 15,
  name: '0015_late_decisions',
  up: (db) =>
    db.exec(`
      ALTER TABLE outbox ADD COLUMN kept TEXT CHECK (kept IS NULL OR (kept = 'proposal' AND state = 'refused'));
      ALTER TABLE outbox ADD COLUMN fate_json TEXT CHECK (fate_json IS NULL OR json_valid(fate_json));
      ALTER TABLE outbox ADD COLUMN next_try_at INTEGER;
    `),
}
