import { main } from './lib/main.mjs'

await main(async () => {
  const { setUp } = await import('./lib/setUp.mjs')
  const { runDemo } = await import('./lib/runDemo.mjs')
  const workshop = await setUp({ virtualDisplay: true, postgresql: false, build: true })
  try {
    return await runDemo(workshop)
  } finally {
    await workshop.children.close()
  }
})
