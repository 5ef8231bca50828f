import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Ending of files that are being written; a leftover of a crash can be removed without a thought. */
export const UNFINISHED_SUFFIX = '.unfinished'

/**
 * Writes a file that is either there whole or not at all, also after a loss of power: temporary file in the same
 * folder, flushed, renamed over the target, folder flushed. Only the owner may read it. Folders are made as needed.
 */
export function writeFileDurably(file: string, bytes: Uint8Array): void {
  const folder = path.dirname(file)
  makePrivateFolder(folder)
  const unfinished = `${file}${UNFINISHED_SUFFIX}`
  try {
    const handle = openSync(unfinished, 'w', 0o600)
    try {
      writeWhole(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  flushFolder(folder)
}

/** Makes a folder and its parents, readable by the owner only. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** Makes renames in this folder survive a loss of power. Windows cannot flush a folder and needs not. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') {
    return
  }
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** One call may write less than it was given, for instance when the disk is nearly full. */
function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(handle, bytes, written, bytes.length - written)
  }
}
