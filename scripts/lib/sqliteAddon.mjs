import { cp, mkdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { withCacheLock } from './cacheLock.mjs'
import { cacheRoot, inProject } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { tellingLine, runCommand } from './runCommand.mjs'
import { fillFolder } from './stamps.mjs'
import { installPackages, missingBuildTools } from './systemPackages.mjs'

/** Raised when the recipe below changes, so that caches are filled anew. */
const RECIPE = 1
/** The Node-API version that the prebuilt addon is made for. On a lower one it crashes the process when a file is opened. */
const PREBUILT_NODE_API = 10
const BUILD_LIMIT_MS = 20 * 60_000

/** The addon's own definition of the Node-API version is replaced by the experimental one, which runs on 9 and 10. */
const COMPILER_FLAGS = [
  '-UNAPI_VERSION',
  '-DNAPI_EXPERIMENTAL',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-fno-lto',
].join(' ')

/**
 * Provides the encrypted SQLite addon in a form that both this Node and the given runtime can load. The path goes to the
 * application, the server's tests and the command line in BEIAN_SQLITE_ADDON, and from there into the `nativeBinding` option;
 * the packaged application finds it in its resources instead.
 *
 * @param {import('./electronRuntime.mjs').ElectronRuntime} runtime
 * @param {import('./progress.mjs').Report} report
 * @param {string} [cache]
 * @returns {Promise<string | undefined>} undefined where the prebuilt one serves
 */
export async function provideSqliteAddon(runtime, report, cache = cacheRoot()) {
  const node = Number(process.versions.napi)
  if (Math.min(node, runtime.nodeApi ?? PREBUILT_NODE_API) >= PREBUILT_NODE_API) {
    return undefined
  }
  const manifest = JSON.parse(
    await readFile(inProject('node_modules', 'better-sqlite3', 'package.json'), 'utf8'),
  )
  const key = `${manifest.version}-${process.platform}-${process.arch}-napi${node}-r${RECIPE}`
  const folder = path.join(cache, 'sqlite-addon', key)
  const addon = path.join(folder, 'better_sqlite3.node')
  if (!(await exists(addon))) {
    await withCacheLock(path.join(cache, 'sqlite-addon.lock'), async () => {
      if (!(await exists(addon))) {
        await installPackages(await missingBuildTools(), report)
        report('compiling SQLite with page encryption (about 2 minutes, once)')
        await fillFolder(folder, build)
      }
    })
  }
  return addon
}

/** @param {string} folder */
async function build(folder) {
  const source = path.join(folder, 'source')
  await cp(inProject('node_modules', 'better-sqlite3'), source, {
    recursive: true,
    filter: (file) => !file.includes(`${path.sep}prebuilds`),
  })
  await mkdir(path.join(source, 'node_modules'))
  const headers = path.dirname(createRequire(import.meta.url).resolve('node-addon-api/package.json'))
  await symlink(headers, path.join(source, 'node_modules', 'node-addon-api'))
  const prefix = await findNodeHeaders()
  const result = await runCommand(
    process.execPath,
    [
      inProject('node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      ...(prefix === undefined ? [] : [`--nodedir=${prefix}`]),
    ],
    {
      cwd: source,
      env: {
        ...process.env,
        JOBS: 'max',
        CXXFLAGS: `${process.env.CXXFLAGS ?? ''} ${COMPILER_FLAGS}`.trim(),
      },
      timeoutMs: BUILD_LIMIT_MS,
    },
  )
  if (result.code !== 0) {
    throw new SetupFailure(
      `the SQLite addon could not be compiled: ${result.timedOut ? 'time limit reached' : tellingLine(result)}`,
      prefix === undefined
        ? "install Node's headers (they come with the archives of nodejs.org and with nodesource), then start again"
        : 'install python3, make and g++, then start again; Node 22.14 or newer needs no compiler',
    )
  }
  await cp(
    path.join(source, 'build', 'Release', 'better_sqlite3.node'),
    path.join(folder, 'better_sqlite3.node'),
  )
  await verify(path.join(folder, 'better_sqlite3.node'))
  await rm(source, { recursive: true })
}

/**
 * Opens an encrypted database in another process, because a wrong addon does not throw: it ends the process.
 *
 * @param {string} addon
 */
async function verify(addon) {
  const script = `const D = require('better-sqlite3'); const d = new D(':memory:', { nativeBinding: process.argv[1] })
    d.pragma("cipher = 'chacha20'"); if (d.prepare('SELECT 1 AS one').get().one !== 1) process.exit(1)`
  const result = await runCommand(process.execPath, ['-e', script, addon], { cwd: inProject() })
  if (result.code !== 0) {
    throw new SetupFailure(
      `the compiled SQLite addon does not work: ${result.signal ?? tellingLine(result)}`,
      'use Node 22.14 or newer, for which the prebuilt addon serves',
    )
  }
}

/**
 * @returns {Promise<string | undefined>} the installation prefix whose headers are of this Node's major version; undefined lets
 *   node-gyp fetch them
 */
async function findNodeHeaders() {
  const major = process.versions.node.split('.')[0]
  const prefixes = [path.resolve(process.execPath, '..', '..'), '/usr', '/usr/local']
  for (const prefix of prefixes) {
    const header = path.join(prefix, 'include', 'node', 'node_version.h')
    const text = await readFile(header, 'utf8').catch(() => '')
    if (text.includes(`#define NODE_MAJOR_VERSION ${major}\n`)) {
      return prefix
    }
  }
  return undefined
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
