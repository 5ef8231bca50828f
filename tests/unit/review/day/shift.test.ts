import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaDate } from '../../../../shared/calendar/chinaTime'
import { isQuiet } from '../../../../shared/review/day/quiet'
import { isLegalMove, SHIFT_MOVES, shiftAt, type ShiftMove } from '../../../../shared/review/day/shift'

const MORNING = Date.parse('2026-11-20T09:00:00+08:00')
const HOUR = 3_600_000

describe('a shift', () => {
  it.each([
    ['start', 'working'],
    ['pause', 'break'],
    ['resume', 'working'],
    ['end', 'ended'],
  ] as const)('stands after %s at %s', (move, state) => {
    const at = new Date(MORNING).toISOString()
    expect(shiftAt({ move, at }, MORNING + HOUR)).toEqual({ state, since: at })
  })

  it('is none before the first move, and over with its day in China', () => {
    expect(shiftAt(null, MORNING)).toEqual({ state: 'none', since: null })
    const late = Date.parse('2026-11-20T23:59:00+08:00')
    const start = { move: 'start', at: new Date(late).toISOString() } as const
    expect(shiftAt(start, late + 30_000).state).toBe('working')
    expect(shiftAt(start, late + 60_000)).toEqual({ state: 'none', since: null })
  })

  it('goes only where the table says, by any sequence of moves, and can always be begun again', () => {
    const steps = fc.array(fc.record({ move: fc.constantFrom(...SHIFT_MOVES), wait: fc.nat(6 * HOUR) }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(steps, (taken) => {
        let now = MORNING
        let last: { move: ShiftMove; at: string } | null = null
        for (const { move, wait } of taken) {
          now += wait
          const before = shiftAt(last, now)
          const begun = before.since === null ? now : Date.parse(before.since)
          expect(chinaDate(begun)).toBe(chinaDate(now))
          if (isLegalMove(before.state, move)) {
            last = { move, at: new Date(now).toISOString() }
          }
          const { state } = shiftAt(last, now)
          expect(SHIFT_MOVES.filter((next) => isLegalMove(state, next))).not.toEqual([])
          expect(isLegalMove(state, 'pause')).toBe(state === 'working')
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('quiet mode', () => {
  const until = (at: number) => ({ until: 'time', at: new Date(at).toISOString() }) as const

  it.each([
    ['nothing', null, 'working', false],
    ['a time that comes', until(MORNING + 1), 'none', true],
    ['a time that is there', until(MORNING), 'working', false],
    ['the end of a shift that lasts', { until: 'shift-end' }, 'break', true],
    ['the end of a shift that is over', { until: 'shift-end' }, 'ended', false],
    ['the end of no shift', { until: 'shift-end' }, 'none', false],
  ] as const)('until %s', (_name, quiet, state, expected) => {
    expect(isQuiet(quiet, state, MORNING)).toBe(expected)
  })
})
