import { atLastMinute, atMidnight, daysAfter, submittedOn } from '../days'
import { access } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const subscriptionMonths: Recipe<'subscription-months'> = ({ min }, draft) => {
  const paid = (months: number) => access(draft, { subscriptionMonths: months })
  const until = (subscriptionEndsAt: string) => access(draft, { subscriptionEndsAt })
  const lastDay = until(submittedOn(draft))
  return {
    breaks: [fails('nothing paid', paid(0))],
    keeps: [passes('paid for years', paid(36))],
    boundary: [
      passes(`exactly ${String(min)} months`, paid(min)),
      fails('a month less', paid(min - 1)),
      passes('ends on the day of submission', lastDay),
      fails('ended the day before', until(daysAfter(submittedOn(draft), -1))),
      passes('ends that day, in at 23:59', atLastMinute(lastDay)),
      fails('ends that day, in at 24:00', atMidnight(lastDay)),
    ],
  }
}
