import { VERDICTS, type DecisionVerdict } from '../../../shared/review/decision'
import type { QueueFacets, QueueItem } from '../../../shared/ipc/models'
import { queueFacetsSchema } from '../../../shared/ipc/models'
import { queueRowSchema, type QueueRow } from '../../../shared/protocol/case'
import { NO_PARAMETERS, prepareRead, type ReadableDb } from '../connection/handles'
import type { WorkingClock } from '../../../shared/calendar/workingClock'
import { parseStored } from './storedJson'

interface ItemRow {
  readonly body: string
  readonly due_at: number
  readonly hold_kind: 'hold' | 'reservation' | null
  readonly since: string | null
  readonly expires_at: string | null
  readonly has_case: number
  readonly unsent: DecisionVerdict | null
}

/** The person at this desk, who holds what is held here. */
interface Holder {
  readonly userId: string
  readonly displayName: string
}

const ITEM = `
  SELECT queue_body.body, q.due_at, hold.kind AS hold_kind, hold.since, hold.expires_at,
    filing_case.case_id IS NOT NULL AS has_case,
    (SELECT verdict FROM outbox WHERE outbox.case_id = q.case_id AND outbox.state IN ('queued', 'sending')
       AND outbox.kind = 'decide' ORDER BY sequence DESC LIMIT 1) AS unsent
  FROM queue_row q
  JOIN queue_body USING (row_id)
  LEFT JOIN hold USING (case_id)
  LEFT JOIN filing_case USING (case_id)`

/** Queue rows as the screens show them, and the numbers beside the views. */
export function createQueueItemQueries(db: ReadableDb, clock: WorkingClock) {
  const byRowId = prepareRead<ItemRow, { rowId: number }>(db, `${ITEM} WHERE q.row_id = :rowId`)
  const byCase = prepareRead<ItemRow, { caseId: string }>(db, `${ITEM} WHERE q.case_id = :caseId`)
  const findOrder = prepareRead<{ readonly found: number }, { orderNumber: string }>(
    db,
    'SELECT 1 AS found FROM queue_row WHERE order_number = :orderNumber LIMIT 1',
  )
  const countParts = prepareRead<{ readonly part: string; readonly count: number }>(
    db,
    'SELECT part, COUNT(*) AS count FROM queue_row GROUP BY part',
  )
  const countMine = prepareRead<{ readonly count: number }>(
    db,
    `SELECT COUNT(*) AS count FROM queue_row WHERE case_id IN (
       SELECT case_id FROM hold
       UNION SELECT case_id FROM outbox WHERE kind = 'decide' AND state IN ('queued', 'sending', 'refused'))`,
  )
  const countProvinces = prepareRead<{ readonly code: string; readonly count: number }>(
    db,
    `SELECT province AS code, COUNT(*) AS count FROM queue_row WHERE part IN ('open', 'escalated')
     GROUP BY province ORDER BY province`,
  )
  const countTypes = prepareRead<{ readonly type: string; readonly count: number }>(
    db,
    `SELECT filing_type AS type, COUNT(*) AS count FROM queue_row WHERE part IN ('open', 'escalated')
     GROUP BY filing_type ORDER BY count DESC, filing_type`,
  )
  const countByState = prepareRead<{ readonly state: string; readonly count: number }>(
    db,
    'SELECT state, COUNT(*) AS count FROM queue_row WHERE decided_here = 0 GROUP BY state',
  )
  const countOverdue = prepareRead<{ readonly count: number }, { now: number }>(
    db,
    `SELECT COUNT(*) AS count FROM queue_row WHERE part IN ('open', 'escalated') AND due_at < :now`,
  )

  return {
    itemByRowId(rowId: number, holder: Holder, now: number): QueueItem | null {
      return toItem(byRowId.get({ rowId }), holder, now, clock)
    },
    itemByCase(caseId: string, holder: Holder, now: number): QueueItem | null {
      return toItem(byCase.get({ caseId }), holder, now, clock)
    },
    /** Whether the queue has an order of this number. */
    hasOrder(orderNumber: string): boolean {
      return findOrder.get({ orderNumber }) !== undefined
    },
    /** Views and states count everything; provinces, types and overdue count what waits for a decision. */
    facets(now: number): QueueFacets {
      const parts = countParts.all(NO_PARAMETERS)
      const count = (part: string) => parts.find((found) => found.part === part)?.count ?? 0
      return queueFacetsSchema.parse({
        views: {
          mine: countMine.get(NO_PARAMETERS)?.count ?? 0,
          open: count('open'),
          escalated: count('escalated'),
          passed: count('passed'),
          submitted: count('submitted'),
          done: count('done'),
          all: parts.reduce((sum, part) => sum + part.count, 0),
        },
        provinces: countProvinces.all(NO_PARAMETERS),
        filingTypes: countTypes.all(NO_PARAMETERS),
        states: countByState.all(NO_PARAMETERS),
        overdue: countOverdue.get({ now })?.count ?? 0,
      })
    },
  }
}

function toItem(
  found: ItemRow | undefined,
  holder: Holder,
  now: number,
  clock: WorkingClock,
): QueueItem | null {
  if (found === undefined) {
    return null
  }
  const row = parseStored(queueRowSchema, found.body, 'queue_body.body')
  return {
    ...row,
    holder: holderHere(found, holder) ?? row.holder,
    isLocal: found.hold_kind !== null && found.has_case === 1,
    unsent: VERDICTS.find((verdict) => verdict === found.unsent) ?? null,
    workingMinutesLeft: clock.minutesBetween(now, found.due_at),
  }
}

/** A right known here is newer than what the feed last said about it. */
function holderHere(found: ItemRow, holder: Holder): QueueRow['holder'] {
  return found.hold_kind === null || found.since === null || found.expires_at === null
    ? null
    : { ...holder, kind: found.hold_kind, since: found.since, expiresAt: found.expires_at }
}
