import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { startVirtualDisplay } from './display.mjs'
import { giveBack } from './giveBack.mjs'
import { packageApplication } from './packageApplication.mjs'
import { inProject } from './paths.mjs'
import { startPostgres } from './postgres.mjs'
import { runChecks } from './runChecks.mjs'
import { runInWorkshop } from './runInWorkshop.mjs'
import { failedTests, readPlaywrightReport, readVitestReport } from './testReports.mjs'

/** Errors of a Vitest run that belong to no test. */
const LAST_WORDS = 'lastWords.json'

/**
 * Everything that must hold: the checks, then all tests, on a real PostgreSQL and on real Electron. Goes on after a failure, so
 * that one run shows all of them.
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @returns {Promise<number>} exit code
 */
export async function runTests(workshop) {
  const { progress, user, children } = workshop
  const results = inProject('test-results')
  await rm(results, { recursive: true, force: true })
  await user.own(results)
  /** @type {import('./testReports.mjs').Counts} */
  const total = { passed: 0, failed: 0, skipped: 0 }
  /** @type {string[]} */
  const stages = []
  /** @type {string[]} */
  const words = []

  /**
   * @param {string} title
   * @param {() => Promise<import('./testReports.mjs').Counts>} action
   * @param {() => Promise<readonly string[]>} [namesOfFailures]
   */
  const stage = async (title, action, namesOfFailures = async () => []) => {
    progress.say(`\n== ${title}`)
    try {
      const counts = await action()
      total.passed += counts.passed
      total.failed += counts.failed
      total.skipped += counts.skipped
      if (counts.failed > 0) {
        stages.push(title)
        words.push(...(await namesOfFailures().catch((/** @type {Error} */ error) => [error.message])))
      }
    } catch (error) {
      progress.say(error instanceof Error ? error.message : String(error))
      total.failed += 1
      stages.push(title)
    }
  }

  await stage('checks', async () => ({ passed: 0, failed: (await runChecks(progress)).length, skipped: 0 }))
  await stage(
    'unit, integration, security, architecture',
    async () => {
      const database = await progress.step('PostgreSQL', async () => {
        return { note: 'started', value: await startPostgres(workshop) }
      })
      return runVitest(workshop, results, { TEST_DATABASE_URL: database })
    },
    async () => [
      ...(await failedTests(path.join(results, 'vitest.json'))),
      ...JSON.parse(await readFile(path.join(results, LAST_WORDS), 'utf8')),
    ],
  )
  const onElectron = async () => {
    const executable = await progress.step('package', async (report) => {
      return {
        note: 'dist/linux-unpacked',
        value: await packageApplication(workshop, { forTests: true }, report),
      }
    })
    const display = await startVirtualDisplay(user, children)
    return runPlaywright(workshop, results, { ...display, BEIAN_PACKAGED_EXECUTABLE: executable })
  }
  await stage('end to end on Electron, also as packaged', onElectron, () =>
    failedTests(path.join(results, 'playwright.json')),
  )

  await giveBack(results)
  progress.say('')
  if (total.skipped > 0) {
    progress.say(`${total.skipped} skipped: a test that is not run proves nothing`)
    total.failed += total.skipped
  }
  if (stages.length > 0) {
    progress.say(`failed: ${stages.join('; ')}`)
    // Once more at the end, where the log of a machine is read first.
    words.forEach((line) => progress.say(`  ${line}`))
  }
  progress.say(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}

/**
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {string} results
 * @param {NodeJS.ProcessEnv} extra
 */
async function runVitest(workshop, results, extra) {
  const report = path.join(results, 'vitest.json')
  const code = await runInWorkshop(
    workshop,
    process.execPath,
    [
      inProject('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      // The other loaders write beside the configuration, where this user may not.
      ...['--configLoader', 'runner'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      `--reporter=${inProject('scripts', 'lib', 'lastWords.mjs')}`,
    ],
    {
      ...extra,
      BEIAN_TOOL_CACHE: path.join(results, '.cache'),
      BEIAN_LAST_WORDS: path.join(results, LAST_WORDS),
    },
  )
  return judge(await readVitestReport(report), code)
}

/**
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {string} results
 * @param {NodeJS.ProcessEnv} extra
 */
async function runPlaywright(workshop, results, extra) {
  const code = await runInWorkshop(
    workshop,
    process.execPath,
    [inProject('node_modules', '@playwright', 'test', 'cli.js'), 'test'],
    { ...extra, BEIAN_TEST_RESULTS: results, FORCE_COLOR: '0' },
  )
  return judge(await readPlaywrightReport(path.join(results, 'playwright.json')), code)
}

/**
 * A runner may also fail without a failed test (an unhandled rejection, no test found).
 *
 * @param {import('./testReports.mjs').Counts} counts
 * @param {number} code
 */
function judge(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
