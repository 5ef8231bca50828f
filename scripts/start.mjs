import { main } from './lib/main.mjs'

await main(async () => {
  const { hasDisplay } = await import('./lib/display.mjs')
  const { setUp } = await import('./lib/setUp.mjs')
  const visible = hasDisplay()
  const workshop = await setUp({ virtualDisplay: !visible, postgresql: false, build: true })
  try {
    if (visible) {
      const { openWorkstation } = await import('./lib/openWorkstation.mjs')
      return await openWorkstation(workshop)
    }
    const { runDemo } = await import('./lib/runDemo.mjs')
    workshop.progress.say(
      'There is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so the guided demonstration runs on a virtual one.',
    )
    const code = await runDemo(workshop)
    workshop.progress.say('What it showed is in demo-output/.')
    return code
  } finally {
    await workshop.children.close()
  }
})
