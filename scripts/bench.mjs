// `npm run --silent bench -- NAME [--full]`: measures beside a yardstick of the same run, a line of JSON for each figure; ends with 1
// when a bound does not hold. One file tests/bench/NAME.bench.ts is one bench. `--full` writes docs/reports/bench-NAME.md.
import { main } from './lib/main.mjs'

await main(async () => {
  const { runBench } = await import('./lib/runBench.mjs')
  return runBench(process.argv.slice(2))
})
