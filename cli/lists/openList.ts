import { open, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { readArchive, type ArchiveBounds } from '../../server/intake/readArchive'
import { CERTIFICATE_LIMITS } from '../../shared/protocol/limits'
import { refusal, success, type Result } from '../../shared/result'

/** A list, and the files that lie beside it. */
export interface OpenedList {
  readonly bytes: Uint8Array
  /** A file by the name that a line gives it; null when there is none. */
  readonly beside: (name: string) => Promise<Uint8Array | 'too-large' | 'unreadable' | null>
  /** Names of the files that came along on purpose, in a folder or a zip of their own; null for a list by itself. */
  readonly others: readonly string[] | null
}

const MEBIBYTE = 1024 * 1024
/** Certificates of two thousand filings, most of them a page of some hundred kilobytes; it is held in memory. */
const ARCHIVE_BYTES = 512 * MEBIBYTE
const LIST_ENDINGS = ['.csv', '.jsonl']

/**
 * Opens a list: a file, a folder with one list in it, or a zip of such a folder. The refusal means that there is no such list, or that
 * it is larger than `mostBytes`. Throws when there is no such file.
 */
export async function openList(place: string, mostBytes: number): Promise<Result<OpenedList, null>> {
  if ((await stat(place)).isDirectory()) {
    const lists = (await filesOf(place)).filter(isList)
    const [only] = lists
    return only === undefined || lists.length > 1
      ? refusal(null)
      : openFile(path.join(place, only), mostBytes, true)
  }
  return path.extname(place).toLowerCase() === '.zip'
    ? openZip(place, mostBytes)
    : openFile(place, mostBytes, false)
}

async function openFile(
  file: string,
  mostBytes: number,
  isAlone: boolean,
): Promise<Result<OpenedList, null>> {
  const bytes = await readBounded(file, mostBytes)
  if (typeof bytes === 'string') {
    return refusal(null)
  }
  const folder = path.dirname(file)
  // Some systems keep names decomposed; lists are written composed.
  const names = new Map((await filesOf(folder)).map((name) => [name.normalize('NFC'), name]))
  const own = path.basename(file)
  return success({
    bytes,
    beside: async (name) => {
      const found = names.get(name.normalize('NFC'))
      return found === undefined ? null : readBounded(path.join(folder, found), CERTIFICATE_LIMITS.bytes)
    },
    others: isAlone
      ? [...names.keys()].filter((name) => name !== own.normalize('NFC') && !name.startsWith('.'))
      : null,
  })
}

async function openZip(file: string, mostBytes: number): Promise<Result<OpenedList, null>> {
  if ((await stat(file)).size > ARCHIVE_BYTES) {
    return refusal(null)
  }
  const bounds: ArchiveBounds = {
    // The list has no name of its own, so nothing stands at the head.
    ...{ manifest: '', manifestBytes: 0, entries: 4000, totalBytes: ARCHIVE_BYTES },
    fileBytes: Math.max(mostBytes, CERTIFICATE_LIMITS.bytes),
  }
  const archive = await readArchive(await readFile(file), bounds)
  const lists = archive.ok ? [...archive.value.files.keys()].filter(isList) : []
  const [only = ''] = lists
  const bytes = archive.ok ? archive.value.files.get(only) : undefined
  if (!archive.ok || bytes === undefined || lists.length > 1 || bytes.length > mostBytes) {
    return refusal(null)
  }
  const { files, unread, problems } = archive.value
  const folder = only.slice(0, only.lastIndexOf('/') + 1)
  const tooLarge = new Set(
    problems.filter(({ code }) => code === 'document-too-large').map((one) => one.path),
  )
  return success({
    bytes,
    beside: (name) => {
      const wanted = folder + name.normalize('NFC')
      const damaged = unread.has(wanted) ? (tooLarge.has(wanted) ? 'too-large' : 'unreadable') : null
      return Promise.resolve(files.get(wanted) ?? damaged)
    },
    others: [...files.keys(), ...unread]
      .filter((name) => name !== only)
      .map((name) => (name.startsWith(folder) ? name.slice(folder.length) : name)),
  })
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

function isList(name: string): boolean {
  return LIST_ENDINGS.includes(path.extname(name).toLowerCase())
}

async function readBounded(file: string, most: number): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  const handle = await open(file, 'r').catch(() => null)
  if (handle === null) {
    return 'unreadable'
  }
  try {
    const { size } = await handle.stat()
    return size > most ? 'too-large' : await handle.readFile()
  } finally {
    await handle.close()
  }
}
