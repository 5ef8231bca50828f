// `node scripts/run.mjs [--postgres] <command> [arguments]`: runs a command as the unprivileged user, on a virtual display, with
// everything in its environment that Electron, SQLite and the media process need, and on request with a throw-away PostgreSQL in
// TEST_DATABASE_URL. For working on one test or trying one thing.
import { main } from './lib/main.mjs'

await main(async () => {
  const postgresql = process.argv[2] === '--postgres'
  const [command, ...args] = process.argv.slice(postgresql ? 3 : 2)
  if (command === undefined) {
    console.error('usage: node scripts/run.mjs [--postgres] <command> [arguments]')
    return 2
  }
  const { setUp } = await import('./lib/setUp.mjs')
  const { createProgress } = await import('./lib/progress.mjs')
  const { runInWorkshop } = await import('./lib/runInWorkshop.mjs')
  const { startPostgres } = await import('./lib/postgres.mjs')
  const { startVirtualDisplay } = await import('./lib/display.mjs')
  const toErrors = createProgress({ write: (line) => void process.stderr.write(`${line}\n`) })
  const workshop = await setUp({ virtualDisplay: true, postgresql, build: false }, toErrors)
  try {
    const display = await startVirtualDisplay(workshop.user, workshop.children)
    const database = postgresql ? { TEST_DATABASE_URL: await startPostgres(workshop) } : {}
    return await runInWorkshop(workshop, command, args, { ...display, ...database })
  } finally {
    await workshop.children.close()
  }
})
