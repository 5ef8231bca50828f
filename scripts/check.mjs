import { main } from './lib/main.mjs'

await main(async () => {
  const { runChecks } = await import('./lib/runChecks.mjs')
  const { createProgress } = await import('./lib/progress.mjs')
  const failed = await runChecks(createProgress())
  return failed.length === 0 ? 0 : 1
})
