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
