import vue from '@vitejs/plugin-vue'
import { existsSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { rendererDefine } from './renderer/vite'
import { cacheRoot } from './scripts/lib/paths.mjs'

const toolCache = process.env['BEIAN_TOOL_CACHE'] ?? path.join(import.meta.dirname, 'node_modules/.cache')
const addon = process.env['BEIAN_SQLITE_ADDON'] ?? findBuiltAddon()

export default defineConfig({
  plugins: [vue()],
  define: rendererDefine,
  cacheDir: path.join(toolCache, 'vitest'),
  test: {
    include: ['tests/{unit,integration,security,architecture}/**/*.test.ts'],
    exclude: configDefaults.exclude,
    env: {
      // Deadlines are in China time; a machine far from it shows what depends on the machine.
      TZ: 'America/St_Johns',
      BEIAN_NODE: process.env['BEIAN_NODE'] ?? process.execPath,
      ...(addon === undefined ? {} : { BEIAN_SQLITE_ADDON: addon }),
    },
    globals: false,
    restoreMocks: true,
    unstubEnvs: true,
    // Native addons (SQLite, sharp) are loaded by a process and not by a thread of it.
    pool: 'forks',
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    coverage: { reportsDirectory: 'coverage' },
  },
})

/** Lets `npx vitest` by hand find the addon that the commands built. */
function findBuiltAddon(): string | undefined {
  const folder = path.join(cacheRoot(), 'sqlite-addon')
  if (Number(process.versions['napi']) >= 10 || !existsSync(folder)) {
    return undefined
  }
  return readdirSync(folder)
    .filter((name) => name.includes(`-napi${process.versions['napi'] ?? ''}-`))
    .map((name) => path.join(folder, name, 'better_sqlite3.node'))
    .find((file) => existsSync(file))
}
