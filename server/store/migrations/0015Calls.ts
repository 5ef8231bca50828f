/** Telephone calls about a case; and what those of its present round come to, where the queue row is read. */
export const callsMigration = `
CREATE TABLE case_call (
  command_id uuid PRIMARY KEY REFERENCES command (id),
  case_id uuid NOT NULL,
  round integer NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  -- json, not jsonb: the words stay exactly as they came.
  content json NOT NULL,
  -- By the clock of the workstation; told, and good for nothing but their order.
  started_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  FOREIGN KEY (case_id, round) REFERENCES case_round (case_id, round)
);
CREATE INDEX case_call_case ON case_call (case_id, started_at);
ALTER TABLE filing_case ADD COLUMN call_stand json;
`
