import Database from 'better-sqlite3'
import type { KillPoints } from './killAt'

type Method = (this: unknown, ...args: unknown[]) => unknown

interface Prepared {
  readonly source: string
  readonly readonly: boolean
}

/** Pragmas that write pages; the others only ask or set what belongs to the connection. */
const WRITING = /^(?:wal_checkpoint|journal_mode|optimize|incremental_vacuum)/

/** Makes every statement that writes, every commit, every schema step and every checkpoint a kill point. */
export function watchSqlite(points: KillPoints): void {
  const prototype = Database.prototype as unknown as Record<string, Method>
  replace(prototype, 'exec', (exec) => {
    return function (...args) {
      return points.around('schema step', () => exec.apply(this, args))
    }
  })
  replace(prototype, 'pragma', (pragma) => {
    return function (...args) {
      const isWrite = typeof args[0] === 'string' && WRITING.test(args[0])
      return isWrite ? points.around('checkpoint', () => pragma.apply(this, args)) : pragma.apply(this, args)
    }
  })
  let isWatched = false
  replace(prototype, 'prepare', (prepare) => {
    return function (...args) {
      const statement = prepare.apply(this, args)
      if (!isWatched) {
        isWatched = true
        // Transactions take their statements from inside the library; they are of the same class.
        watchRuns(Object.getPrototypeOf(statement) as Record<string, Method>, points)
      }
      return statement
    }
  })
}

function watchRuns(statement: Record<string, Method>, points: KillPoints): void {
  replace(statement, 'run', (run) => {
    return function (...args) {
      const { source } = this as Prepared
      return points.around(nameOf(source), () => run.apply(this, args))
    }
  })
}

/** First word of a statement: tables and values are nobody's business here. */
function nameOf(source: string): string {
  return source.trimStart().split(/\s/, 1)[0]?.toUpperCase() ?? ''
}

function replace(target: Record<string, Method>, name: string, make: (before: Method) => Method): void {
  const before = target[name]
  if (before === undefined) {
    throw new Error(`There is no ${name}`)
  }
  target[name] = make(before)
}
