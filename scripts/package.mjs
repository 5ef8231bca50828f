import { main } from './lib/main.mjs'

await main(async () => {
  const { setUp } = await import('./lib/setUp.mjs')
  const { packageApplication } = await import('./lib/packageApplication.mjs')
  const workshop = await setUp({ virtualDisplay: false, postgresql: false, build: true })
  try {
    const executable = await workshop.progress.step('package', async (report) => {
      const value = await packageApplication(workshop, { forTests: false }, report)
      return { note: value, value }
    })
    workshop.progress.say(`The application: ${executable}`)
    return 0
  } finally {
    await workshop.children.close()
  }
})
