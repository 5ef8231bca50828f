/** Tables of the review server. Everything that may be told to a case's colleagues stands on `filing_case` itself. */
export const initialMigration = `
CREATE TABLE server_identity (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  id uuid NOT NULL
);

CREATE TABLE account (
  id uuid PRIMARY KEY,
  username text NOT NULL UNIQUE,
  display_name text NOT NULL,
  role text NOT NULL CHECK (role IN ('reviewer', 'supervisor')),
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE session (
  token_hash text PRIMARY KEY CHECK (length(token_hash) = 64),
  account_id uuid NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);

-- Kept for every name that was tried, known or not, so that the answer does not tell which names exist.
CREATE TABLE sign_in_attempt (
  name_hash text PRIMARY KEY CHECK (length(name_hash) = 64),
  failures integer NOT NULL CHECK (failures > 0),
  last_at timestamptz NOT NULL
);

CREATE SEQUENCE hold_token AS bigint;

CREATE TABLE filing_case (
  id uuid PRIMARY KEY,
  order_number text NOT NULL UNIQUE,
  account_id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  round integer NOT NULL CHECK (round > 0),
  state text NOT NULL CHECK (state IN
    ('pending-review', 'escalated', 'returned', 'awaiting-photo', 'photo-review', 'passed', 'submitted')),
  province text NOT NULL,
  rule_pack text NOT NULL,
  submitted_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  -- What a queue row shows; names of private persons are masked before they come here.
  filing_type text NOT NULL,
  entity_kind text NOT NULL CHECK (entity_kind IN ('individual', 'organization')),
  entity_name text NOT NULL,
  service_names json NOT NULL,
  service_kinds json NOT NULL,
  document_count integer NOT NULL CHECK (document_count >= 0),
  -- Null only inside the transaction that inserts the case.
  feed_position bigint UNIQUE,
  -- The hold stands in the row that it protects: drawing locks one row and checks everything on its newest version.
  hold_account_id uuid REFERENCES account (id),
  hold_kind text CHECK (hold_kind IN ('hold', 'reservation')),
  hold_token bigint,
  hold_since timestamptz,
  hold_expires_at timestamptz,
  CHECK (num_nulls(hold_account_id, hold_kind, hold_token, hold_since, hold_expires_at) IN (0, 5))
);
CREATE INDEX filing_case_drawing ON filing_case (state, due_at, order_number);
CREATE INDEX filing_case_holder ON filing_case (hold_account_id) WHERE hold_account_id IS NOT NULL;
CREATE INDEX filing_case_hold_expiry ON filing_case (hold_expires_at) WHERE hold_expires_at IS NOT NULL;

CREATE TABLE feed_clock (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  value bigint NOT NULL
);
INSERT INTO feed_clock (value) VALUES (0);

CREATE TABLE case_round (
  case_id uuid NOT NULL REFERENCES filing_case (id),
  round integer NOT NULL CHECK (round > 0),
  submitted_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  -- json, not jsonb: the applicant's words stay exactly as they came.
  application json NOT NULL,
  PRIMARY KEY (case_id, round)
);

CREATE TABLE case_document (
  case_id uuid NOT NULL,
  round integer NOT NULL,
  position integer NOT NULL,
  document_id text NOT NULL,
  kind text NOT NULL,
  face text NOT NULL,
  owner text NOT NULL,
  service_id text,
  file_name text NOT NULL,
  sha256 text NOT NULL CHECK (length(sha256) = 64),
  bytes integer NOT NULL CHECK (bytes > 0),
  media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
  received_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, round, position),
  UNIQUE (case_id, round, document_id),
  FOREIGN KEY (case_id, round) REFERENCES case_round (case_id, round)
);
CREATE INDEX case_document_content ON case_document (sha256);

-- What has been received before, by the hash of its content: the same bundle again changes nothing.
CREATE TABLE receipt (
  case_id uuid NOT NULL REFERENCES filing_case (id),
  bundle_sha256 text NOT NULL CHECK (length(bundle_sha256) = 64),
  round integer NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, bundle_sha256)
);

CREATE TABLE command (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  content_sha256 text NOT NULL CHECK (length(content_sha256) = 64),
  received_at timestamptz NOT NULL,
  -- Null only inside the transaction that carries the command out.
  outcome json
);

CREATE TABLE audit_head (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  sequence bigint NOT NULL,
  hash text NOT NULL CHECK (length(hash) = 64)
);
INSERT INTO audit_head (sequence, hash) VALUES (0, repeat('0', 64));

CREATE TABLE audit_entry (
  sequence bigint PRIMARY KEY CHECK (sequence > 0),
  at timestamptz NOT NULL,
  kind text NOT NULL,
  case_id uuid REFERENCES filing_case (id),
  round integer,
  actor_id uuid REFERENCES account (id),
  -- Canonical JSON without personal data: hashes, codes and numbers.
  detail text NOT NULL,
  previous_hash text NOT NULL UNIQUE CHECK (length(previous_hash) = 64),
  hash text NOT NULL UNIQUE CHECK (length(hash) = 64)
);
CREATE INDEX audit_entry_case ON audit_entry (case_id, sequence);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER audit_entry_rows BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_table BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE decision (
  command_id uuid PRIMARY KEY REFERENCES command (id),
  case_id uuid NOT NULL REFERENCES filing_case (id),
  round integer NOT NULL,
  case_version integer NOT NULL,
  content json NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  decided_at timestamptz NOT NULL,
  audit_hash text NOT NULL REFERENCES audit_entry (hash),
  UNIQUE (case_id, case_version)
);

-- Outbox to the provider's filing system.
CREATE TABLE delivery (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES filing_case (id),
  round integer NOT NULL,
  case_version integer NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  webhook_done_at timestamptz,
  drop_done_at timestamptz,
  delivered_at timestamptz,
  UNIQUE (case_id, case_version)
);
CREATE INDEX delivery_waiting ON delivery (next_attempt_at) WHERE delivered_at IS NULL;
`
