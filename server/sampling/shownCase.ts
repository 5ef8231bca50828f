import { blindCase } from './blindCase'
import type { Queryable } from '../store/database'
import { readProposals } from '../store/proposals'
import type { Case } from '../../shared/protocol/case'

/**
 * A case that this person may read, as it leaves the server by whatever way: with the late decisions on it, and without what they are not
 * to see while a drawn pass waits.
 */
export async function shownCase(database: Queryable, filingCase: Case, userId: string): Promise<Case> {
  const proposals = await readProposals(database, filingCase.id)
  const whole = { ...filingCase, ...(proposals.length > 0 ? { proposals: [...proposals] } : {}) }
  return blindCase(database, whole, userId)
}
