/** Decisions that came too late, kept beside the case; and every hold that was ever given, by which their author is known. */
export const proposalsMigration = `
CREATE TABLE hold_grant (
  token bigint PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES filing_case (id),
  account_id uuid NOT NULL REFERENCES account (id),
  granted_at timestamptz NOT NULL
);
INSERT INTO hold_grant (token, case_id, account_id, granted_at)
  SELECT hold_token, id, hold_account_id, hold_since FROM filing_case WHERE hold_token IS NOT NULL;

CREATE TABLE proposal (
  command_id uuid PRIMARY KEY REFERENCES command (id),
  case_id uuid NOT NULL REFERENCES filing_case (id),
  account_id uuid NOT NULL REFERENCES account (id),
  -- The hold under which it was written; nobody leaves a proposal who never had the case.
  hold_token bigint NOT NULL REFERENCES hold_grant (token),
  case_version_seen integer NOT NULL CHECK (case_version_seen > 0),
  refusal text NOT NULL CHECK (refusal IN ('hold-lost', 'stale-version')),
  -- json, not jsonb: the author's words stay exactly as they came.
  content json NOT NULL,
  recorded_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  answer text CHECK (answer IN ('taken-over', 'put-aside')),
  answered_by uuid REFERENCES account (id),
  answered_at timestamptz,
  CHECK (num_nulls(answer, answered_by, answered_at) IN (0, 3))
);
CREATE INDEX proposal_case ON proposal (case_id, received_at);
CREATE INDEX proposal_author ON proposal (account_id, received_at);

-- How many of its proposals wait for a look; a queue row shows it, so it stands where the row is read.
ALTER TABLE filing_case ADD COLUMN open_proposals integer NOT NULL DEFAULT 0 CHECK (open_proposals >= 0);
`
