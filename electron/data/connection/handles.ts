import type Database from 'better-sqlite3'

declare const mayWrite: unique symbol

/** A connection as far as reading goes; a function that takes it cannot prepare a statement that writes. */
export type ReadableDb = Pick<Database.Database, 'prepare'>
/** The connection itself, for what changes data. */
export type WritableDb = EncryptedDatabase & { readonly [mayWrite]: true }
/** What the library with page encryption has over the one its types were written for. */
type EncryptedDatabase = Database.Database & { key(key: Buffer): number }

export interface ReadStatement<Parameters, Row> {
  /** The first row, if any. */
  get(parameters: Parameters): Row | undefined
  all(parameters: Parameters): Row[]
}
interface WriteStatement<Parameters> {
  /** Answers how many rows were changed. */
  run(parameters: Parameters): number
}

/** Statements without parameters take this. */
export const NO_PARAMETERS = {}
type NoParameters = Readonly<Record<string, never>>

/**
 * Prepares a query with named parameters. `Row` is what the caller says its columns are; mappers beside the query
 * turn it into what leaves the file.
 */
export function prepareRead<Row, Parameters extends object = NoParameters>(
  db: ReadableDb,
  sql: string,
): ReadStatement<Parameters, Row> {
  const statement = db.prepare<[Parameters], Row>(sql)
  if (!statement.readonly) {
    throw new Error('A statement prepared for reading writes')
  }
  return {
    get: (parameters) => statement.get(parameters),
    all: (parameters) => statement.all(parameters),
  }
}

/** Prepares a statement that changes rows, with named parameters. */
export function prepareWrite<Parameters extends object = NoParameters>(
  db: WritableDb,
  sql: string,
): WriteStatement<Parameters> {
  const statement = db.prepare<[Parameters]>(sql)
  return { run: (parameters) => statement.run(parameters).changes }
}

/** Runs `work` in one transaction that takes the write lock at once; whatever it throws rolls everything back. */
export function inTransaction<T>(db: WritableDb, work: () => T): T {
  return db.transaction(work).immediate()
}
