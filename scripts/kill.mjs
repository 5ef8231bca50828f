// `npm run kill -- [--ends N] [--report]`: ends workstation and server by kill -9 at N points (500 without a number) spread over all
// their write steps and looks each time whether all is as it was told. What has been done is kept in .cache/kill, so that a run goes
// on where the last one ended, for as long as the sources are the same. `--report` writes docs/reports/kill.md.
import { main } from './lib/main.mjs'

await main(async () => {
  const { runKill } = await import('./lib/runKill.mjs')
  return runKill(process.argv.slice(2))
})
