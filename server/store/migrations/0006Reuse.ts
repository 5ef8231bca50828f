/** What the reuse search looks up: keyed hashes of values, sealed fingerprints of pictures, and who looked at what. */
export const reuseMigration = `
-- Key by which the values of the round were hashed; another one, or none, has them hashed (again).
ALTER TABLE case_round ADD COLUMN reuse_key text;

CREATE TABLE reuse_value (
  case_id uuid NOT NULL,
  round integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('phone', 'certificate', 'address', 'name')),
  subject text NOT NULL CHECK (subject IN ('entity', 'entity-principal', 'service-principal')),
  field text NOT NULL,
  -- Empty where the value belongs to no single service.
  service_id text NOT NULL,
  -- HMAC-SHA256 of kind and value under the server's reuse key.
  token text NOT NULL CHECK (length(token) = 64),
  PRIMARY KEY (case_id, round, subject, field, service_id),
  FOREIGN KEY (case_id, round) REFERENCES case_round (case_id, round)
);
CREATE INDEX reuse_value_token ON reuse_value (token, case_id);

CREATE TABLE fingerprint_clock (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  value bigint NOT NULL
);
INSERT INTO fingerprint_clock (value) VALUES (0);

CREATE TABLE picture_fingerprint (
  sha256 text PRIMARY KEY CHECK (length(sha256) = 64),
  -- Given out under the clock's lock, so that a server that reads what is new passes none that is still to come.
  position bigint NOT NULL UNIQUE,
  -- AES-256-GCM under the server's reuse key; null: the picture has nothing to be told apart by.
  sealed text,
  key_id text NOT NULL,
  reported_by uuid NOT NULL REFERENCES account (id),
  reported_at timestamptz NOT NULL
);

-- Documents of other cases that somebody was given to look at beside one of a case that they have.
CREATE TABLE reuse_opening (
  account_id uuid NOT NULL REFERENCES account (id),
  case_id uuid NOT NULL REFERENCES filing_case (id),
  other_case_id uuid NOT NULL REFERENCES filing_case (id),
  sha256 text NOT NULL CHECK (length(sha256) = 64),
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, other_case_id, sha256, case_id)
);
`
