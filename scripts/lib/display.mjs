import { randomBytes } from 'node:crypto'
import { chmod, chown, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isRoot } from './paths.mjs'
import { SetupFailure } from './progress.mjs'

const START_LIMIT_MS = 15_000
/** The size most reviewers have. */
const SCREEN = '1920x1080x24'
const COOKIE_NAME = 'MIT-MAGIC-COOKIE-1'
/** In an Xauthority file: valid for every address. */
const FAMILY_WILD = 0xffff

/** @returns {boolean} whether windows can be shown to somebody */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
}

/**
 * Starts a display without a screen that only the holder of its cookie can use.
 *
 * @param {import('./unprivilegedUser.mjs').UnprivilegedUser} user
 * @param {import('./children.mjs').Children} children
 * @returns {Promise<NodeJS.ProcessEnv>} DISPLAY and XAUTHORITY
 */
export async function startVirtualDisplay(user, children) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'beian-display-'))
  children.onClose(() => rm(folder, { recursive: true, force: true }))
  const authority = path.join(folder, 'Xauthority')
  await writeFile(authority, xauthority(randomBytes(16)), { mode: 0o600 })
  if (isRoot()) {
    await Promise.all([chown(folder, user.uid, user.gid), chown(authority, user.uid, user.gid)])
    await mkdir('/tmp/.X11-unix').then(
      () => chmod('/tmp/.X11-unix', 0o1777),
      () => undefined,
    )
  }
  const { command, args } = user.command('Xvfb', [
    '-displayfd',
    '3',
    '-screen',
    '0',
    SCREEN,
    '-nolisten',
    'tcp',
    '-auth',
    authority,
    '-noreset',
  ])
  const server = children.start(command, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: user.environment(process.env),
  })
  const number = await readDisplayNumber(server)
  return { DISPLAY: `:${number}`, XAUTHORITY: authority, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' }
}

/**
 * The person's own display for a process that runs as somebody else: it needs a copy of the cookie.
 *
 * @param {import('./unprivilegedUser.mjs').UnprivilegedUser} user
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function lendDisplay(user) {
  if (user.home === undefined) {
    return {}
  }
  const source = process.env.XAUTHORITY ?? path.join(os.homedir(), '.Xauthority')
  const copy = path.join(user.home, 'Xauthority')
  try {
    await copyFile(source, copy)
    await chmod(copy, 0o600)
    await chown(copy, user.uid, user.gid)
    return { XAUTHORITY: copy }
  } catch {
    // Displays that know people by name (localuser) have no cookie.
    return {}
  }
}

/**
 * @param {Buffer} cookie
 * @returns {Buffer}
 */
export function xauthority(cookie) {
  const parts = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from(COOKIE_NAME), cookie]
  const family = Buffer.alloc(2)
  family.writeUInt16BE(FAMILY_WILD)
  const fields = parts.map((part) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(part.length)
    return Buffer.concat([length, part])
  })
  return Buffer.concat([family, ...fields])
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function readDisplayNumber(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    let number = ''
    const fail = (/** @type {string} */ problem) => {
      reject(new SetupFailure(`the virtual display did not start: ${problem}`, 'install the package xvfb'))
    }
    const timer = setTimeout(() => fail('time limit reached'), START_LIMIT_MS)
    server.stderr?.on('data', (chunk) => {
      said = String(chunk).trim()
    })
    server.stdio[3]?.on('data', (chunk) => {
      number += String(chunk)
      if (number.endsWith('\n')) {
        clearTimeout(timer)
        resolve(number.trim())
      }
    })
    server.on('error', (error) => {
      clearTimeout(timer)
      fail(error.message)
    })
    server.on('exit', () => {
      clearTimeout(timer)
      fail(said.split('\n').at(-1) ?? 'it ended')
    })
  })
}
