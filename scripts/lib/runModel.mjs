import { inParts, numberAfter, openResults, runJobs } from './longRun.mjs'
import { writeModelReport } from './proofReports.mjs'

const SEQUENCES = 20_000
/** Sequences of one seed: what is lost at most when a run is stopped. */
const BATCH = 50
/** Seeds that one process plays before the next takes over, so that none grows for hours. */
const SEEDS_AT_ONCE = 10

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runModel(args) {
  const wanted = numberAfter(args, '--sequences', SEQUENCES)
  const batches = Math.ceil(wanted / BATCH)
  const results = await openResults('model')
  const played = new Set(results.lines.map(({ seed }) => seed))
  const seeds = Array.from({ length: batches }, (_, index) => index + 1).filter((seed) => !played.has(seed))
  const jobs = inParts(seeds, SEEDS_AT_ONCE).map((some) => [
    'tests/model/runModel.ts',
    String(BATCH),
    ...some.map(String),
  ])
  const code = await runJobs(jobs, (line) => {
    results.add(line)
    console.log(line)
  })
  const sequences = results.lines.reduce((sum, line) => sum + Number(line['sequences']), 0)
  console.log(`${sequences} sequences without a fault${code === 0 ? '' : '; the run ended before its time'}`)
  if (args.includes('--report') && code === 0) {
    await writeModelReport(results.lines, wanted)
  }
  return code
}
