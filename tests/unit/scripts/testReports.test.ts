import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failedTests, readPlaywrightReport, readVitestReport } from '../../../scripts/lib/testReports.mjs'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-reports-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function write(report: unknown): Promise<string> {
  const file = path.join(folder, 'report.json')
  await writeFile(file, JSON.stringify(report))
  return file
}

describe('test reports', () => {
  it('count a Vitest file that could not be loaded as failed, but not twice', async () => {
    const file = await write({
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    })
    expect(await readVitestReport(file)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('count flaky Playwright tests and errors outside of tests as failed', async () => {
    const file = await write({
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'x' }],
    })
    expect(await readPlaywrightReport(file)).toEqual({ passed: 4, failed: 3, skipped: 2 })
  })

  it('do not take a missing report for success', async () => {
    await expect(readVitestReport(path.join(folder, 'none.json'))).rejects.toThrow('ENOENT')
  })

  it('name the tests that failed, of either runner', async () => {
    const assertionResults = [
      { status: 'failed', fullName: 'a claim' },
      { status: 'passed', fullName: 'another' },
    ]
    expect(await failedTests(await write({ testResults: [{ status: 'failed', assertionResults }] }))).toEqual(
      ['a claim'],
    )
    const unbegun = [{ status: 'skipped', fullName: 'a claim' }]
    const begun = await write({ testResults: [{ status: 'failed', assertionResults: unbegun }] })
    expect(await failedTests(begun)).toEqual(['what comes before the tests'])
    const suites = [
      { suites: [{ specs: [{ title: 'a claim', ok: false }] }], specs: [{ title: 'b', ok: true }] },
    ]
    expect(await failedTests(await write({ suites, errors: [] }))).toEqual(['a claim'])
  })

  it('are no proof when no test was run', async () => {
    const unloaded = [{ status: 'failed', message: 'a mistake of syntax', assertionResults: [] }]
    await expect(failedTests(await write({ testResults: unloaded }))).rejects.toThrow('a mistake of syntax')
    await expect(
      failedTests(await write({ suites: [], errors: [{ message: 'none found' }] })),
    ).rejects.toThrow('none found')
  })
})
