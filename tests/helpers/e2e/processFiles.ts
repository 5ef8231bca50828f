import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Ids of a process and of everything it has started, the started ones' own included. */
export async function processTree(root: number): Promise<readonly number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    const pid = Number(name)
    const parent = Number.isInteger(pid) ? await parentOf(pid) : null
    if (parent !== null) {
      parents.set(pid, parent)
    }
  }
  const tree = new Set([root])
  for (let size = 0; size !== tree.size;) {
    size = tree.size
    parents.forEach((parent, pid) => {
      if (tree.has(parent)) {
        tree.add(pid)
      }
    })
  }
  return [...tree]
}

async function parentOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => null)
  const parent = /^PPid:\s+(\d+)$/m.exec(status ?? '')?.[1]
  return parent === undefined ? null : Number(parent)
}

export interface OpenFile {
  /** Where the kernel says it lies or lay. */
  readonly place: string
  /** Where its bytes can be read now, deleted or not. */
  readonly readAt: string
}

/**
 * Regular files on a disk that a process has open although their names are gone: temporary files that no listing of
 * a folder shows. Shared memory (`memfd`, `/dev/shm`) is memory and not meant.
 */
export async function openDeletedFiles(pids: readonly number[]): Promise<{
  readonly files: readonly OpenFile[]
  /** Processes whose tables the kernel shows to nobody but root. */
  readonly closed: readonly number[]
}> {
  const files: OpenFile[] = []
  const closed: number[] = []
  for (const pid of pids) {
    const folder = `/proc/${String(pid)}/fd`
    const entries = await readdir(folder).catch(() => null)
    if (entries === null) {
      closed.push(pid)
      continue
    }
    for (const entry of entries) {
      const readAt = join(folder, entry)
      const place = await readlink(readAt).catch(() => '')
      const isGone = place.startsWith('/') && place.endsWith(' (deleted)')
      if (isGone && !/^\/(memfd:|dev\/)/.test(place) && (await isRegularFile(readAt))) {
        files.push({ place, readAt })
      }
    }
  }
  return { files, closed }
}

async function isRegularFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ?? false
}
