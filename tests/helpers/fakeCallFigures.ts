import { addDays, chinaDate } from '../../shared/calendar/chinaTime'
import type { CallFigures, CallFiguresRequest } from '../../shared/protocol/callFigures'

const DAYS = { today: 1, '7-days': 7, '30-days': 30 } as const
/** Attempts of an hour on one day for the whole team, and how many of them reached somebody. */
const HOURS: ReadonlyArray<readonly [number, number, number]> = [
  [9, 6, 3],
  [10, 11, 7],
  [11, 9, 5],
  [13, 2, 1],
  [14, 10, 4],
  [15, 12, 7],
  [16, 11, 8],
  [17, 7, 3],
]
const PROVINCES: ReadonlyArray<readonly [string, number, number]> = [
  ['110000', 21, 13],
  ['330000', 24, 14],
  ['440000', 19, 10],
  ['650000', 4, 1],
]

/** What the server would count. Today's figures are small, as they are in the morning. */
export function fakeCallFigures(
  whose: CallFiguresRequest['whose'],
  period: CallFiguresRequest['period'],
  now: Date,
): CallFigures {
  const days = DAYS[period]
  const share = whose === 'team' ? 1 : 0.25
  const count = (number: number): number => Math.round(number * days * share)
  const hours = HOURS.map(([hour, attempts, reached]) => ({
    hour,
    attempts: count(attempts),
    reached: count(reached),
  })).filter(({ attempts }) => attempts > 0)
  const attempts = hours.reduce((sum, row) => sum + row.attempts, 0)
  const reached = hours.reduce((sum, row) => sum + row.reached, 0)
  const to = chinaDate(now.getTime())
  return {
    from: addDays(to, 1 - days),
    to,
    incoming: count(3),
    all: { attempts, reached },
    outcomes: [
      { outcome: 'reached', count: reached },
      { outcome: 'no-answer', count: attempts - reached },
    ],
    hours,
    provinces: PROVINCES.map(([code, tried, heard]) => ({
      code,
      attempts: count(tried),
      reached: count(heard),
    })),
    perCase: [1, 2, 3, 4].map((calls) => ({ calls, rounds: count(16 / calls ** 2) })),
    after: { reached: count(30), passed: count(11), returned: count(14), renewed: count(9) },
    laddersEnded: count(2),
  }
}
