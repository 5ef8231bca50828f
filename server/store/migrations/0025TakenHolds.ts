/** From whom a supervisor took a case last, and until when it is offered to that person by nobody but themselves. */
export const takenHoldsMigration = `
ALTER TABLE filing_case
  ADD COLUMN taken_from uuid REFERENCES account (id),
  ADD COLUMN taken_until timestamptz,
  ADD CONSTRAINT taken_as_a_whole CHECK ((taken_from IS NULL) = (taken_until IS NULL));
`
