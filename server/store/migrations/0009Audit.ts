/** Changes before and after, sealed under keys that a purge destroys; audit chains of workstations. */
export const auditMigration = `
-- AES-256-GCM, base64. Covered by the hash of the entry, so the chain verifies when the key is gone.
ALTER TABLE audit_entry ADD COLUMN sealed text;

-- Keys of sealed changes. What a key belongs to is a case, or an account for changes that no case has.
-- maker: this server, or the device that sealed under it; a device that had the case twice may have made two.
CREATE TABLE audit_key (
  subject uuid NOT NULL,
  maker text NOT NULL,
  key text NOT NULL CHECK (length(key) = 64),
  PRIMARY KEY (subject, maker, key)
);

-- Public half of the key by which this database's servers sign. Another one is another server to every workstation.
ALTER TABLE server_identity ADD COLUMN audit_public_key text CHECK (length(audit_public_key) = 43);

CREATE TABLE device (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  public_key text NOT NULL CHECK (length(public_key) = 43),
  registered_at timestamptz NOT NULL,
  -- The last entry that is kept here and was countersigned.
  sequence bigint NOT NULL CHECK (sequence >= 0),
  hash text NOT NULL CHECK (length(hash) = 64),
  countersigned_at timestamptz,
  -- The last time the device showed a chain that does not continue this one; null while it never did.
  refused_at timestamptz,
  refused_for text CHECK (refused_for IN ('truncated', 'forked')),
  shown_sequence bigint,
  shown_hash text,
  CHECK (num_nulls(refused_at, refused_for, shown_sequence, shown_hash) IN (0, 4))
);
CREATE INDEX device_account ON device (account_id);

CREATE TABLE device_entry (
  device_id uuid NOT NULL REFERENCES device (id),
  sequence bigint NOT NULL CHECK (sequence > 0),
  at timestamptz NOT NULL,
  -- As the device wrote it, which is what its hash covers.
  at_text text NOT NULL,
  actor_id uuid NOT NULL,
  action text NOT NULL,
  case_id uuid NOT NULL,
  detail text NOT NULL,
  sealed text,
  hash text NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (device_id, sequence)
);
CREATE INDEX device_entry_case ON device_entry (case_id, at);
CREATE TRIGGER device_entry_rows BEFORE UPDATE OR DELETE ON device_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER device_entry_table BEFORE TRUNCATE ON device_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`
