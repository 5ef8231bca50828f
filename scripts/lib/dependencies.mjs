import { access } from 'node:fs/promises'
import { inProject } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { tellingLine, runCommand } from './runCommand.mjs'
import { hashFile, readStamp, writeStamp } from './stamps.mjs'

const INSTALL_LIMIT_MS = 30 * 60_000
/** npm writes it last; node_modules without it is half an installation. */
const NPM_OWN_STAMP = inProject('node_modules', '.package-lock.json')
const STAMP = inProject('node_modules', '.beian-lock-hash')

/**
 * Installs exactly what package-lock.json names, without running install scripts, unless it is there already.
 *
 * @param {import('./progress.mjs').Report} report
 * @returns {Promise<boolean>} whether something was installed
 */
export async function installDependencies(report) {
  const wanted = await hashFile(inProject('package-lock.json'), 'sha256', 'hex')
  if ((await readStamp(STAMP)) === wanted && (await exists(NPM_OWN_STAMP))) {
    return false
  }
  if (await isInstalledAlready()) {
    await writeStamp(STAMP, wanted)
    return false
  }
  report('npm ci')
  const result = await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: inProject(),
    timeoutMs: INSTALL_LIMIT_MS,
  })
  if (result.code !== 0) {
    throw new SetupFailure(
      `npm ci failed: ${result.timedOut ? 'time limit reached' : tellingLine(result)}`,
      'check the network and the registry that npm is configured for (npm config get registry), then start again',
    )
  }
  await writeStamp(STAMP, wanted)
  return true
}

/**
 * Somebody ran `npm ci` or `npm install` by hand: npm can tell whether the tree matches the lockfile.
 *
 * @returns {Promise<boolean>}
 */
async function isInstalledAlready() {
  if (!(await exists(NPM_OWN_STAMP))) {
    return false
  }
  const { readFile } = await import('node:fs/promises')
  const [lock, tree] = await Promise.all(
    [inProject('package-lock.json'), NPM_OWN_STAMP].map(async (file) =>
      JSON.parse(await readFile(file, 'utf8')),
    ),
  )
  const installed = tree.packages
  return Object.entries(lock.packages).every(([place, wanted]) => {
    const found = installed[place]
    return place === '' || wanted.optional || wanted.devOptional || found?.integrity === wanted.integrity
  })
}

/**
 * @param {string} file
 * @returns {Promise<boolean>}
 */
function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  )
}
