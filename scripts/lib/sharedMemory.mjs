import { statfs } from 'node:fs/promises'
import { isRoot } from './paths.mjs'
import { runCommand } from './runCommand.mjs'

/**
 * Chromium draws through /dev/shm and crashes when it is full; one workstation was seen to use 88 MB, containers often have
 * 64 MB. Its other place would be files in the temporary folder, and identity papers have no business there.
 */
const ROOMY = 512 * 1024 * 1024
const MOUNT = 'mount -t tmpfs -o mode=1777,size=1g tmpfs /dev/shm && exec "$@"'

/**
 * @returns {Promise<{ prefix: string[], warning?: string }>} what must stand before a command of root's so that it has enough
 *   shared memory; mostly nothing
 */
export async function provideSharedMemory() {
  if (process.platform !== 'linux' || (await isRoomy())) {
    return { prefix: [] }
  }
  const prefix = ['unshare', '--mount', 'sh', '-c', MOUNT, 'sh']
  if (isRoot() && (await runCommand('unshare', [...prefix.slice(1), 'true'])).code === 0) {
    return { prefix }
  }
  return {
    prefix: [],
    warning:
      '/dev/shm has less than 512 MB: Electron may crash (mount -o remount,size=1g /dev/shm; docker: --shm-size=1g)',
  }
}

/** @returns {Promise<boolean>} */
async function isRoomy() {
  try {
    const { bsize, blocks } = await statfs('/dev/shm')
    return bsize * blocks >= ROOMY
  } catch {
    return false
  }
}
