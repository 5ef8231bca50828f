// `npm run model -- [--sequences N] [--report]`: plays N random sequences (20,000 without a number) of a team at its desks and
// server and looks after each whether all is as it was told. What has been played is kept in .cache/model, so that a run goes on
// where the last one ended, for as long as the sources are the same. `--report` writes docs/reports/model.md.
import { main } from './lib/main.mjs'

await main(async () => {
  const { runModel } = await import('./lib/runModel.mjs')
  return runModel(process.argv.slice(2))
})
