import type { Draft } from '../draft'
import { domainTimes, serviceTimes } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

/** A filing carries no more services than this (bundle format); a larger bound cannot be passed in it. */
const MOST_SERVICES = 20

export const serviceCount: Recipe<'service-count'> = (check, draft) => {
  const limit = check[draft.entity.kind]
  if (limit === undefined || (check.counts !== 'domains' && limit >= MOST_SERVICES)) {
    return undefined
  }
  const times = check.counts === 'domains' ? domainTimes : serviceTimes
  const later = (count: number): Draft => ({ ...times(draft, count), filingType: 'new-service-filed-here' })
  return {
    breaks: [fails('twice as many and one', times(draft, Math.min(limit * 2 + 1, MOST_SERVICES)))],
    keeps: [passes('a single one', times(draft, 1))],
    boundary: [
      passes(`exactly ${String(limit)}`, times(draft, limit)),
      fails(`one more than ${String(limit)}`, times(draft, limit + 1)),
      ...(check.includesFiled
        ? [asks('as many in a later filing, others may be on file', later(limit))]
        : []),
    ],
  }
}
