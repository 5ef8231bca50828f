/**
 * Sign-ins become families of short-lived tokens that follow one another, and accounts can be closed. Tokens from before
 * have no family; their owners sign in again.
 */
export const tokensMigration = `
ALTER TABLE account ADD COLUMN closed_at timestamptz;

CREATE TABLE session_family (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX session_family_end ON session_family (ends_at);
CREATE INDEX session_family_account ON session_family (account_id);

DELETE FROM session;
ALTER TABLE session DROP COLUMN account_id;
ALTER TABLE session ADD COLUMN family_id uuid NOT NULL REFERENCES session_family (id) ON DELETE CASCADE;
CREATE INDEX session_in_family ON session (family_id);

CREATE TABLE refresh_token (
  token_hash text PRIMARY KEY CHECK (length(token_hash) = 64),
  family_id uuid NOT NULL REFERENCES session_family (id) ON DELETE CASCADE,
  issued_at timestamptz NOT NULL,
  used_at timestamptz,
  replaced_by text CHECK (length(replaced_by) = 64)
);
CREATE INDEX refresh_token_in_family ON refresh_token (family_id);
`
