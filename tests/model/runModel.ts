import { rmSync } from 'node:fs'
import { fastFolder } from './fastFolder'
import { runSequences } from './runSequences'
import { openWorldMaker } from './world'
import { provideDatabase } from '../helpers/serverDatabase'

/**
 * `runModel.ts COUNT SEED…`: plays so many sequences of each seed on a PostgreSQL database of its own and
 * prints what each seed's did, a line of JSON. Ends with 1 at the first sequence that breaks something.
 */
const COUNT = Number(process.argv[2])
const seeds = process.argv.slice(3).map(Number)
const place = await provideDatabase('postgres')
const folder = fastFolder()
const maker = await openWorldMaker(await place.open(), folder)
try {
  for (const seed of seeds) {
    const startedAt = performance.now()
    const tally = await runSequences(maker, { seed, count: COUNT, shrink: true })
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10
    console.log(JSON.stringify({ seed, seconds, ...tally }))
  }
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await maker.close()
  await place.remove()
  rmSync(folder, { recursive: true, force: true })
}
