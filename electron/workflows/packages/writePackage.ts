import { createHash, randomBytes } from 'node:crypto'
import { link, lstat, open, readFile, rename, stat, statfs, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { refusal, success, type Result } from '../../../shared/result'

export type WritePackageProblem = 'folder-missing' | 'disk-full' | 'not-writable' | 'different-file-exists'

export interface WritePackageRequest {
  readonly folder: string
  readonly fileName: string
  readonly bytes: Uint8Array
  /** SHA-256 of files that are ours under this name with other bytes, as an age file of the same package is: replaced. */
  readonly own?: readonly string[]
  /** Bytes free for this user in the folder; the system is asked when absent. */
  readonly freeBytes?: (folder: string) => Promise<number>
}

/** Room that stays free beyond the package: a full disk hurts more than a package that must wait. */
const SPARE_BYTES = 16 * 1024 * 1024

/**
 * Writes a package whole or not at all: into a temporary file beside its place, to the disk, then to its name. A
 * file of that name with the same bytes is fine, one of ours with others gives way, anybody else's is never replaced.
 */
export async function writePackage(
  request: WritePackageRequest,
): Promise<Result<{ readonly path: string; readonly wasThere: boolean }, WritePackageProblem>> {
  const { folder, fileName, bytes, own = [] } = request
  const path = join(folder, fileName)
  const temporary = join(folder, `.${fileName}.${randomBytes(6).toString('hex')}.part`)
  try {
    if (!(await stat(folder)).isDirectory()) {
      return refusal('folder-missing')
    }
    const found = await compare(path, bytes, own)
    if (found === 'same') {
      return success({ path, wasThere: true })
    }
    if (found === 'different') {
      return refusal('different-file-exists')
    }
    if ((await (request.freeBytes ?? freeBytesOf)(folder)) < bytes.length + SPARE_BYTES) {
      return refusal('disk-full')
    }
    await writeToDisk(temporary, bytes)
    // Writing took its time, and the folder may be anybody's: what is there is looked at once more.
    const isMoved =
      (await moveUnlessThere(temporary, path)) || (await replaceOwn(temporary, path, bytes, own))
    if (!isMoved) {
      const isSame = (await compare(path, bytes, own)) === 'same'
      return isSame ? success({ path, wasThere: true }) : refusal('different-file-exists')
    }
    await syncFolder(folder)
    return success({ path, wasThere: false })
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) {
      throw error
    }
    return refusal(problem)
  } finally {
    await removeIfThere(temporary)
  }
}

/** Whether a file of the folder is an unfinished one of that package, or of its signature. */
export function isUnfinishedOf(file: string, fileName: string): boolean {
  const base = fileName.replace(/\.age$/, '')
  return file.startsWith(`.${base}`) && /\.[0-9a-f]{12}\.part$/.test(file)
}

/** The refusal that an error of the file system means; null for one that is a bug here. */
export function problemOf(error: unknown): WritePackageProblem | null {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'folder-missing'
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk-full'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EIO':
    case 'EBUSY':
      return 'not-writable'
    default:
      return null
  }
}

/** What has the name: nothing, these very bytes, a file of ours with others, or somebody else's. */
async function compare(
  path: string,
  bytes: Uint8Array,
  own: readonly string[],
): Promise<'nothing' | 'same' | 'own' | 'different'> {
  if (!(await isThere(path))) {
    return 'nothing'
  }
  // A link is somebody else's file, wherever it leads.
  const found = await lstat(path)
  if (!found.isFile() || (own.length === 0 && found.size !== bytes.length)) {
    return 'different'
  }
  const there = await readFile(path)
  if (there.equals(bytes)) {
    return 'same'
  }
  return own.includes(createHash('sha256').update(there).digest('hex')) ? 'own' : 'different'
}

/** Puts the new file over one of ours; false when the one that is there is not. */
async function replaceOwn(
  from: string,
  to: string,
  bytes: Uint8Array,
  own: readonly string[],
): Promise<boolean> {
  if ((await compare(to, bytes, own)) !== 'own') {
    return false
  }
  await rename(from, to)
  return true
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Only the owner may read it: a package is full of personal data. */
async function writeToDisk(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * A link fails when the name is taken, which a rename does not. Where the file system has no links (FAT, some
 * network shares) the name was found free a moment ago and a rename must do. False when the name is taken.
 */
async function moveUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      return false
    }
    if (await isThere(to)) {
      return false
    }
    await rename(from, to)
    return true
  }
}

/** Makes the name itself survive a loss of power; Windows opens no folders and needs none of this. */
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

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return false
    }
    throw error
  }
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR' && problemOf(error) === null) {
      throw error
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
