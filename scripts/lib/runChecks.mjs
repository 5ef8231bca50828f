import { mkdir } from 'node:fs/promises'
import { inProject } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { runCommand } from './runCommand.mjs'

/** The tools keep what they learned here, so that a second check takes seconds. */
const CACHE = inProject('node_modules', '.cache')
/** More at once would only wait for each other's memory. */
const AT_ONCE = 2

const CRUISED = ['shared', 'electron', 'renderer', 'server', 'cli', 'tests', 'scripts']
const CONFIGURATION = [
  'eslint.config.js',
  'electron.vite.config.ts',
  'vitest.config.ts',
  'vitest.mutation.config.ts',
  'stryker.config.mjs',
  'playwright.config.ts',
  '.dependency-cruiser.cjs',
]

/** The slow ones first, so that the short ones fill the gaps. */
const CHECKS = [
  check('lint', 'eslint/bin/eslint.js', [
    ...['--cache', '--cache-strategy', 'content', '--cache-location', `${CACHE}/eslint/`],
    ...['--max-warnings', '0', '.'],
  ]),
  check('types: renderer', 'vue-tsc/bin/vue-tsc.js', ['-p', 'tsconfig.renderer.json']),
  check('types: tests', 'vue-tsc/bin/vue-tsc.js', ['-p', 'tsconfig.tests.json']),
  ...['shared', 'electron', 'server', 'cli', 'scripts'].map((area) =>
    check(`types: ${area}`, 'typescript/bin/tsc', ['-p', `tsconfig.${area}.json`]),
  ),
  check('format', 'prettier/bin/prettier.cjs', [
    ...['--cache', '--cache-strategy', 'content', '--cache-location', `${CACHE}/prettier-check.json`],
    ...['--log-level', 'warn', '--check', '.'],
  ]),
  check('imports', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    ...['--config', '.dependency-cruiser.cjs', '--cache', `${CACHE}/dependency-cruiser`],
    ...CRUISED,
    ...CONFIGURATION,
  ]),
  check('unused', 'knip/bin/knip.js', ['--no-progress', '--treat-config-hints-as-errors']),
]

/**
 * Runs every check, also after one has failed, and prints what a failed one says.
 *
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<string[]>} the titles of the failed ones
 */
export async function runChecks(progress) {
  await mkdir(CACHE, { recursive: true })
  /** @type {string[]} */
  const failed = []
  const waiting = [...CHECKS]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { title } = next
      await runCheck(next, progress).catch(() => failed.push(title))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return failed
}

/**
 * @param {typeof CHECKS[number]} check
 * @param {import('./progress.mjs').Progress} progress
 */
function runCheck({ title, args }, progress) {
  return progress.step(title, async () => {
    const result = await runCommand(process.execPath, args, { cwd: inProject() })
    if (result.code !== 0) {
      progress.say(result.output.trim())
      throw new SetupFailure('does not hold', 'see the lines above')
    }
    return { value: undefined }
  })
}

/**
 * @param {string} title
 * @param {string} program below node_modules; started by path, since npx takes a second to find it
 * @param {string[]} args
 */
function check(title, program, args) {
  return { title, args: [inProject('node_modules', program), ...args] }
}
