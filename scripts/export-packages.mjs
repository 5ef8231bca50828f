import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { main } from './lib/main.mjs'

// `npm run export-packages -- …`: exports submission packages without a window. What SQLite needs on this Node is found or
// built first.
await main(async () => {
  const { inProject } = await import('./lib/paths.mjs')
  const { provideElectronRuntime } = await import('./lib/electronRuntime.mjs')
  const { provideSqliteAddon } = await import('./lib/sqliteAddon.mjs')
  const report = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`)
  const addon = await provideSqliteAddon(await provideElectronRuntime(report), report)
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', inProject('cli', 'exportPackages.ts'), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, ...(addon === undefined ? {} : { BEIAN_SQLITE_ADDON: addon }) },
    },
  )
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
})
