import { spawnSync } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { join } from 'node:path'

export interface FolderLock {
  release(): void
}

export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
  constructor(folder: string) {
    super(`The data folder ${folder} is in use by another process; stop it first or choose another DATA_DIR`)
  }
}

/** libuv's `UV_FS_O_EXLOCK` on Windows: the file is opened without sharing. Node passes it on but does not name it. */
const WINDOWS_EXCLUSIVE = 0x1000_0000
/** `O_EXLOCK` of macOS and the BSDs: takes `flock` while opening. Not among Node's constants. */
const BSD_EXCLUSIVE = 0x20
/** Where spawnSync puts the fourth entry of `stdio` in the child. */
const CHILD_FD = 3

/**
 * Takes the folder for this process until `release` or the end of the process, however it ends: the lock belongs to
 * an open file of ours and the operating system drops it with the file. Nothing is left behind that could look like
 * a lock. Throws `FolderInUseError` when another process has it.
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'lock')
  const fd = process.platform === 'linux' ? lockOnLinux(file, folder) : lockWhileOpening(file, folder)
  return {
    release: () => {
      closeSync(fd)
    },
  }
}

/**
 * Node has no call for flock(2). flock(1) of util-linux, given a descriptor it inherits, locks our own open file
 * description and exits; the lock stays with our descriptor, which no other child of ours inherits.
 */
function lockOnLinux(file: string, folder: string): number {
  const fd = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600)
  const answer = spawnSync('flock', ['--exclusive', '--nonblock', String(CHILD_FD)], {
    stdio: ['ignore', 'ignore', 'ignore', fd],
  })
  if (answer.status === 0) {
    return fd
  }
  closeSync(fd)
  if (answer.error) {
    throw new Error('The data folder cannot be locked: flock(1) of util-linux is missing', {
      cause: answer.error,
    })
  }
  throw new FolderInUseError(folder)
}

function lockWhileOpening(file: string, folder: string): number {
  const exclusive = process.platform === 'win32' ? WINDOWS_EXCLUSIVE : BSD_EXCLUSIVE | constants.O_NONBLOCK
  try {
    return openSync(file, constants.O_RDWR | constants.O_CREAT | exclusive, 0o600)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EBUSY' || code === 'EAGAIN' || code === 'EWOULDBLOCK') {
      throw new FolderInUseError(folder)
    }
    throw error
  }
}
