import type { Migration } from './migrate'

/** With it the workstation goes on after the short life of an access token. */
export const refreshToken: Migration = {
  version: 14,
  name: '0014_refresh_token',
  up: (db) => db.exec('ALTER TABLE session ADD COLUMN refresh_token TEXT'),
}
