import { appendAudit } from '../store/auditChain'
import { insertRevision, latestRevision, readRevision } from '../store/calendarRevisions'
import type { Database } from '../store/database'
import { sha256 } from '../store/sha256'
import type { Clock } from '../system'
import { canonicalJson } from '../../shared/canonicalJson'
import type { CalendarFile } from '../../shared/calendar/calendarData'
import { changeCalendar, EMPTY_CALENDAR } from '../../shared/calendar/changeCalendar'
import { partsMissingIn } from '../../shared/calendar/compareCalendars'
import type { ApiErrorCode } from '../../shared/protocol/apiModels'
import type { ChangeCalendarRequest } from '../../shared/protocol/calendar'
import { refusal, success, type Result } from '../../shared/result'

interface Parts {
  readonly database: Database
  readonly clock: Clock
}

/**
 * Changes the calendar of the revision that the person saw, as the next revision. `conflict`: another one is in force by now, and
 * nothing was changed; `invalid-request`: it would have more entries than a calendar may.
 */
export function changeTeamCalendar(
  { database, clock }: Parts,
  personId: string,
  { basis, changes }: ChangeCalendarRequest,
): Promise<Result<null, Extract<ApiErrorCode, 'conflict' | 'invalid-request'>>> {
  return database.transaction(async (tx) => {
    if ((await latestRevision(tx)) !== basis) {
      return refusal('conflict')
    }
    const before = (await readRevision(tx, basis)).calendar ?? EMPTY_CALENDAR
    const changed = changeCalendar(before, changes)
    if (!changed.ok) {
      return refusal('invalid-request')
    }
    const after = changed.value
    const at = clock.now()
    const revision = basis + 1
    // Whoever else is just writing this revision is waited for: one of the two finds it taken.
    if (!(await insertRevision(tx, revision, after, { accountId: personId, at }))) {
      return refusal('conflict')
    }
    await appendAudit(tx, {
      at,
      kind: 'calendar-changed',
      caseId: null,
      round: null,
      actorId: personId,
      detail: {
        revision,
        changes: changes.map(({ kind }) => kind),
        before: hashOf(before),
        after: hashOf(after),
      },
      change: { before: partsMissingIn(after, before), after: partsMissingIn(before, after) },
    })
    return success(null)
  })
}

/**
 * Begins with the operator's calendar where the team has none. False where it has one that says something else: what
 * supervisors put in force is never replaced by a file.
 */
export function adoptCalendarFile({ database, clock }: Parts, calendar: CalendarFile): Promise<boolean> {
  return database.transaction(async (tx) => {
    const at = clock.now()
    if (
      (await latestRevision(tx)) === 0 &&
      (await insertRevision(tx, 1, calendar, { accountId: null, at }))
    ) {
      const detail = {
        revision: 1,
        changes: ['file'],
        before: hashOf(EMPTY_CALENDAR),
        after: hashOf(calendar),
      }
      const entry = {
        at,
        kind: 'calendar-changed',
        caseId: null,
        round: null,
        actorId: null,
        detail,
      } as const
      await appendAudit(tx, entry)
      return true
    }
    const inForce = await readRevision(tx, await latestRevision(tx))
    return canonicalJson(inForce.calendar) === canonicalJson(calendar)
  })
}

function hashOf(calendar: CalendarFile): string {
  return sha256(canonicalJson(calendar))
}
