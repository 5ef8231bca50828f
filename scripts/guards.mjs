// `npm run guards -- [kinds or names] [--report]`: takes one guard after another out of a copy of the project and looks whether
// the test that speaks for it fails. Kinds: shell, page, data, server, model, kill. Results are kept in .cache/guards for as long as
// the sources are the same. `--report` writes docs/reports/guards.md.
import { main } from './lib/main.mjs'

await main(async () => {
  const { runGuards } = await import('./lib/runGuards.mjs')
  return runGuards(process.argv.slice(2))
})
