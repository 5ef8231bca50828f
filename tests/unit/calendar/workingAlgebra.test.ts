import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaDate } from '../../../shared/calendar/chinaTime'
import { deadlineRule, dueAt } from '../../../shared/calendar/deadlines'
import { addUnpausedMinutes, unpausedMinutes } from '../../../shared/calendar/pauses'
import { createWorkingClock } from '../../../shared/calendar/workingClock'
import {
  addWorkingDays,
  addWorkingMinutes,
  subtractWorkingMinutes,
  workingMinutesBetween,
  workingStateAt,
} from '../../../shared/calendar/workingTime'
import { china, deskCalendar } from './deskCalendars'

const RUNS = { numRuns: 10_000 }
const MINUTE = 60_000
/** With hours of its own on some days and a closure over the turn of the year. */
const calendar = deskCalendar([
  { kind: 'closed', from: '2024-12-28', to: '2025-01-05', reason: '停业' },
  {
    kind: 'open',
    from: '2025-03-01',
    to: '2025-03-02',
    reason: '加班',
    hours: [{ from: '10:00', to: '11:30' }],
  },
])
/** Any whole minute from 2023-12-01 to 2026-06-01: two turns of a year and a leap day among them. */
const instants = fc
  .integer({ min: china('2023-12-01 00:00') / MINUTE, max: china('2026-06-01 00:00') / MINUTE })
  .map((minute) => minute * MINUTE)
/** Up to about four working days. */
const spans = fc.integer({ min: 1, max: 2000 })
const days = fc.integer({ min: 1, max: 40 })

/** The instant itself inside a slot, otherwise the next opening. */
function nextWorkingInstant(at: number): number {
  const { state, nextOpeningAt } = workingStateAt(calendar, at)
  return state === 'open' ? at : nextOpeningAt
}

describe('working minutes', () => {
  it('added and taken back lead to the same instant, or from outside of the hours to the next opening', () => {
    fc.assert(
      fc.property(instants, spans, (at, minutes) => {
        const added = addWorkingMinutes(calendar, at, minutes).at
        expect(subtractWorkingMinutes(calendar, added, minutes).at).toBe(nextWorkingInstant(at))
      }),
      RUNS,
    )
  })

  it('are as many between two instants as were added or taken off', () => {
    fc.assert(
      fc.property(instants, spans, (at, minutes) => {
        const later = addWorkingMinutes(calendar, at, minutes).at
        const earlier = subtractWorkingMinutes(calendar, at, minutes).at
        expect(workingMinutesBetween(calendar, at, later).minutes).toBe(minutes)
        expect(workingMinutesBetween(calendar, earlier, at).minutes).toBe(minutes)
      }),
      RUNS,
    )
  })

  it('never lead back: a later start or more minutes end later', () => {
    fc.assert(
      fc.property(instants, spans, spans, spans, (first, apart, few, more) => {
        const second = first + apart * MINUTE
        const add = (at: number, minutes: number) => addWorkingMinutes(calendar, at, minutes).at
        expect(add(first, few)).toBeLessThanOrEqual(add(second, few))
        expect(add(first, few)).toBeLessThan(add(first, few + more))
      }),
      RUNS,
    )
  })
})

describe('working days', () => {
  it('added and taken back lead to the same worked day', () => {
    fc.assert(
      fc.property(instants, days, (at, count) => {
        const date = chinaDate(nextWorkingInstant(at))
        expect(addWorkingDays(calendar, addWorkingDays(calendar, date, count).date, -count).date).toBe(date)
      }),
      RUNS,
    )
  })
})

describe('kept sums', () => {
  it('answer as the calendar walked day by day does, in whatever order they are asked', () => {
    const clock = createWorkingClock(calendar)
    const rule = deadlineRule('provider-review', '2026-01-01')
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: -9000, max: 9000 }),
        spans,
        days,
        (from, apart, minutes, most) => {
          const to = from + apart * MINUTE
          const walked = dueAt(calendar, { ...rule, workingDays: { least: 1, most } }, from)
          expect(clock.minutesBetween(from, to)).toBe(workingMinutesBetween(calendar, from, to).minutes)
          expect(clock.addMinutes(from, minutes)).toEqual(addWorkingMinutes(calendar, from, minutes))
          expect(clock.dueAfter(from, most)).toEqual(walked)
        },
      ),
      RUNS,
    )
  })
})

