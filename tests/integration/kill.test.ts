import { describe, expect, it } from 'vitest'
import { runKills, type Kill, type KillTarget } from '../kill/runKills'

/** How often each is ended here; `npm run kill` does it hundreds of times. */
const ENDS: readonly (readonly [KillTarget, number])[] = [
  ['desk', 6],
  ['server-postgres', 4],
  ['server-embedded', 2],
]

describe('kill -9 at any write step', () => {
  it.each(ENDS)(
    'leaves the %s with everything that was confirmed',
    async (target, count) => {
      const kills: Kill[] = []
      const indexes = Array.from({ length: count }, (_, index) => index)
      await runKills(target, count, indexes, (kill) => kills.push(kill))
      expect(kills.map(({ index }) => index)).toEqual(indexes)
      // A day that is over before its end was meant to come proves nothing; days differ by a step or two.
      expect(kills.filter(({ where }) => where === null).length).toBeLessThanOrEqual(1)
      // Two ends alone may well meet the same kind of step, at different points of the day.
      expect(new Set(kills.map(({ point }) => point)).size).toBe(count)
      expect(new Set(kills.map(({ where }) => where)).size).toBeGreaterThan(count > 2 ? 1 : 0)
    },
    900_000,
  )
})
