import { inProject } from './paths.mjs'
import { createProgress, SetupFailure } from './progress.mjs'
import { runCommand } from './runCommand.mjs'
import { setUp } from './setUp.mjs'

const MINUTES = 10
/** A full run, whose report is kept, may take as long as it needs on a busy machine. */
const FULL_MINUTES = 180

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
  const workshop = await setUp({ virtualDisplay: false, postgresql: false, build: false }, toErrors)
  try {
    const { code, timedOut } = await runCommand(
      process.execPath,
      ['--import', 'tsx', inProject('tests', 'bench', 'run.ts'), ...args],
      { cwd: inProject(), env: workshop.environment, inherit: true, timeoutMs: minutes * 60_000 },
    )
    if (timedOut) {
      throw new SetupFailure(
        `the bench took longer than ${String(minutes)} minutes`,
        'measure less, or run it on a quiet machine',
      )
    }
    return code ?? 1
  } finally {
    await workshop.children.close()
  }
}
