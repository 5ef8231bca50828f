import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fastFolder } from '../model/fastFolder'
import { playFromBeginning, runSequences } from '../model/runSequences'
import { STORIES } from '../model/stories'
import { openWorldMaker, type WorldMaker } from '../model/world'
import { provideDatabase, type TestPlace } from '../helpers/serverDatabase'
import { START_TIMEOUT } from '../helpers/serverHarness'

const SEQUENCES = 40

describe('A team at its desks, whatever happens to network, machines and time', () => {
  let place: TestPlace
  let maker: WorldMaker
  let folder: string

  beforeAll(async () => {
    place = await provideDatabase('postgres')
    folder = fastFolder()
    maker = await openWorldMaker(await place.open(), folder)
  }, START_TIMEOUT)
  afterAll(async () => {
    await maker.close()
    await place.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(STORIES)('comes well out of $what', async ({ steps }) => {
    const tally = await playFromBeginning(maker, steps)
    expect(tally.steps).toBe(steps.length)
  })

  it('loses no decision, makes none twice, and ends with everybody knowing the same', async () => {
    const tally = await runSequences(maker, { seed: 20_261_122, count: SEQUENCES, shrink: false })
    expect(tally.sequences).toBe(SEQUENCES)
    // Sequences in which nobody decides would show nothing.
    expect(tally.told).toBeGreaterThan(SEQUENCES)
    expect(tally.applied).toBeLessThan(tally.told)
    expect(tally.applied).toBeGreaterThan(tally.told / 3)
  }, 600_000)
})
