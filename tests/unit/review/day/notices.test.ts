import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextNotification,
  noticesOf,
  NOTICE_KINDS,
  NOTICE_PAUSE_MS,
  type NoticeFacts,
} from '../../../../shared/review/day/notices'

const NOW = Date.parse('2026-11-20T10:30:00+08:00')
const CALL_BACK = '2026-11-20T02:40:00.000Z'
const NOTHING: NoticeFacts = { held: [], refused: [], moved: [] }
const OPEN = { shift: 'working', quiet: null, lastShownAt: null, now: NOW } as const

function held(minutesLeft: number | null, callBack: number | null = null): NoticeFacts {
  const agreed = callBack === null ? null : { at: CALL_BACK, minutesLeft: callBack }
  return { ...NOTHING, held: [{ caseId: 'c', token: 7, minutesLeft, callBack: agreed }] }
}

const kindsOf = (facts: NoticeFacts) => noticesOf(facts).map(({ kind }) => kind)

describe('what is told', () => {
  it.each([
    ['a case with half an hour and a minute', held(31), []],
    ['a case with half an hour', held(30), ['case-due']],
    ['a case with a minute', held(1), ['case-due']],
    ['a case that is late already', held(0), []],
    ['a case that is decided', held(null), []],
    ['a call-back in eleven minutes', held(null, 11), []],
    ['a call-back in ten minutes', held(null, 10), ['call-back-due']],
    ['a call-back that has passed', held(null, -90), ['call-back-due']],
    ['both', held(12, 3), ['call-back-due', 'case-due']],
    ['a refused decision', { ...NOTHING, refused: ['x'] }, ['decision-refused']],
    ['a hold that is gone', { ...NOTHING, moved: [{ caseId: 'c', token: 7, way: 'taken' }] }, ['case-taken']],
    ['a case that came', { ...NOTHING, moved: [{ caseId: 'c', token: 7, way: 'given' }] }, ['case-given']],
  ] as const)('%s', (_name, facts, kinds) => {
    expect(kindsOf(facts)).toEqual(kinds)
  })

  it('is another thing under another hold or for another agreed time, and the same while minutes pass', () => {
    const keys = (facts: NoticeFacts) => noticesOf(facts).map(({ key }) => key)
    expect(keys(held(30, 9))).toEqual(keys(held(12, -4)))
    const again = {
      ...NOTHING,
      held: [{ caseId: 'c', minutesLeft: 30, token: 8, callBack: { at: 'later', minutesLeft: 9 } }],
    }
    expect(keys(again)).not.toContain(keys(held(30, 9))[0])
    expect(keys(again)).not.toContain(keys(held(30, 9))[1])
  })
})

describe('the next notification', () => {
  const due = noticesOf({ ...held(12, 3), refused: ['x'] })
  const quiet = { until: 'time', at: new Date(NOW + 60_000).toISOString() } as const

  it.each([
    ['in a shift', OPEN, 3],
    ['before a shift', { ...OPEN, shift: 'none' }, 0],
    ['on a break', { ...OPEN, shift: 'break' }, 0],
    ['after the shift', { ...OPEN, shift: 'ended' }, 0],
    ['in quiet mode', { ...OPEN, quiet }, 0],
    ['after quiet mode', { ...OPEN, quiet, now: NOW + 60_000 }, 3],
    ['within five minutes of the last', { ...OPEN, lastShownAt: NOW - NOTICE_PAUSE_MS + 1 }, 0],
    ['five minutes after the last', { ...OPEN, lastShownAt: NOW - NOTICE_PAUSE_MS }, 3],
    ['with a clock that was set back', { ...OPEN, lastShownAt: NOW + 60 * 60_000 }, 3],
  ] as const)('%s', (_name, gate, count) => {
    expect(nextNotification(due, new Set(), gate)).toHaveLength(count)
  })

  it('tells each thing once, never two within five minutes, nothing outside of a working shift, and nothing is lost', () => {
    const things = fc.record({
      key: fc.nat(8).map(String),
      kind: fc.constantFrom(...NOTICE_KINDS),
    })
    const looks = fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 10 * 60_000 }),
        due: fc.uniqueArray(things, { selector: ({ key }) => key, maxLength: 6 }),
        shift: fc.constantFrom('none', 'working', 'break', 'ended'),
        isQuiet: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(looks, (taken) => {
        let now = NOW
        let lastShownAt: number | null = null
        const shown = new Set<string>()
        for (const look of taken) {
          now += look.wait
          const silence = look.isQuiet
            ? ({ until: 'time', at: new Date(now + 1).toISOString() } as const)
            : null
          const told = nextNotification(look.due, shown, {
            shift: look.shift,
            quiet: silence,
            lastShownAt,
            now,
          })
          expect(told.some(({ key }) => shown.has(key))).toBe(false)
          const isLetThrough =
            look.shift === 'working' &&
            !look.isQuiet &&
            (lastShownAt === null || now - lastShownAt >= NOTICE_PAUSE_MS)
          expect(told).toEqual(isLetThrough ? look.due.filter(({ key }) => !shown.has(key)) : [])
          if (told.length > 0) {
            lastShownAt = now
            told.forEach(({ key }) => shown.add(key))
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
