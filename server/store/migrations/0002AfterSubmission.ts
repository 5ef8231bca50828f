/**
 * The way of a filing after the provider review: backdrop, second review, SMS verification, the administration's
 * answer, withdrawal. Cases that were there before keep their states.
 */
export const afterSubmissionMigration = `
ALTER TABLE filing_case DROP CONSTRAINT filing_case_state_check;
ALTER TABLE filing_case ADD CONSTRAINT filing_case_state_check CHECK (state IN
  ('pending-review', 'escalated', 'second-review', 'returned', 'awaiting-backdrop', 'awaiting-photo', 'photo-review',
   'passed', 'submitted', 'sms-verification', 'administration-review', 'approved', 'rejected', 'withdrawn'));

-- Fixed at the hand-over by the rules of that day; null while not handed over, and where none is due.
ALTER TABLE filing_case ADD COLUMN sms_hours integer CHECK (sms_hours > 0);
ALTER TABLE filing_case ADD COLUMN sms_on_failure text CHECK (sms_on_failure IN ('return', 'reject'));
ALTER TABLE filing_case ADD COLUMN sms_due_at timestamptz;
ALTER TABLE filing_case ADD CONSTRAINT filing_case_sms_check CHECK
  ((sms_hours IS NULL) = (sms_on_failure IS NULL) AND (sms_due_at IS NULL OR sms_hours IS NOT NULL));

-- What was told of a case from outside the desk.
CREATE TABLE case_notice (
  case_id uuid NOT NULL,
  case_version integer NOT NULL CHECK (case_version > 1),
  round integer NOT NULL,
  content json NOT NULL,
  -- Null: the provider's filing system.
  account_id uuid REFERENCES account (id),
  recorded_at timestamptz NOT NULL,
  audit_hash text NOT NULL REFERENCES audit_entry (hash),
  PRIMARY KEY (case_id, case_version),
  FOREIGN KEY (case_id, round) REFERENCES case_round (case_id, round)
);
`
