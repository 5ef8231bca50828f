import type { Bench } from './frame/bench'
import { chinaDate } from '../../shared/calendar/chinaTime'
import { deadlineRule, dueAt } from '../../shared/calendar/deadlines'
import { createDeskCalendar } from '../../shared/calendar/deskCalendar'
import { createWorkingClock } from '../../shared/calendar/workingClock'
import { workingMinutesBetween } from '../../shared/calendar/workingTime'

const CASES = 100_000
/** The day loop needs minutes for all of them. */
const ONE_IN = 10
const MINUTE = 60_000
/** Cases that arrived within the year before. */
const NOW = Date.parse('2026-11-20T14:32:00+08:00')
const MINUTES_BACK = 365 * 1440
/** A step that is prime to the span spreads the cases evenly over it, without any order. */
const STEP = 314_159

export const bench: Bench = {
  method:
    'For 100,000 cases that arrived in the year before, the end of the provider review (one working day), how much working time is left or overdue, and the latest day of the administration (twenty working days) are worked out anew. ' +
    'The product does it by kept sums of the days; the reference is the same calendar walked day by day with the functions that the tests hold the sums against, in the same process. The reference does every tenth case and its time is taken ten times; for those both come to the same sums, or the bench fails. ' +
    'Each is measured from an empty calendar, so the making of the days is in the time.',
  weakSpots: [
    'The day loop keeps the days it has made once, as the product’s calendar does; a loop that made each day anew would be slower still.',
    'Local closures are not among the days: with many of them the making of a day takes longer, its use does not.',
  ],
  run: (record) => {
    const receipts = Array.from(
      { length: CASES },
      (_, index) => NOW - ((index * STEP) % MINUTES_BACK) * MINUTE,
    )
    const ours = timed(() => bySums(receipts))
    const some = receipts.filter((_, index) => index % ONE_IN === 0)
    const naive = timed(() => dayByDay(some))
    if (bySums(some) !== naive.sum) {
      throw new Error('The two ways to count differ')
    }
    record({
      figure: 'deadlines of 100,000 cases',
      unit: 's',
      ours: ours.seconds,
      reference: naive.seconds * ONE_IN,
      bounds: [
        { of: 'ours', is: '<', value: 1 },
        { of: 'ratio', is: '<', value: 0.5 },
      ],
    })
    return Promise.resolve()
  },
}

function bySums(receipts: readonly number[]): number {
  const clock = createWorkingClock(createDeskCalendar())
  const { review, administration } = limits()
  let sum = 0
  for (const receivedAt of receipts) {
    const due = clock.dueAfter(receivedAt, review.workingDays.most).at
    sum += due / MINUTE + clock.minutesBetween(NOW, due)
    sum += clock.dueAfter(receivedAt, administration.workingDays.most).at / MINUTE
  }
  return sum
}

function dayByDay(receipts: readonly number[]): number {
  const calendar = createDeskCalendar()
  const { review, administration } = limits()
  let sum = 0
  for (const receivedAt of receipts) {
    const due = dueAt(calendar, review, receivedAt).at
    sum += due / MINUTE + workingMinutesBetween(calendar, NOW, due).minutes
    sum += dueAt(calendar, administration, receivedAt).at / MINUTE
  }
  return sum
}

function limits() {
  const today = chinaDate(NOW)
  return {
    review: deadlineRule('provider-review', today),
    administration: deadlineRule('administration-review', today),
  }
}

function timed(work: () => number): { readonly sum: number; readonly seconds: number } {
  const startedAt = performance.now()
  const sum = work()
  return { sum, seconds: (performance.now() - startedAt) / 1000 }
}
