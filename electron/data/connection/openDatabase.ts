import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { refusal, success, type Result } from '../../../shared/result'
import { backUp } from './backups'
import type { WritableDb } from './handles'
import { migrate, type Migration } from '../migrations/migrate'

const FILE_NAME = 'desk.sqlite'
/** Beside the database when an operation met a page that could not be read: the next opening checks the whole file. */
const SUSPECT_MARK = 'desk.suspect'
/** Pages kept in memory; holds the narrow tables and the indexes of a queue of 100,000 rows. */
const CACHE_KIB = 64 * 1024
/**
 * Pages in the log before it is written back, 32 MB: a page of the first exchange fills 1500, and with SQLite's own bound of 1000
 * each of them would be enciphered three times.
 */
const LOG_PAGES = 8000
/** Another process has no business here; this only bridges the moment in which one is still closing. */
const LOCK_WAIT_MS = 2000

interface DatabaseOptions {
  readonly profileFolder: string
  /** 32 bytes, used as the cipher's key without further derivation. */
  readonly key: Uint8Array
  /** The addon's path where the packaged one cannot be loaded. */
  readonly nativeBinding?: string | undefined
  readonly migrations: readonly Migration[]
  /** The profile has had a database: a missing or empty file is then a lost one and not a first start. */
  readonly mustExist: boolean
}

export interface OpenedDatabase {
  readonly db: WritableDb
  /** The last exit was not a clean one, or damage was met before it; the whole file has been checked. */
  readonly wasUnclean: boolean
}

/** Has the file checked at its next opening, after which it is either damaged or fine. */
export function markSuspect(profileFolder: string): void {
  closeSync(openSync(path.join(profileFolder, SUSPECT_MARK), 'w', 0o600))
}

export function hasDatabase(profileFolder: string): boolean {
  return existsSync(path.join(profileFolder, FILE_NAME))
}

/**
 * Opens the database of a profile, making it when there is none, and brings its schema up to date. The file is first
 * looked at through a read-only connection, so that one that turns out damaged or newer is not changed by a byte.
 * Errors of SQLite pass through; `storageProblemOf` sorts them.
 */
export function openDatabase(options: DatabaseOptions): Result<OpenedDatabase, 'damaged' | 'newer'> {
  const file = path.join(options.profileFolder, FILE_NAME)
  const mark = path.join(options.profileFolder, SUSPECT_MARK)
  const wasUnclean = hasLog(file) || existsSync(mark)
  if (existsSync(file)) {
    const problem = inspect(file, options, wasUnclean)
    if (problem !== null) {
      return refusal(problem)
    }
  } else if (options.mustExist) {
    return refusal('damaged')
  } else {
    // SQLite gives its journals the mode of the database file, so this one line keeps all of them private.
    closeSync(openSync(file, 'wx', 0o600))
  }
  const db = connect(file, options)
  try {
    prepareConnection(db)
    const version = versionOf(db)
    if (version > 0 && version < options.migrations.length) {
      backUp(db, options.profileFolder, version)
    }
    migrate(db, options.migrations)
    rmSync(mark, { force: true })
    return success({ db, wasUnclean })
  } catch (error) {
    db.close()
    throw error
  }
}

/** Leaves the file tidy: planner statistics, log written back, journals gone. Closes it also where that fails. */
export function closeDatabase(db: WritableDb): void {
  try {
    db.pragma('optimize')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

/**
 * What stands against opening this file, through a connection that cannot change it. After an unclean exit the whole
 * file is checked.
 */
function inspect(file: string, options: DatabaseOptions, wasUnclean: boolean): 'damaged' | 'newer' | null {
  const db = connect(file, options, { readonly: true, fileMustExist: true })
  try {
    const version = versionOf(db)
    if (version > options.migrations.length) {
      return 'newer'
    }
    if (version === 0 && options.mustExist) {
      return 'damaged'
    }
    return wasUnclean && db.pragma('quick_check(1)', { simple: true }) !== 'ok' ? 'damaged' : null
  } finally {
    db.close()
  }
}

/** A clean exit takes the log away. */
function hasLog(file: string): boolean {
  const log = `${file}-wal`
  return existsSync(log) && statSync(log).size > 0
}

function connect(file: string, options: DatabaseOptions, mode: Database.Options = {}): WritableDb {
  const { nativeBinding } = options
  const db = new Database(file, {
    timeout: LOCK_WAIT_MS,
    ...mode,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  }) as WritableDb
  // ChaCha20-Poly1305 a page: authenticated, and as fast on machines without AES instructions.
  const rawKey = Buffer.concat([Buffer.from('raw:'), options.key])
  try {
    db.pragma("cipher = 'chacha20'")
    db.key(rawKey)
  } catch (error) {
    db.close()
    throw error
  } finally {
    rawKey.fill(0)
  }
  return db
}

/** The order matters: nothing can be read before the key, and all of it is set anew at every opening. */
function prepareConnection(db: WritableDb): void {
  // One process at a time; with it the log's index stays in memory instead of in a file beside the database.
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('journal_mode = WAL')
  // A confirmed decision survives a loss of power.
  db.pragma('synchronous = FULL')
  // The library was built to spill sorts to the temporary folder, in clear text.
  db.pragma('temp_store = MEMORY')
  db.pragma('secure_delete = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma(`cache_size = -${CACHE_KIB}`)
  db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
}

function versionOf(db: WritableDb): number {
  return Number(db.pragma('user_version', { simple: true }))
}
