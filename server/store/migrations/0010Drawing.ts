/** What the order of the next case goes by besides its state and due time, kept current with every decision. */
export const drawingMigration = `
ALTER TABLE filing_case ADD COLUMN earlier_returns integer NOT NULL DEFAULT 0 CHECK (earlier_returns >= 0);
ALTER TABLE filing_case ADD COLUMN escalations integer NOT NULL DEFAULT 0 CHECK (escalations >= 0);
UPDATE filing_case SET
  earlier_returns =
    (SELECT count(*) FROM decision WHERE decision.case_id = filing_case.id AND content ->> 'verdict' = 'return')
    + (SELECT count(*) FROM case_notice WHERE case_notice.case_id = filing_case.id AND content ->> 'kind' = 'rejected'),
  escalations =
    (SELECT count(*) FROM decision WHERE decision.case_id = filing_case.id AND content ->> 'verdict' = 'escalate');

-- Codes of the provinces whose cases a person is given first; null: all are alike.
ALTER TABLE account ADD COLUMN provinces text[];
`
