import path from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'
import { mutationAreas } from './scripts/lib/mutationAreas.mjs'

interface Break {
  readonly file: string
  readonly location: Readonly<Record<'start' | 'end', { readonly line: number; readonly column: number }>>
  readonly replacement: string
}

const area = mutationAreas.find(({ name }) => name === process.env['BEIAN_MUTATION_AREA'])
const toolCache = process.env['BEIAN_TOOL_CACHE'] ?? path.join(import.meta.dirname, 'node_modules/.cache')
const given = process.env['BEIAN_BREAK']

const ALL_TESTS = 'tests/helpers/mutatedArea.ts'
/** A bound on time, or a process in another time zone, says nothing about what a line does. */
const LEFT_OUT = ['!**/longInput.test.ts', '!**/timeZones.test.ts']

/** The tests that must notice a broken line of one area of shared/; `npm run mutation` says which area. */
export default defineConfig({
  cacheDir: path.join(toolCache, 'vitest-mutation'),
  plugins: [
    importTests(area?.tests ?? []),
    ...(given === undefined ? [] : [breakSource(JSON.parse(given) as Break)]),
  ],
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

/** Breaks one file at one place while it is read. */
function breakSource({ file, location: { start, end }, replacement }: Break): Plugin {
  return {
    name: 'break-source',
    enforce: 'pre',
    transform(code, id) {
      if (id !== file) {
        return undefined
      }
      const lines = code.split('\n')
      const offset = ({ line, column }: typeof start): number =>
        lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1
      return { code: code.slice(0, offset(start)) + replacement + code.slice(offset(end)), map: null }
    },
  }
}
