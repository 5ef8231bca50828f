import { main } from './lib/main.mjs'

await main(async () => {
  const { setUp } = await import('./lib/setUp.mjs')
  const { runTests } = await import('./lib/runTests.mjs')
  const workshop = await setUp({ virtualDisplay: true, postgresql: true, build: true, documentTools: true })
  try {
    return await runTests(workshop)
  } finally {
    await workshop.children.close()
  }
})
