/** What an error of SQLite or the file system means for the profile. */
type StorageProblem = 'damaged' | 'disk-full'

/** Codes that say the file itself cannot be read or used; extended codes begin with these. */
const DAMAGED = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_CANTOPEN', 'SQLITE_IOERR', 'SQLITE_FORMAT']
const DISK_FULL = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT']

/** Sorts by the error's code, never by its message; null for anything that is not about the file or the disk. */
export function storageProblemOf(error: unknown): StorageProblem | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code !== 'string') {
    return null
  }
  if (DISK_FULL.includes(code)) {
    return 'disk-full'
  }
  return DAMAGED.some((prefix) => code === prefix || code.startsWith(`${prefix}_`)) ? 'damaged' : null
}
