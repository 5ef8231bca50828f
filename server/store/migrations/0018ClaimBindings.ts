/**
 * An account that a supervisor has unbound is not bound by a claim again. So it is with those that were unbound before this
 * step and are bound to nobody.
 */
export const claimBindingsMigration = `
ALTER TABLE account ADD COLUMN claim_binds boolean NOT NULL DEFAULT true;

UPDATE account SET claim_binds = false
WHERE id::text IN (SELECT detail::json ->> 'accountId' FROM audit_entry WHERE kind = 'identity-unbound')
  AND NOT EXISTS (SELECT 1 FROM account_identity WHERE account_id = account.id);
`
