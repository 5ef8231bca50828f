import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { FILING_TYPES } from '../../shared/domain/filingTypes'
import type { RulePack } from '../../shared/rules/rulePack'
import type { Bench, Measured } from './frame/bench'
import { median, percentile } from './frame/percentile'
import { readShippedRulePack } from '../helpers/shippedRulePack'
import { makeBenchCases, type BenchCase } from './rules/benchCases'
import { timeJudging, timeReading } from './rules/timeCase'

const run = promisify(execFile)
/** Passes over all cases before anything is counted: the code is compiled and the plans of the checklists are made. */
const WARM_UP = 15
const PASSES = { quick: 60, full: 200 }
const COLD_RUNS = { quick: 3, full: 11 }

/** Milliseconds for reading a bundle, for parsing its form alone, and for judging the case. */
interface CaseTimes {
  readonly reading: number
  readonly form: number
  readonly evaluation: number
}

/** "Evaluating a whole case takes under 1 ms at the median and no more than half the time of parsing the same bundle." */
const BOUNDS: Measured['bounds'] = [
  { of: 'ours', is: '<', value: 1 },
  { of: 'ratio', is: '<=', value: 0.5 },
]

export const bench: Bench = {
  method:
    'Ours is `evaluateChecklist` of the whole case by the shipped rule pack. A bundle is a zip of `filing.json` and the documents; the bounded ' +
    'reference is `readBundle` of it, by which intake takes every case in: unpacking, schema, and format, size and hash of each document. ' +
    'Beside it stands the form alone, `JSON.parse` and `bundleSchema` of its `filing.json`. The filings are specimens with tiny pictures: every filing type, ' +
    "in the six divisions with the most rules of their own, of an enterprise's website, an individual's website, an enterprise's App and an institution with three websites. " +
    "A case's warm time is the median of its passes; cold is the first case that a new process reads and judges.",
  weakSpots: [
    'The form alone is parsed faster than its rules are judged. A first filing has about 130 lines of which the machine judges about 90, each with code of its own that runs once for a case and is cold in the processor; they take 2 to 3 µs each, and the compiled schema parses the whole form in the time of some forty of them. Short checklists (claims, cancellations) stay below the parsing of their form.',
    'The pictures are of a few kilobytes. Real ones are of megabytes and take longer to unpack and hash: the bound would hold with more room.',
    'A Chinese domain name takes 25 µs to read by UTS #46; an institution with three of them is the slowest case.',
    'The cases have no decisions and one round; longer histories cost the evaluation nothing, but reading them is not measured here.',
    'Warm figures are those of a process that has judged some thousand cases. The workstation judges far fewer, and lies between cold and warm.',
    'The cold reference includes compiling the schemas; the cold evaluation includes making the plan of the first checklist.',
  ],
  run: async (record, full) => {
    const pack = await readShippedRulePack()
    const cases = await makeBenchCases(pack)
    const warm = await measureWarm(pack, cases, full ? PASSES.full : PASSES.quick)
    const tell = (
      figure: string,
      times: readonly CaseTimes[],
      share: number,
      bounds?: Measured['bounds'],
    ) => {
      for (const [reference, of] of [
        ['bundle', ({ reading }: CaseTimes) => reading],
        ['form alone', ({ form }: CaseTimes) => form],
      ] as const) {
        record({
          figure: `${figure}, against the ${reference}`,
          unit: 'ms',
          ours: percentile(
            times.map(({ evaluation }) => evaluation),
            share,
          ),
          reference: percentile(times.map(of), share),
          ...(bounds === undefined || reference !== 'bundle' ? {} : { bounds }),
        })
      }
    }
    tell(`warm, median of ${cases.length} cases`, warm, 0.5, BOUNDS)
    tell('warm, 95th percentile of the cases', warm, 0.95)
    for (const filingType of FILING_TYPES) {
      const times = warm.filter((_, index) => cases[index]?.filingType === filingType)
      tell(`warm, median, ${filingType}`, times, 0.5)
    }
    const cold = await measureCold(full ? COLD_RUNS.full : COLD_RUNS.quick)
    tell(`cold, median of ${cold.length} processes`, cold, 0.5)
  },
}

/** Each case's median over the passes: what other processes take from the machine in between is left out. */
async function measureWarm(
  pack: RulePack,
  cases: readonly BenchCase[],
  passes: number,
): Promise<readonly CaseTimes[]> {
  const times = cases.map((): CaseTimes[] => [])
  for (let pass = 0; pass < WARM_UP + passes; pass += 1) {
    // Apart from each other: whoever reads a text a second time finds it in the processor's caches.
    const judged = cases.map((benchCase) => timeJudging(pack, benchCase))
    for (const [index, benchCase] of cases.entries()) {
      const reading = await timeReading(benchCase)
      const rest = judged[index]
      if (pass >= WARM_UP && rest !== undefined) {
        times[index]?.push({ reading, ...rest })
      }
    }
  }
  return times.map((taken) => ({
    reading: median(taken.map(({ reading }) => reading)),
    form: median(taken.map(({ form }) => form)),
    evaluation: median(taken.map(({ evaluation }) => evaluation)),
  }))
}

async function measureCold(runs: number): Promise<readonly CaseTimes[]> {
  const taken: CaseTimes[] = []
  for (let index = 0; index < runs; index += 1) {
    taken.push({ ...(await coldRun([])), ...(await coldRun(['--judge'])) } as CaseTimes)
  }
  return taken
}

async function coldRun(args: readonly string[]): Promise<Partial<CaseTimes>> {
  const script = path.join(import.meta.dirname, 'rules/coldRun.ts')
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, ...args])
  return JSON.parse(stdout) as Partial<CaseTimes>
}
