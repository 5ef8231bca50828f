import { may } from '../../shared/review/rights'
import type { Role } from '../../shared/review/roles'

/** Cases a workstation keeps for work without a network: a quarter of an hour's work, so that colleagues have enough. */
const RESERVATIONS = 6

/** How many cases a workstation of somebody in that role keeps reserved. */
export function reservationsOf(role: Role): number {
  return may(role, 'draw') ? RESERVATIONS : 0
}
