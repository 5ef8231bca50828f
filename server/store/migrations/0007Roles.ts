/** Two more roles: one that settles escalations, one that audits. */
export const rolesMigration = `
ALTER TABLE account DROP CONSTRAINT account_role_check;
ALTER TABLE account ADD CONSTRAINT account_role_check
  CHECK (role IN ('reviewer', 'senior-reviewer', 'supervisor', 'auditor'));
`
