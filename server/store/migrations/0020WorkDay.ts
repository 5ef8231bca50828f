/** Shifts as people told them, in the order in which they arrived; and notes left with cases at the end of one. */
export const workDayMigration = `
CREATE TABLE shift_move (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  account_id uuid NOT NULL REFERENCES account (id),
  move text NOT NULL,
  -- By the clock of the workstation, and never later than the server's.
  at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  -- False: it did not follow from where the shift stood.
  counted boolean NOT NULL
);
CREATE INDEX shift_move_account ON shift_move (account_id, sequence DESC) WHERE counted;
CREATE TABLE case_note (
  command_id uuid PRIMARY KEY REFERENCES command (id),
  case_id uuid NOT NULL,
  round integer NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  -- json, not jsonb: the words stay exactly as they came.
  content json NOT NULL,
  received_at timestamptz NOT NULL,
  FOREIGN KEY (case_id, round) REFERENCES case_round (case_id, round)
);
CREATE INDEX case_note_case ON case_note (case_id, received_at);
ALTER TABLE filing_case ADD COLUMN note_count integer NOT NULL DEFAULT 0;
`