describe('pauses', () => {
  /** Beginning up to two days before and ten days after an instant, and lasting up to three days. */
  const offsets = fc.array(
    fc.tuple(fc.integer({ min: -2880, max: 14_400 }), fc.integer({ min: 0, max: 4320 })),
    {
      maxLength: 5,
    },
  )
  function pausesNear(at: number, taken: ReadonlyArray<readonly [number, number]>) {
    return taken.map(([after, lasting]) => {
      const from = at + after * MINUTE
      return { from, to: from + lasting * MINUTE }
    })
  }
  const worked = (from: number, to: number) => workingMinutesBetween(calendar, from, to).minutes

  it('take away only the working time that they cover, and overlapping ones once', () => {
    fc.assert(
      fc.property(instants, spans, offsets, (from, length, near) => {
        const to = from + length * 7 * MINUTE
        const taken = pausesNear(from, near)
        const left = unpausedMinutes(calendar, { from, to }, taken)
        expect(unpausedMinutes(calendar, { from, to }, [...taken, ...taken])).toBe(left)
        expect(left).toBeLessThanOrEqual(worked(from, to))
        const sum = taken
          .map((pause) => [Math.max(from, pause.from), Math.min(to, pause.to)] as const)
          .filter(([begin, end]) => begin < end)
          .reduce((minutes, [begin, end]) => minutes + worked(begin, end), 0)
        expect(left).toBeGreaterThanOrEqual(worked(from, to) - sum)
      }),
      RUNS,
    )
  })

  it('of one span take away exactly its working time', () => {
    fc.assert(
      fc.property(instants, spans, spans, spans, (from, length, after, lasting) => {
        const to = from + length * 7 * MINUTE
        const begin = from + (after * 8 - 2000) * MINUTE
        const pause = { from: begin, to: begin + lasting * 5 * MINUTE }
        const [first, last] = [Math.max(from, pause.from), Math.min(to, pause.to)]
        const covered = first < last ? worked(first, last) : 0
        expect(unpausedMinutes(calendar, { from, to }, [pause])).toBe(worked(from, to) - covered)
      }),
      RUNS,
    )
  })

  it('move a due time by as much, and cut in two they mean the same', () => {
    fc.assert(
      fc.property(instants, spans, offsets, (from, minutes, near) => {
        const taken = pausesNear(from, near)
        const due = addUnpausedMinutes(calendar, from, minutes, taken)
        const cut = taken.flatMap(({ from: begin, to }) => {
          const middle = Math.floor((begin + to) / 2 / MINUTE) * MINUTE
          return [
            { from: begin, to: middle },
            { from: middle, to },
          ]
        })
        expect(addUnpausedMinutes(calendar, from, minutes, cut)).toEqual(due)
        expect(due && unpausedMinutes(calendar, { from, to: due.at }, taken)).toBe(minutes)
      }),
      RUNS,
    )
  })

  it('that last leave a due time open, unless it comes before them', () => {
    const begun = { from: china('2026-03-02 10:00'), to: null }
    const due = (wallTime: string) => addUnpausedMinutes(calendar, china(wallTime), 60, [begun])
    expect(due('2026-03-02 09:00')?.at).toBe(china('2026-03-02 10:00'))
    expect(due('2026-03-02 09:01')).toBeNull()
    expect(due('2026-03-03 09:00')).toBeNull()
  })

  it('outside of working time count nothing', () => {
    const night = { from: china('2026-03-02 18:00'), to: china('2026-03-03 09:00') }
    const lunch = { from: china('2026-03-03 12:00'), to: china('2026-03-03 13:30') }
    const from = china('2026-03-02 17:00')
    expect(addUnpausedMinutes(calendar, from, 300, [night, lunch])).toEqual(
      addWorkingMinutes(calendar, from, 300),
    )
  })
})
