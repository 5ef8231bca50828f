import { mkdir, readdir } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SetupFailure } from './progress.mjs'
import { tellingLine, runCommand } from './runCommand.mjs'
import { hashFile } from './stamps.mjs'

const DOWNLOAD_LIMIT_MS = 20 * 60_000

/**
 * @typedef {{ name: string, version: string, integrity: string }} PinnedPackage integrity as npm writes it: `sha512-` and base64
 */

/**
 * Fetches a package from the registry that npm is configured for, without installing it, and refuses other bytes than the pinned ones.
 *
 * @param {PinnedPackage} pinned
 * @param {string} folder an empty folder for the download
 * @returns {Promise<string>} the tarball
 */
export async function fetchTarball(pinned, folder) {
  await mkdir(folder, { recursive: true })
  const spec = `${pinned.name}@${pinned.version}`
  const result = await runCommand(
    'npm',
    ['pack', spec, '--pack-destination', folder, '--silent', '--ignore-scripts'],
    { cwd: folder, timeoutMs: DOWNLOAD_LIMIT_MS },
  )
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (result.code !== 0 || file === undefined) {
    throw new SetupFailure(
      `npm could not fetch ${spec}: ${result.timedOut ? 'time limit reached' : tellingLine(result)}`,
      'check the network and the registry that npm is configured for (npm config get registry), then start again',
    )
  }
  const tarball = path.join(folder, file)
  const integrity = `sha512-${await hashFile(tarball, 'sha512', 'base64')}`
  if (integrity !== pinned.integrity) {
    throw new SetupFailure(
      `${spec} arrived with other contents than the pinned ones (${integrity})`,
      'do not use this registry until it is clear why; nothing was installed',
    )
  }
  return tarball
}

/**
 * Copies one file out of a package's tarball.
 *
 * @param {string} tarball
 * @param {string} member for example `package/bin/node`
 * @param {string} target
 * @param {number} mode
 */
export async function extractMember(tarball, member, target, mode) {
  await mkdir(path.dirname(target), { recursive: true })
  const tar = spawn('tar', ['-xzOf', tarball, member], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve, reject) => {
    tar.on('error', reject)
    tar.on('close', resolve)
  })
  await Promise.all([pipeline(tar.stdout, createWriteStream(target, { mode })), ended])
  if (tar.exitCode !== 0) {
    throw new SetupFailure(
      `${member} is not in ${path.basename(tarball)}`,
      'remove the cache folder and start again',
    )
  }
}
