import vue from '@vitejs/plugin-vue'
import { existsSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { rendererDefine } from './renderer/vite'
import { cacheRoot } from './scripts/lib/paths.mjs'

const toolCache = process.env['BEIAN_TOOL_CACHE'] ?? path.join(import.meta.dirname, 'node_modules/.cache')
const addon = process.env['BEIAN_SQLITE_ADDON'] ?? findBuiltAddon()

/** Unit tests that put a window or a network of their own into the process. */
const WITH_GLOBALS = ['tests/unit/{renderer,workflows}/**/*.test.ts']

export default defineConfig({
  plugins: [vue()],
  define: rendererDefine,
  cacheDir: path.join(toolCache, 'vitest'),
  test: {
    projects: [
      // Pure functions leave nothing behind, so their files share processes: loading is most of their time.
      project('pure', ['tests/unit/**/*.test.ts'], { isolate: false, exclude: WITH_GLOBALS }),
      project('real', ['tests/{integration,security,architecture}/**/*.test.ts', ...WITH_GLOBALS], {
        isolate: true,
        exclude: [],
      }),
    ],
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

function project(
  name: string,
  include: readonly string[],
  { isolate, exclude }: { readonly isolate: boolean; readonly exclude: readonly string[] },
) {
  return {
    extends: true as const,
    test: { name, include: [...include], exclude: [...configDefaults.exclude, ...exclude], isolate },
  }
}

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
