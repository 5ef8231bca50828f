/** Who sits at the desk. A supervisor may do what a reviewer does, settles escalations and hands packages over. */
export const ROLES = ['reviewer', 'supervisor'] as const
export type Role = (typeof ROLES)[number]
