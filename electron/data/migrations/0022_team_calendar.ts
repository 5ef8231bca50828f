import type { Migration } from './migrate'

/** The team's own calendar, so that a desk without a network counts by it as well. */
export const teamCalendar: Migration = {
  version: 22,
  name: '0022_team_calendar',
  up: (db) =>
    db.exec(`
      CREATE TABLE team_calendar (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;
    `),
}
