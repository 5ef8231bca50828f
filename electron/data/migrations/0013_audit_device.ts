import type { Migration } from './migrate'

/**
 * The chain gets an owner that can sign: this device. Changes are sealed under a key of their case, and what the
 * server has acknowledged, and signed, is remembered, so that a server that forgets is found out.
 */
export const auditDevice: Migration = {
  version: 13,
  name: '0013_audit_device',
  up: (db) =>
    db.exec(`
      ALTER TABLE audit_entry ADD COLUMN sealed TEXT;

      CREATE TABLE device (
        single INTEGER PRIMARY KEY CHECK (single = 1),
        id TEXT NOT NULL,
        public_key TEXT NOT NULL CHECK (length(public_key) = 43),
        seed TEXT NOT NULL CHECK (length(seed) = 64)
      ) STRICT;

      CREATE TABLE audit_case_key (
        case_id TEXT PRIMARY KEY,
        key TEXT NOT NULL CHECK (length(key) = 64)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE audit_exchange (
        single INTEGER PRIMARY KEY CHECK (single = 1),
        acknowledged INTEGER NOT NULL CHECK (acknowledged >= 0),
        countersignature_json TEXT CHECK (countersignature_json IS NULL OR json_valid(countersignature_json)),
        server_json TEXT CHECK (server_json IS NULL OR json_valid(server_json)),
        server_head_json TEXT CHECK (server_head_json IS NULL OR json_valid(server_head_json)),
        problem TEXT CHECK (problem IS NULL OR problem IN ('refused', 'server-key', 'server-cut'))
      ) STRICT;
      INSERT INTO audit_exchange (single, acknowledged) VALUES (1, 0);
    `),
}
