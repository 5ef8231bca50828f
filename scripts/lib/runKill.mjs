import { inParts, numberAfter, openResults, runJobs } from './longRun.mjs'
import { writeKillReport } from './proofReports.mjs'

const ENDS = 500
/** Of a hundred ends so many fall to each; the embedded server takes longest to start. */
const SHARES = { desk: 60, 'server-postgres': 30, 'server-embedded': 10 }
const ENDS_AT_ONCE = 25

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runKill(args) {
  const ends = numberAfter(args, '--ends', ENDS)
  const results = await openResults('kill')
  const jobs = Object.entries(SHARES).flatMap(([target, share]) => {
    const total = Math.ceil((ends * share) / 100)
    const done = new Set(
      results.lines
        .filter((line) => line['target'] === target && line['total'] === total)
        .map(({ index }) => index),
    )
    const open = Array.from({ length: total }, (_, index) => index).filter((index) => !done.has(index))
    return inParts(open, ENDS_AT_ONCE).map((some) => [
      'tests/kill/runKill.ts',
      target,
      String(total),
      ...some.map(String),
    ])
  })
  const code = await runJobs(jobs, (line) => {
    results.add(line)
    console.log(line)
  })
  console.log(
    `${results.lines.length} ends without a fault${code === 0 ? '' : '; the run ended before its time'}`,
  )
  if (args.includes('--report') && code === 0) {
    await writeKillReport(results.lines)
  }
  return code
}
