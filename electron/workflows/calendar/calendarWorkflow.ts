import { takeCalendar, type TakenCalendar } from './takeCalendar'
import type { ReplyOf } from '../../../shared/ipc/contract'
import { MOST_FEED_BYTES, type CalendarView } from '../../../shared/ipc/calendar'
import type { ChangeCalendarRequest } from '../../../shared/protocol/calendar'
import type { DesktopPort } from '../ports/desktopPort'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import { granted, isUnanswered, serverFailure, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies extends TakenCalendar {
  readonly server: Pick<ReviewServerPort, 'calendar' | 'changeCalendar'>
  readonly session: CurrentSession
  readonly desktop: Pick<DesktopPort, 'chooseTextFile'>
}

export interface CalendarWorkflow {
  /** The calendar in force; without a network the one that this desk counts by. */
  read(): Promise<CalendarView>
  change(request: ChangeCalendarRequest): Promise<ReplyOf<'calendar.change'>>
  /** An iCalendar file that the person chooses. */
  chooseFeed(): Promise<ReplyOf<'calendar.chooseFeed'>>
}

/** The team's calendar: read by everybody, changed on the server by supervisors. This desk counts by it at once. */
export function createCalendarWorkflow(dependencies: Dependencies): CalendarWorkflow {
  const { server, session, desktop, data } = dependencies

  return {
    async read() {
      session.requireUser()
      const token = session.token()
      const answer = token === null ? null : await server.calendar(token)
      if (answer?.ok) {
        await takeCalendar(dependencies, answer.value.calendar)
        return { state: 'in-force', ...answer.value }
      }
      if (answer === null || isUnanswered(answer.error)) {
        return { state: 'kept', calendar: await data.teamCalendar() }
      }
      throw serverFailure(answer.error)
    },

    async change(request) {
      const token = tokenFor(session, 'keep-calendar')
      const changed = await server.changeCalendar(token, request)
      const isOvertaken = !changed.ok && changed.error === 'conflict'
      const inForce = granted(isOvertaken ? await server.calendar(token) : changed)
      await takeCalendar(dependencies, inForce.calendar)
      return { outcome: isOvertaken ? 'overtaken' : 'changed', inForce }
    },

    async chooseFeed() {
      session.requireRight('keep-calendar')
      const file = await desktop.chooseTextFile(MOST_FEED_BYTES, ['ics'])
      if (file === null) {
        return { outcome: 'cancelled' }
      }
      return file === 'too-large' ? { outcome: 'too-large' } : { outcome: 'chosen', text: file.text }
    },
  }
}
