import { chmod, chown, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { isRoot } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { runCommand } from './runCommand.mjs'

const CAP_SYS_ADMIN = 1n << 21n
const SETUID_EXECUTABLE = 0o4755

/**
 * Finds out what keeps the renderer's sandbox on here: unprivileged namespaces, else the setuid helper beside the runtime.
 *
 * @param {import('./electronRuntime.mjs').ElectronRuntime} runtime
 * @param {import('./unprivilegedUser.mjs').UnprivilegedUser} user
 * @returns {Promise<{ switches: string[], warning?: string }>} Chromium switches that Electron must be started with
 */
export async function prepareChromiumSandbox(runtime, user) {
  if (process.platform !== 'linux') {
    return { switches: [] }
  }
  const attempt = user.command('unshare', ['--user', '--map-root-user', '--net', '--pid', '--fork', 'true'])
  if ((await runCommand(attempt.command, attempt.args)).code === 0) {
    return { switches: [] }
  }
  const helper = path.join(runtime.folder, 'chrome-sandbox')
  if (await isSetuidHelper(helper)) {
    return { switches: [] }
  }
  if (!isRoot()) {
    if (process.env.BEIAN_NO_SANDBOX === '1') {
      return {
        switches: ['--no-sandbox'],
        warning: 'without sandbox, as BEIAN_NO_SANDBOX=1 asks',
      }
    }
    throw new SetupFailure(
      'this system forbids the namespaces that keep the renderer in its sandbox',
      `run: sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
    )
  }
  if (await mayCreateNamespaces()) {
    await chown(helper, 0, 0)
    await chmod(helper, SETUID_EXECUTABLE)
    return { switches: [] }
  }
  return {
    switches: ['--no-sandbox'],
    warning:
      'this container forbids namespaces: Electron runs WITHOUT its sandbox here (allow them: --cap-add SYS_ADMIN)',
  }
}

/**
 * @param {string} helper
 * @returns {Promise<boolean>}
 */
async function isSetuidHelper(helper) {
  const facts = await stat(helper).catch(() => undefined)
  return facts !== undefined && facts.uid === 0 && (facts.mode & 0o7777) === SETUID_EXECUTABLE
}

/** @returns {Promise<boolean>} whether the setuid helper would be allowed what it is for */
async function mayCreateNamespaces() {
  const bounding = /^CapBnd:\s*([0-9a-f]+)$/m.exec(await readFile('/proc/self/status', 'utf8'))?.[1]
  return bounding !== undefined && (BigInt(`0x${bounding}`) & CAP_SYS_ADMIN) !== 0n
}
