import { main } from './lib/main.mjs'

await main(async () => {
  const { setUp } = await import('./lib/setUp.mjs')
  const workshop = await setUp({ virtualDisplay: true, postgresql: false, build: false })
  workshop.progress.say(`Electron: ${workshop.runtime.executable}`)
  return 0
})
