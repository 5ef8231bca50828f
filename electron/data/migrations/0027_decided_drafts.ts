import type { Migration } from './migrate'

/**
 * Which decision a draft went into. Saving it again takes the mark away: what was typed after a decision is known by that, and not by
 * the clock of the machine, which can be set back.
 */
export const decidedDrafts: Migration = {
  version: 27,
  name: '0027_decided_drafts',
  up: (db) => db.exec('ALTER TABLE draft ADD COLUMN decided_by TEXT'),
}
