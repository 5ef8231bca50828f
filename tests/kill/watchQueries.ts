import pg from 'pg'
import type { KillPoints } from './killAt'

const WRITING = /^\s*(?:BEGIN|COMMIT|INSERT|UPDATE|DELETE|TRUNCATE|CREATE|ALTER|WITH)/i

/** Makes every statement that the server sends to PostgreSQL for writing a kill point. */
export function watchQueries(points: KillPoints): void {
  const prototype = pg.Client.prototype as unknown as Record<
    'query',
    (this: unknown, ...args: unknown[]) => unknown
  >
  const query = prototype.query
  prototype.query = function (...args) {
    const sql = typeof args[0] === 'string' ? args[0] : ''
    const name = /\w+/.exec(sql)?.[0].toUpperCase() ?? ''
    return WRITING.test(sql)
      ? points.around(`statement ${name}`, () => query.apply(this, args))
      : query.apply(this, args)
  }
}
