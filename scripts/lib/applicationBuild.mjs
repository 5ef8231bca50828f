import { rm } from 'node:fs/promises'
import { inProject } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { tellingLine, runCommand } from './runCommand.mjs'
import { fingerprint, readStamp, writeStamp } from './stamps.mjs'

const BUILD_LIMIT_MS = 10 * 60_000
const STAMP = inProject('out', '.inputs')

/** Everything the built application is made from. */
const INPUTS = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
].map((name) => inProject(name))

/**
 * Builds the application into out/ unless its inputs are those of the last build.
 *
 * @param {import('./progress.mjs').Report} report
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildApplication(report) {
  const inputs = await fingerprint(INPUTS)
  if ((await readStamp(STAMP)) === inputs) {
    return false
  }
  report('electron-vite build')
  await rm(STAMP, { force: true })
  const result = await runCommand(
    process.execPath,
    [inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
    { cwd: inProject(), timeoutMs: BUILD_LIMIT_MS, env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (result.code !== 0) {
    throw new SetupFailure(
      `the application does not build: ${tellingLine(result)}`,
      'run npm run build to see the whole message',
    )
  }
  await writeStamp(STAMP, inputs)
  return true
}
