import path from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'
import { mutationAreas } from './scripts/lib/mutationAreas.mjs'

const area = mutationAreas.find(({ name }) => name === process.env['BEIAN_MUTATION_AREA'])
const toolCache = process.env['BEIAN_TOOL_CACHE'] ?? path.join(import.meta.dirname, 'node_modules/.cache')

const ALL_TESTS = 'tests/helpers/mutatedArea.ts'
/** A bound on time, or a process in another time zone, says nothing about what a line does. */
const LEFT_OUT = ['!**/longInput.test.ts', '!**/timeZones.test.ts']

/** The tests that must notice a broken line of one area of shared/; `npm run mutation` says which area. */
export default defineConfig({
  cacheDir: path.join(toolCache, 'vitest-mutation'),
  plugins: [importTests(area?.tests ?? [])],
  test: {
    include: [ALL_TESTS],
    setupFiles: ['tests/helpers/plainFailures.ts'],
    env: { TZ: 'America/St_Johns', BEIAN_NODE: process.execPath },
    // A test that is only slow must not count as one that noticed.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    globals: false,
    restoreMocks: true,
    unstubEnvs: true,
  },
})

/** Lets the one file that is run load every test of the area. */
function importTests(tests: readonly string[]): Plugin {
  return {
    name: 'import-tests',
    enforce: 'pre',
    transform(_code, id) {
      const globs = [...tests.map((glob) => `/${glob}`), ...LEFT_OUT]
      return id.endsWith(`/${ALL_TESTS}`)
        ? { code: `import.meta.glob(${JSON.stringify(globs)}, { eager: true })`, map: null }
        : undefined
    },
  }
}
