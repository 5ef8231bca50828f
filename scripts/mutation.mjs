// `npm run mutation -- [AREA…]`: breaks shared/ in every small way, area by area, and tells which breaks no unit test noticed.
// Results of earlier runs are kept in .cache/mutation, so that only what has changed since is broken again.
// `npm run mutation -- --report` writes the scores into docs/reports/mutation.md.
import { main } from './lib/main.mjs'

await main(async () => {
  const { runMutation } = await import('./lib/runMutation.mjs')
  return runMutation(process.argv.slice(2))
})
