import { atLastMinute, atMidnight, daysAfter, monthsAfter, submittedOn } from '../days'
import { domains } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const domainValidity: Recipe<'domain-validity'> = (check, draft) => {
  const { days = 0, months = 0, daysByProvince, comparison, on } = check
  const start = on === 'submission' ? submittedOn(draft) : draft.today
  const bound = daysAfter(monthsAfter(start, months), daysByProvince?.[draft.province] ?? days)
  const firstGood = comparison === 'more-than' ? daysAfter(bound, 1) : bound
  const until = (expiresAt: string) => domains(draft, { expiresAt })
  const byMidnight = on === 'submission' ? fails : passes
  return {
    breaks: [fails('expired a year ago', until('2025-11-20'))],
    keeps: [passes('registered for years', until('2035-01-01'))],
    boundary: [
      passes('the first day that is late enough', until(firstGood)),
      fails('a day less', until(daysAfter(firstGood, -1))),
      passes('the same day, in at 23:59', atLastMinute(until(firstGood))),
      byMidnight('the same day, in at 24:00', atMidnight(until(firstGood))),
    ],
  }
}
