import type { Listening } from './listening'

/** What a query may carry. Instants travel as ISO 8601 text, JSON as text, bytes never. */
export type SqlValue = string | number | boolean | null | readonly string[]

/**
 * One way to ask the database, whichever it is. 64-bit integers come back as numbers, instants as `Date`, JSON parsed.
 */
export interface Queryable {
  /** Rows of one statement. `Row` is trusted: the statement beside the call says what it selects. */
  query<Row extends object>(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>
  /** Runs several statements that take no values and answer nothing. */
  script(sql: string): Promise<void>
}

export interface Database extends Queryable {
  /**
   * Runs `work` in one READ COMMITTED transaction; an exception rolls it back and is passed on.
   *
   * Everybody locks in the same order, so that no two transactions wait for each other: the command's own row, the attempts at
   * a name, accounts, rule packs, rows of `filing_case`, then `audit_head`, last `feed_clock`.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>
  /**
   * Calls `onChange` after each commit that published changes (`publishChanges`), of any process on this database, and
   * whenever listening begins again.
   */
  listen(onChange: () => void): Listening
  close(): Promise<void>
}

/** The single row that a statement is certain to answer; anything else is a bug. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined || rows.length > 1) {
    throw new Error(`Expected one row, got ${rows.length}`)
  }
  return row
}
