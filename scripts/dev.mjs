// `npm run dev`: the application with hot reload, against the demonstration server.
import { main } from './lib/main.mjs'

await main(async () => {
  const { isRoot, inProject } = await import('./lib/paths.mjs')
  const { SetupFailure } = await import('./lib/progress.mjs')
  if (isRoot()) {
    throw new SetupFailure(
      'Chromium has no sandbox for root, and the development server writes into the clone',
      'work on it as an ordinary user',
    )
  }
  const { setUp } = await import('./lib/setUp.mjs')
  const { startDemonstration } = await import('./lib/demonstration.mjs')
  const { runInWorkshop } = await import('./lib/runInWorkshop.mjs')
  const workshop = await setUp({ virtualDisplay: false, postgresql: false, build: false })
  try {
    const demonstration = await startDemonstration(workshop)
    return await runInWorkshop(workshop, inProject('node_modules', '.bin', 'electron-vite'), ['dev'], {
      ELECTRON_EXEC_PATH: workshop.runtime.executable,
      BEIAN_SERVER_URL: demonstration.serverUrl,
      BEIAN_USER_DATA: demonstration.userData,
    })
  } finally {
    await workshop.children.close()
  }
})
