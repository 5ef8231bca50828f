import { mkdirSync, statSync, unlinkSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentStore, OpenDocument } from './documentStore'
import type { Clock, Ids } from '../system'
import { sha256Schema } from '../../shared/domain/identity'

/** Readable by the server's user alone. */
const FILE_MODE = 0o600
const FOLDER_MODE = 0o700
const PARTIAL = '.partial'
/** Where it is tried whether something can be written; what is left there is swept like any unfinished document. */
const PROBE_SHELF = '00'

/** Documents as files `folder/<first two of the hash>/<hash>`, each written aside and renamed when it is whole. */
export function createFolderDocumentStore(
  folder: string,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): DocumentStore {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE })

  function placeOf(sha256: string): { readonly shelf: string; readonly file: string } {
    // The hash becomes part of a path, so its form is not left to the callers.
    const shelf = join(folder, sha256Schema.parse(sha256).slice(0, 2))
    return { shelf, file: join(shelf, sha256) }
  }

  return {
    put: async (sha256, content) => {
      const { shelf, file } = placeOf(sha256)
      if (!(await touch(file, clock.now()))) {
        await writeWhole(shelf, file, `${file}.${ids.next()}${PARTIAL}`, content)
        await touch(file, clock.now())
      }
    },
    check: async () => {
      const shelf = join(folder, PROBE_SHELF)
      const probe = join(shelf, `${ids.next()}${PARTIAL}`)
      await mkdir(shelf, { recursive: true, mode: FOLDER_MODE })
      try {
        await writeFile(probe, 'probe', { flag: 'wx', mode: FILE_MODE })
      } finally {
        await rm(probe, { force: true })
      }
    },
    open: (sha256) => openDocument(placeOf(sha256).file),
    sweep: async (before, isReferred) => {
      let removed = 0
      for (const shelf of await readdir(folder)) {
        for (const name of await readdir(join(folder, shelf))) {
          const file = join(folder, shelf, name)
          const isLeft = name.endsWith(PARTIAL) || !(await isReferred(name))
          if (isLeft && removeIfOlder(file, before)) {
            removed += 1
          }
        }
      }
      return removed
    },
  }
}

/** Marks the file as wanted now. False when there is none. */
async function touch(file: string, now: number): Promise<boolean> {
  try {
    await utimes(file, now / 1000, now / 1000)
    return true
  } catch (error) {
    if (isMissing(error)) {
      return false
    }
    throw error
  }
}

async function writeWhole(shelf: string, file: string, partial: string, content: Uint8Array): Promise<void> {
  await mkdir(shelf, { recursive: true, mode: FOLDER_MODE })
  try {
    const handle = await open(partial, 'wx', FILE_MODE)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  await syncFolder(shelf)
}

/** A rename is only safe from a power cut when its folder is written too. Windows has no such call and no need. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') {
    return
  }
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function openDocument(file: string): Promise<OpenDocument | null> {
  try {
    const handle = await open(file, 'r')
    const { size } = await handle.stat()
    return {
      bytes: size,
      stream: (start, end) => handle.createReadStream({ start, end }),
      close: () => handle.close(),
    }
  } catch (error) {
    if (isMissing(error)) {
      return null
    }
    throw error
  }
}

/** Looks and deletes without a pause between, so that a document put meanwhile by this process is not taken. */
function removeIfOlder(file: string, before: number): boolean {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat || stat.mtimeMs >= before) {
    return false
  }
  unlinkSync(file)
  return true
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
