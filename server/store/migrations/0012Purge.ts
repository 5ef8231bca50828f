/** Cases whose personal data was purged when their time by the retention policy was over. */
export const purgeMigration = `
ALTER TABLE filing_case ADD COLUMN purged_at timestamptz;
CREATE INDEX filing_case_closed ON filing_case (state) WHERE purged_at IS NULL
  AND state IN ('approved', 'rejected', 'withdrawn');
`
