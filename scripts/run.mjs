// `node scripts/run.mjs <command> [arguments]`: runs a command as the unprivileged user, on a virtual display, with everything
// in its environment that Electron, SQLite and the media process need. For working on one test or trying one thing.
import { main } from './lib/main.mjs'

await main(async () => {
  const [command, ...args] = process.argv.slice(2)
  if (command === undefined) {
    console.error('usage: node scripts/run.mjs <command> [arguments]')
    return 2
  }
  const { setUp } = await import('./lib/setUp.mjs')
  const { createProgress } = await import('./lib/progress.mjs')
  const { runInWorkshop } = await import('./lib/runInWorkshop.mjs')
  const { startVirtualDisplay } = await import('./lib/display.mjs')
  const toErrors = createProgress({ write: (line) => void process.stderr.write(`${line}\n`) })
  const workshop = await setUp({ virtualDisplay: true, postgresql: false, build: false }, toErrors)
  try {
    const display = await startVirtualDisplay(workshop.user, workshop.children)
    return await runInWorkshop(workshop, command, args, display)
  } finally {
    await workshop.children.close()
  }
})
