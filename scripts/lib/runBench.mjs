import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startVirtualDisplay } from './display.mjs'
import { inProject } from './paths.mjs'
import { startPostgres } from './postgres.mjs'
import { createProgress, SetupFailure } from './progress.mjs'
import { runCommand } from './runCommand.mjs'
import { setUp } from './setUp.mjs'

const MINUTES = 10
/** A full run, whose report is kept, may take as long as it needs on a busy machine. */
const FULL_MINUTES = 180
/** Benches that measure beside programs for documents. */
const WITH_DOCUMENT_TOOLS = ['package']
/** Benches that measure with a PostgreSQL, which then is as durable as a team's. */
const WITH_POSTGRES = ['draw']
/** Benches that open the built workstation: on a display, and as somebody for whom Chromium keeps its sandbox. */
const WITH_WINDOW = ['window']

/**
 * Runs one bench with everything in its environment that it may measure (SQLite addon, media process).
 *
 * @param {readonly string[]} args name and switches
 * @returns {Promise<number>} exit code
 */
export async function runBench(args) {
  // Standard output is for the figures alone.
  const toErrors = createProgress({ write: (line) => void process.stderr.write(`${line}\n`) })
  const minutes = args.includes('--full') ? FULL_MINUTES : MINUTES
  const postgresql = args.some((arg) => WITH_POSTGRES.includes(arg))
  const isWindow = args.some((arg) => WITH_WINDOW.includes(arg))
  const documentTools = args.some((arg) => WITH_DOCUMENT_TOOLS.includes(arg))
  const needs = { virtualDisplay: isWindow, postgresql, build: isWindow, documentTools }
  const workshop = await setUp(needs, toErrors)
  // That somebody may write no file of the project; the report is fetched from here.
  const reports = await mkdtemp(path.join(os.tmpdir(), 'beian-bench-'))
  try {
    await workshop.user.own(reports)
    const database = postgresql ? { TEST_DATABASE_URL: await startPostgres(workshop, { durable: true }) } : {}
    const display = isWindow ? await startVirtualDisplay(workshop.user, workshop.children) : {}
    const run = ['--import', 'tsx', inProject('tests', 'bench', 'run.ts'), ...args]
    const bench = isWindow
      ? workshop.user.command(process.execPath, run)
      : { command: process.execPath, args: run }
    const { code, timedOut } = await runCommand(bench.command, bench.args, {
      cwd: inProject(),
      env: { ...workshop.environment, ...database, ...display, BEIAN_BENCH_REPORTS: reports },
      inherit: true,
      timeoutMs: minutes * 60_000,
    })
    if (timedOut) {
      throw new SetupFailure(
        `the bench took longer than ${String(minutes)} minutes`,
        'measure less, or run it on a quiet machine',
      )
    }
    for (const report of await readdir(reports)) {
      await copyFile(path.join(reports, report), inProject('docs', 'reports', report))
    }
    return code ?? 1
  } finally {
    await rm(reports, { recursive: true, force: true })
    await workshop.children.close()
  }
}
