import type { ApiHandlers } from './apiHandlers'
import { apiRefusal } from './apiRefusal'
import type { CalendarInForce } from '../calendar/calendarInForce'
import { readColleagues } from '../store/colleagues'
import type { Database } from '../store/database'
import { drawTermsAt } from '../store/drawOrder'
import { releaseCase } from '../store/endHolds'
import { drawNext, holdCase } from '../store/holds'
import { reserveCases } from '../store/reservations'
import { readLeftNotes } from '../store/leftNotes'
import { breakHold, handOver } from '../store/moveHolds'
import { readShift, takeShiftMoves } from '../store/shifts'
import type { Clock } from '../system'
import { may } from '../../shared/review/rights'
import { success } from '../../shared/result'

interface HoldRouteParts {
  readonly database: Database
  readonly clock: Clock
  readonly calendar: CalendarInForce
}

type HoldRoutes =
  'drawNext' | 'hold' | 'reserve' | 'release' | 'breakHold' | 'handOver' | 'colleagues' | 'onShift' | 'shift'

/** Who has which case: drawing, holding, reserving, giving back, and what supervisors do about it. */
export function createHoldHandlers({
  database,
  clock,
  calendar,
}: HoldRouteParts): Pick<ApiHandlers, HoldRoutes> {
  const terms = async () => drawTermsAt((await calendar.read(database)).working, clock.now())
  return {
    drawNext: async ({ user }) => success({ drawn: await drawNext(database, user, await terms()) }),
    hold: async ({ body, user }) => {
      const hold = await holdCase(database, user, body.caseId, clock.now())
      return hold.ok ? success({ hold: hold.value }) : apiRefusal(hold.error, 'The case cannot be held')
    },
    reserve: async ({ body, user }) => {
      const { state } = await readShift(database, user.id, clock.now())
      const count = state === 'ended' ? 0 : body.count
      return success({ holds: [...(await reserveCases(database, user, count, await terms()))] })
    },
    release: async ({ body, user }) =>
      success({ released: await releaseCase(database, user, body, clock.now()) }),
    breakHold: async ({ body, user }) => {
      const broken = await breakHold(database, user.id, body, clock.now())
      return broken.ok ? success({}) : apiRefusal(broken.error, 'This person does not have the case')
    },
    handOver: async ({ body, user }) => {
      const given = await handOver(database, user.id, body, clock.now())
      return given.ok
        ? success({ hold: given.value })
        : apiRefusal(given.error, 'The case cannot be handed over')
    },
    shift: async ({ body, user }) => {
      await takeShiftMoves(database, user.id, body.moves, clock.now())
      return success({})
    },
    onShift: async ({ user }) => {
      const now = clock.now()
      const people = await readColleagues(database, now)
      const holderId = may(user.role, 'read-any-case') ? null : user.id
      return success({
        people: people.map(({ id, displayName, role, shift }) => ({ id, displayName, role, shift })),
        notes: await readLeftNotes(database, holderId, now),
      })
    },
    colleagues: async () => success({ colleagues: await readColleagues(database, clock.now()) }),
  }
}
