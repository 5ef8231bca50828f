import { atLastMinute, atMidnight, daysAfter, monthsAfter, submittedOn } from '../days'
import { certificates, hasHolder } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const certificateValidity: Recipe<'certificate-validity'> = (check, draft) => {
  const { holders, months, comparison, on, whenUnstated } = check
  if (!hasHolder(draft, holders)) {
    return undefined
  }
  const start = on === 'submission' ? submittedOn(draft) : draft.today
  const bound = monthsAfter(start, months)
  const lastGood = comparison === 'more-than' ? daysAfter(bound, 1) : bound
  const until = (validTo: string) => certificates(draft, holders, { validTo })
  const byMidnight = on === 'submission' ? fails : passes
  return {
    breaks: [fails('ran out a year ago', until('2025-11-20'))],
    keeps: [passes('valid for years', until('2035-01-01')), passes('valid for ever', until('long-term'))],
    boundary: [
      passes('the first end that is late enough', until(lastGood)),
      fails('a day less', until(daysAfter(lastGood, -1))),
      passes('the same end, in at 23:59', atLastMinute(until(lastGood))),
      byMidnight('the same end, in at 24:00', atMidnight(until(lastGood))),
      (whenUnstated === 'pass' ? passes : asks)(
        'no end stated',
        certificates(draft, holders, { validTo: undefined }),
      ),
    ],
  }
}
