import type { z } from 'zod'
import type { queueListRequestSchema, QueueView } from '../../../shared/ipc/models'
import { prepareRead, type ReadableDb, type ReadStatement } from '../connection/handles'
import { searchQuery } from '../search/searchTokens'

/**
 * Windows of the queue. Every combination of place, search, order and direction is a statement of its own, made from
 * the closed tables below, so that each walks an index that already has its order; only a search sorts its hits.
 */

type QueueWindow = z.output<typeof queueListRequestSchema> & { readonly now: string }
type Sort = QueueWindow['sort']
type Place = 'part' | 'mine' | 'all'

/** Cases that this person holds or has reserved, or whose decision made here has not gone through. */
const MINE = `
  SELECT case_id FROM hold
  UNION SELECT case_id FROM outbox WHERE kind = 'decide' AND state IN ('queued', 'sending', 'refused')`

const PLACES: Readonly<Record<Place, string>> = {
  part: 'q.part = :part',
  mine: `q.case_id IN (${MINE})`,
  all: ':part IS NULL',
}
const MATCHES = `AND q.row_id IN (
  SELECT rowid FROM open_search WHERE open_search MATCH :match
  UNION SELECT rowid FROM case_search WHERE case_search MATCH :match)`
const MATCHES_ANYTHING = 'AND :match IS NULL'

// The plus sign keeps the planner from choosing the index on due time where another gives the order.
const FILTERS = `
  AND (:states IS NULL OR q.state IN (SELECT value FROM json_each(:states)))
  AND (:provinces IS NULL OR q.province IN (SELECT value FROM json_each(:provinces)))
  AND (:filingTypes IS NULL OR q.filing_type IN (SELECT value FROM json_each(:filingTypes)))
  AND (:entityKinds IS NULL OR q.entity_kind IN (SELECT value FROM json_each(:entityKinds)))
  AND (:overdueBefore IS NULL OR (+q.due_at < :overdueBefore AND +q.part IN ('open', 'escalated')))`

const ORDERS: Readonly<Record<Sort, Readonly<Record<'up' | 'down', string>>>> = {
  due: { up: 'q.due_at, q.row_id', down: 'q.due_at DESC, q.row_id DESC' },
  submitted: { up: 'q.submitted_at, q.row_id', down: 'q.submitted_at DESC, q.row_id DESC' },
  order: { up: 'q.order_number, q.row_id', down: 'q.order_number DESC, q.row_id DESC' },
}

interface FilterParameters {
  readonly part: string | null
  readonly match: string | null
  readonly states: string | null
  readonly provinces: string | null
  readonly filingTypes: string | null
  readonly entityKinds: string | null
  readonly overdueBefore: number | null
}
type WindowParameters = FilterParameters & { readonly limit: number; readonly offset: number }
interface RowId {
  readonly rowId: number
}

/** The text of one window statement; tests ask SQLite for its plan. */
export function windowSql(place: Place, isSearch: boolean, sort: Sort, direction: 'up' | 'down'): string {
  return `SELECT q.row_id AS rowId FROM queue_row q
    WHERE ${PLACES[place]} ${isSearch ? MATCHES : MATCHES_ANYTHING} ${FILTERS}
    ORDER BY ${ORDERS[sort][direction]} LIMIT :limit OFFSET :offset`
}

function countSql(place: Place, isSearch: boolean): string {
  return `SELECT COUNT(*) AS total FROM queue_row q
    WHERE ${PLACES[place]} ${isSearch ? MATCHES : MATCHES_ANYTHING} ${FILTERS}`
}

export function createQueueListQueries(db: ReadableDb) {
  const windows = new Map<string, ReadStatement<WindowParameters, RowId>>()
  const counts = new Map<string, ReadStatement<FilterParameters, { readonly total: number }>>()
  for (const place of ['part', 'mine', 'all'] as const) {
    for (const isSearch of [false, true]) {
      counts.set(`${place} ${isSearch}`, prepareRead(db, countSql(place, isSearch)))
      for (const sort of ['due', 'submitted', 'order'] as const) {
        for (const direction of ['up', 'down'] as const) {
          const sql = windowSql(place, isSearch, sort, direction)
          windows.set(`${place} ${isSearch} ${sort} ${direction}`, prepareRead(db, sql))
        }
      }
    }
  }

  return {
    /** Row ids of a window in order, and how many rows the whole list has. */
    list(request: QueueWindow): { readonly total: number; readonly rowIds: readonly number[] } {
      const place = placeOf(request.filter.view)
      const parameters = filterParameters(request)
      const which = `${place} ${parameters.match !== null}`
      const total = prepared(counts, which).get(parameters)?.total ?? 0
      const order = `${which} ${request.sort} ${request.descending ? 'down' : 'up'}`
      const window = { ...parameters, limit: request.limit, offset: request.offset }
      return {
        total,
        rowIds: prepared(windows, order)
          .all(window)
          .map((row) => row.rowId),
      }
    },
  }
}

function prepared<Statement>(statements: ReadonlyMap<string, Statement>, name: string): Statement {
  const statement = statements.get(name)
  if (statement === undefined) {
    throw new Error(`No queue statement for ${name}`)
  }
  return statement
}

function placeOf(view: QueueView): Place {
  return view === 'mine' || view === 'all' ? view : 'part'
}

function filterParameters({ filter, now }: QueueWindow): FilterParameters {
  return {
    part: placeOf(filter.view) === 'part' ? filter.view : null,
    match: searchQuery(filter.text ?? ''),
    states: jsonList(filter.states),
    provinces: jsonList(filter.provinces),
    filingTypes: jsonList(filter.filingTypes),
    entityKinds: jsonList(filter.entityKinds),
    overdueBefore: filter.overdueOnly === true ? Date.parse(now) : null,
  }
}

/** An empty list filters nothing, as no list does. */
function jsonList(values: readonly string[] | undefined): string | null {
  return values === undefined || values.length === 0 ? null : JSON.stringify(values)
}
