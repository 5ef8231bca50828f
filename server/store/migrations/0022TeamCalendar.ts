/**
 * The team's own calendar, one row for each time it was changed; the latest counts. That a revision can be written once is
 * what makes two changes at the same time one that stands and one that is told.
 */
export const teamCalendarMigration = `
CREATE TABLE calendar_revision (
  revision integer PRIMARY KEY CHECK (revision > 0),
  calendar json NOT NULL,
  -- Null: the operator's file.
  account_id uuid REFERENCES account (id),
  changed_at timestamptz NOT NULL
);
`
