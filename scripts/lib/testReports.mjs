import { readFile } from 'node:fs/promises'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * @param {string} file written by Vitest's JSON reporter
 * @returns {Promise<Counts>}
 */
export async function readVitestReport(file) {
  const report = JSON.parse(await readFile(file, 'utf8'))
  const failedFiles = /** @type {{ status: string, assertionResults: { status: string }[] }[]} */ (
    report.testResults
  ).filter(
    // A file that cannot even be loaded has no failed test in it, but it has failed.
    (result) =>
      result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + failedFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * @param {string} file written by Playwright's JSON reporter
 * @returns {Promise<Counts>}
 */
export async function readPlaywrightReport(file) {
  const { stats, errors } = JSON.parse(await readFile(file, 'utf8'))
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

/** For a file that was loaded, and whose tests were never begun. */
const BEFORE_TESTS = 'what comes before the tests'

/**
 * @param {string} file written by the JSON reporter of Vitest or Playwright
 * @returns {Promise<string[]>} titles of the tests that failed, or that what comes before them all did; a file that could not be loaded
 *   is an exception and no failed test
 */
export async function failedTests(file) {
  const { testResults, suites, errors } = JSON.parse(await readFile(file, 'utf8'))
  if (testResults !== undefined) {
    /** @type {{ status: string, message: string, assertionResults: { status: string, fullName: string }[] }[]} */
    const files = testResults
    const broken = files.find(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    if (broken !== undefined || files.length === 0) {
      throw new Error(`No test was run: ${broken?.message ?? file}`)
    }
    return files.flatMap(({ status: whole, assertionResults }) => {
      const failed = assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => fullName)
      return failed.length === 0 && whole === 'failed' ? [BEFORE_TESTS] : failed
    })
  }
  const specs = specsIn(suites)
  if (specs.length === 0 || errors.length > 0) {
    throw new Error(`No test was run: ${errors[0]?.message ?? file}`)
  }
  return specs.filter(({ ok }) => !ok).map(({ title }) => title)
}

/**
 * @typedef {{ title: string, ok: boolean }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @param {readonly Suite[]} suites
 * @returns {Spec[]}
 */
function specsIn(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsIn(inner)])
}
