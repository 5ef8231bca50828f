import type { Migration } from './migrate'

/** By what the person signed in: who has no password changes the passphrase of this desk instead. */
export const signInWay: Migration = {
  version: 20,
  name: '0020_sign_in_way',
  up: (db) =>
    db.exec(
      `ALTER TABLE session ADD COLUMN signed_in_by TEXT NOT NULL DEFAULT 'password'
         CHECK (signed_in_by IN ('password', 'company'))`,
    ),
}
