/**
 * Who sits at the desk. A senior reviewer settles escalations besides; a supervisor also runs the team's work and hands
 * packages over; an auditor reads what was done and does nothing. What each may is `rights.ts`'s to say.
 */
export const ROLES = ['reviewer', 'senior-reviewer', 'supervisor', 'auditor'] as const
export type Role = (typeof ROLES)[number]
