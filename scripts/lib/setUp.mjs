import path from 'node:path'
import { createChildren } from './children.mjs'
import { installDependencies } from './dependencies.mjs'
import { cacheRoot, inProject, isRoot } from './paths.mjs'
import { createProgress } from './progress.mjs'
import {
  DISPLAY_PACKAGES,
  DOCUMENT_TOOLS,
  ELECTRON_LIBRARIES,
  POSTGRESQL_PACKAGES,
  hasApt,
  installPackages,
  missingPackages,
} from './systemPackages.mjs'

/**
 * @typedef {{ virtualDisplay: boolean, postgresql: boolean, build: boolean, documentTools?: boolean }} Needs documentTools: what others
 *   make of our PDF files and archives
 * @typedef {{
 *   progress: import('./progress.mjs').Progress,
 *   children: import('./children.mjs').Children,
 *   runtime: import('./electronRuntime.mjs').ElectronRuntime,
 *   user: import('./unprivilegedUser.mjs').UnprivilegedUser,
 *   environment: NodeJS.ProcessEnv,
 *   switches: readonly string[],
 * }} Workshop environment is complete (the unprivileged user's); switches must be given to every Electron that is started
 */

/**
 * Brings a fresh clone to where the application can be started, and skips whatever is done already.
 *
 * @param {Needs} needs
 * @param {import('./progress.mjs').Progress} [progress]
 * @returns {Promise<Workshop>}
 */
export async function setUp(needs, progress = createProgress()) {
  if (isRoot()) {
    // What root writes here is read by the unprivileged user.
    process.umask(0o022)
  }
  await together([
    progress.step('system packages', async (report) => {
      return { note: await provideSystemPackages(needs, report), value: undefined }
    }),
    progress.step('dependencies', async (report) => {
      const installed = await installDependencies(report)
      return { note: installed ? 'installed from package-lock.json' : 'unchanged', value: undefined }
    }),
  ])
  const [{ runtime, addon, user, switches }] = await together([
    prepareRuntime(progress),
    needs.build ? build(progress) : Promise.resolve(),
  ])
  return {
    progress,
    children: createChildren(),
    runtime,
    user,
    switches,
    environment: user.environment({
      ...process.env,
      // Read by the `electron` package, and through it by Playwright and electron-vite.
      ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
      // Which file better-sqlite3 opens; absent: its own prebuilt one.
      ...(addon === undefined ? {} : { BEIAN_SQLITE_ADDON: addon }),
      // The plain Node that runs the media process.
      BEIAN_NODE: process.execPath,
      // For whoever starts Electron without this module (Playwright's fixtures).
      BEIAN_CHROMIUM_SWITCHES: switches.join(' '),
      BEIAN_RUNTIME: `${runtime.source} ${runtime.version}`,
      BEIAN_CACHE_ROOT: cacheRoot(),
    }),
  }
}

/**
 * Waits for all before it fails with the first failure, so that nothing goes on in the background and is left half done.
 *
 * @template {readonly Promise<unknown>[] | []} T
 * @param {T} steps
 * @returns {Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>}
 */
async function together(steps) {
  await Promise.allSettled(steps)
  return /** @type {{ -readonly [K in keyof T]: Awaited<T[K]> }} */ (await Promise.all(steps))
}

/** @param {import('./progress.mjs').Progress} progress */
async function prepareRuntime(progress) {
  // Loaded here, since they use what has just been installed.
  const { provideElectronRuntime } = await import('./electronRuntime.mjs')
  const { provideSqliteAddon } = await import('./sqliteAddon.mjs')
  const { findUnprivilegedUser } = await import('./unprivilegedUser.mjs')
  const { prepareChromiumSandbox } = await import('./chromiumSandbox.mjs')
  const runtime = await progress.step('Electron runtime', async (report) => {
    const value = await provideElectronRuntime(report)
    return { note: `${value.source} ${value.version}`, value }
  })
  const [addon, sandbox] = await together([
    progress.step('SQLite addon', async (report) => {
      const value = await provideSqliteAddon(runtime, report)
      return { note: value === undefined ? 'prebuilt' : 'built for this Node-API', value }
    }),
    progress.step('sandbox', async () => {
      const user = await findUnprivilegedUser()
      const prepared = await prepareChromiumSandbox(runtime, user)
      return { note: prepared.warning ?? user.warning ?? 'on', value: { user, ...prepared } }
    }),
  ])
  return { runtime, addon, user: sandbox.user, switches: sandbox.switches }
}

/** @param {import('./progress.mjs').Progress} progress */
async function build(progress) {
  const { buildApplication } = await import('./applicationBuild.mjs')
  await progress.step('application', async (report) => {
    const built = await buildApplication(report)
    return { note: built ? `built into ${path.basename(inProject('out'))}/` : 'unchanged', value: undefined }
  })
}

/**
 * @param {Needs} needs
 * @param {import('./progress.mjs').Report} report
 * @returns {Promise<string>}
 */
async function provideSystemPackages(needs, report) {
  if (process.platform !== 'linux') {
    return 'none needed'
  }
  if (!(await hasApt())) {
    return 'not Debian or Ubuntu: taken as given'
  }
  const wanted = [
    ...ELECTRON_LIBRARIES,
    ...(needs.virtualDisplay ? DISPLAY_PACKAGES : []),
    ...(needs.postgresql ? POSTGRESQL_PACKAGES : []),
    ...(needs.documentTools === true ? DOCUMENT_TOOLS : []),
  ]
  const missing = await missingPackages(wanted)
  await installPackages(missing, report)
  return missing.length === 0 ? 'complete' : `installed ${missing.map((entry) => entry.at(-1)).join(' ')}`
}
