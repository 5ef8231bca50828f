/**
 * Company accounts bound to accounts, and passwords that somebody else gave. An account may be without a password. Who
 * knocked and is bound to nobody is kept for supervisors to see.
 */
export const companyAccountsMigration = `
ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE account ADD COLUMN one_time_until timestamptz;

CREATE TABLE account_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  bound_at timestamptz NOT NULL,
  -- Null: a claim that the operator named said so.
  bound_by uuid REFERENCES account (id),
  PRIMARY KEY (issuer, subject),
  UNIQUE (account_id, issuer)
);

CREATE TABLE unbound_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  claimed_name text,
  last_seen_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX unbound_identity_seen ON unbound_identity (last_seen_at);
`
