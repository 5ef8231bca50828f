import { atLastMinute, atMidnight, daysAfter, submittedOn } from '../days'
import { domains } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const domainAge: Recipe<'domain-age'> = ({ days }, draft) => {
  const youngest = daysAfter(submittedOn(draft), -days)
  const since = (registeredAt: string | undefined) => domains(draft, { registeredAt })
  const tooYoung = since(daysAfter(youngest, 1))
  return {
    breaks: [fails('registered on the day of submission', since(submittedOn(draft)))],
    keeps: [passes('registered long ago', since('2020-01-01'))],
    boundary: [
      passes(`registered ${String(days)} days before`, since(youngest)),
      fails('registered a day later', tooYoung),
      fails('the same day, in at 23:59', atLastMinute(tooYoung)),
      passes('the same day, in at 24:00', atMidnight(tooYoung)),
      asks('day of registration unknown', since(undefined)),
    ],
  }
}
