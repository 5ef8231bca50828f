import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 500

/**
 * Keeps two clones from fetching or building the same thing at once. The lock names its owner's process, so one left behind
 * by a killed process is taken over.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withCacheLock(file, action) {
  await mkdir(path.dirname(file), { recursive: true })
  while (!(await tryLock(file))) {
    await delay(POLL_MS)
  }
  try {
    return await action()
  } finally {
    await rm(file, { force: true })
  }
}

/**
 * @param {string} file
 * @returns {Promise<boolean>}
 */
async function tryLock(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw error
    }
  }
  const owner = Number(await readFile(file, 'utf8').catch(() => ''))
  if (owner > 0 && !isAlive(owner)) {
    await rm(file, { force: true })
  }
  return false
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of another user may not be signalled, but it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
