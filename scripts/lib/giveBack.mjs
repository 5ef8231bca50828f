import { chown, readdir } from 'node:fs/promises'
import path from 'node:path'
import { isRoot } from './paths.mjs'

/**
 * What the unprivileged user wrote belongs to the caller.
 *
 * @param {string} folder
 */
export async function giveBack(folder) {
  if (!isRoot()) {
    return
  }
  const uid = Number(process.env.SUDO_UID) || 0
  const gid = Number(process.env.SUDO_GID) || 0
  await chown(folder, uid, gid)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) {
      await chown(path.join(entry.parentPath, entry.name), uid, gid)
    }
  }
}
