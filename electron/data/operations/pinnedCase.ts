import type { Case } from '../../../shared/protocol/case'
import type { Queries } from '../queries/queries'

/**
 * The case as it will be once what waits here has been applied: a pack that was adopted here and not told yet already
 * judges it, and the version that makes is the one that a decision after it is about.
 */
export function pinnedCase(queries: Queries, caseId: string): Case | null {
  const filingCase = queries.cases.find(caseId)
  const adopted = queries.outbox.ofCase(caseId).findLast(({ item }) => item.kind === 'adopt-rule-pack')
  if (filingCase === null || adopted?.command?.kind !== 'adopt-rule-pack') {
    return filingCase
  }
  const { rulePack, expectedVersion } = adopted.command
  const isWaiting = adopted.item.state !== 'refused' && expectedVersion === filingCase.version
  return isWaiting ? { ...filingCase, rulePack, version: expectedVersion + 1 } : filingCase
}
