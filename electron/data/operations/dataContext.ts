import type { CalendarFile } from '../../../shared/calendar/calendarData'
import type { WritableDb } from '../connection/handles'
import type { DocumentStore } from '../profile/documentStore'
import type { Queries } from '../queries/queries'
import type { StoredSession } from '../dataOperations'

/** What an operation works with while a profile is open. */
export interface DataContext {
  readonly db: WritableDb
  readonly queries: Queries
  readonly documents: DocumentStore
  /** The case that was read last: its documents are fetched and examined before others. */
  readonly onScreen: { caseId: string | null }
  /** Working time is counted by the team's own calendar from now on; by the shipped one for null. */
  readonly countBy: (calendar: CalendarFile | null) => void
}

/** The signed-in person. Whatever a person does needs one, so its absence is a bug of the caller. */
export function signedIn({ queries }: DataContext): StoredSession {
  const session = queries.session.read()
  if (session === null) {
    throw new Error('Nobody is signed in to this profile')
  }
  return session
}
