import type { Role } from './roles'

const DESK = ['reviewer', 'senior-reviewer', 'supervisor'] as const
const ABOVE = ['senior-reviewer', 'supervisor'] as const
const LEAD = ['supervisor'] as const

/**
 * Which roles may do what: the one table, asked by the server's routes and commands, by the workstation's operations
 * and by the screen. Whoever supervises the work does not audit it, and the other way round.
 */
const RIGHTS = {
  /** The queue with masked rows. */
  'read-queue': ['reviewer', 'senior-reviewer', 'supervisor', 'auditor'],
  /** Draw, hold, reserve and give back cases. */
  draw: DESK,
  /** Decide a case that one holds; the table of legal moves says which verdict. */
  decide: DESK,
  /** Agree with, or return, what another person decided into second review. */
  'second-review': DESK,
  /** Decide a case that was escalated. */
  'settle-escalation': ABOVE,
  /** Telephone applicants, and record the calls. */
  call: DESK,
  /** Look for the pictures and numbers of one's own case in others. */
  'search-reuse': DESK,
  /** Have a held case judged by the pack in force now. */
  'adopt-rule-pack': DESK,
  /** Open a whole case without holding it; each look is recorded. */
  'read-any-case': LEAD,
  /** End the hold of a colleague. */
  'break-hold': LEAD,
  /** Give a case to a chosen colleague. */
  'hand-over': LEAD,
  /** Make a desk without a network known, give it its cases in a file, and take its work from one. */
  carry: LEAD,
  /** Write submission packages out of the desk. */
  export: LEAD,
  /** Say that a package was handed to the administration. */
  'record-submission': LEAD,
  /** Enter what the ministry, the administration or the applicant did. */
  'record-notice': LEAD,
  /** Propose rule packs, look at them and try them on the queue. */
  'propose-packs': LEAD,
  /** Put a pack that somebody else proposed into force, or withdraw one. */
  'activate-packs': LEAD,
  /** See the team's accounts, close and open them. */
  'manage-accounts': LEAD,
  /** Say when the team works: hours, closed and open days, notices. */
  'keep-calendar': LEAD,
  /** State by what plan passes are looked at a second time. */
  'plan-sampling': LEAD,
  /** What second looks by sample say, and the registers of ended plans. */
  'read-sampling': ['supervisor', 'auditor'],
  /** Which filings are control cases, and how often their faults were found. */
  'read-controls': ['supervisor', 'auditor'],
  /** Put control cases into stock, set their rate, withdraw them. */
  'plan-controls': LEAD,
  /** What the team's work comes to: backlog, days, load, rules. */
  'read-figures': LEAD,
  /** Read the audit chain and what it says was before and after. */
  'read-audit': ['auditor'],
} as const satisfies Record<string, readonly Role[]>
export type Right = keyof typeof RIGHTS

/** Every right there is. */
export const RIGHT_NAMES = Object.keys(RIGHTS) as readonly Right[]

/** Whether a person of that role may do that. */
export function may(role: Role, right: Right): boolean {
  const roles: readonly Role[] = RIGHTS[right]
  return roles.includes(role)
}
