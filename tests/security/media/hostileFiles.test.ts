import { describe, expect, it } from 'vitest'
import { HOSTILE_BOMBS } from './hostileBombs'
import { hostileCorpus, HOSTILE_WAYS, spoiltFiles } from './hostileCorpus'
import { HOSTILE_FORMATS } from './hostileSpecimens'
import { runHostile } from './runHostile'

/** A sample of what `npm run hostile` sends: each format in each way, and every bomb once. */
describe('Hostile files', () => {
  it('are each answered by name, and cost nobody else the result', async () => {
    const { answers, started } = await runHostile(hostileCorpus('sample', 130))
    expect(answers).toHaveLength(130 + HOSTILE_BOMBS.length)
    expect(new Set(answers.map(({ format }) => format))).toEqual(new Set(HOSTILE_FORMATS))
    expect(new Set(answers.map(({ way }) => way))).toEqual(new Set(HOSTILE_WAYS))
    const lost = answers.filter(({ way, thumbnail }) => way === 'sound' && thumbnail !== 'made')
    expect(lost).toEqual([])
    const dead = answers.filter(({ examined, thumbnail }) =>
      [examined, thumbnail].some((answer) => answer === 'crashed' || answer === 'timed-out'),
    )
    // Every process that died or was killed was replaced; nothing else was started.
    expect(started).toBeLessThanOrEqual(2 + dead.length * 2)
  }, 600_000)

  it('are the same ones for the same seed', async () => {
    const sizes = async (seed: string): Promise<readonly number[]> => {
      const found: number[] = []
      for await (const { bytes } of spoiltFiles(seed, 60)) {
        found.push(Buffer.from(bytes).reduce((sum, byte) => (sum * 31 + byte) | 0, 7))
      }
      return found
    }
    expect(await sizes('one')).toEqual(await sizes('one'))
    expect(await sizes('one')).not.toEqual(await sizes('two'))
  }, 60_000)
})
