import type { ApiHandlers } from './apiHandlers'
import { apiRefusal } from './apiRefusal'
import type { createAttemptWindow } from '../accounts/attemptWindow'
import { openReused } from '../reuse/openReused'
import { searchReuse, type ReuseParts } from '../reuse/searchReuse'
import { readRight } from '../store/readRights'
import type { User } from '../../shared/protocol/apiModels'
import { success } from '../../shared/result'

export interface ReuseRouteParts extends ReuseParts {
  /** Counts searches and looks by person: nobody opens cases that fast. */
  readonly searches: ReturnType<typeof createAttemptWindow>
}

/** The search for reused pictures and numbers: for whoever may read the case that it starts from. */
export function createReuseHandlers(parts: ReuseRouteParts): Pick<ApiHandlers, 'searchReuse' | 'openReused'> {
  return {
    searchReuse: async ({ body, user }) => {
      const refused = await refuse(parts, user, body.caseId)
      if (refused) {
        return refused
      }
      const found = await searchReuse(parts, user, body)
      return found.ok
        ? found
        : apiRefusal('invalid-request', 'body.pictures: the case does not have one of these')
    },
    openReused: async ({ body, user }) => {
      const refused = await refuse(parts, user, body.caseId)
      if (refused) {
        return refused
      }
      const opened = await openReused(parts, user, body)
      if (!opened.ok) {
        // The same whether there is no such document or it is another picture: nobody asks what other cases have.
        return apiRefusal('not-found', 'No such picture is near one of this case')
      }
      const { sha256, bytes, mediaType, kind, face } = opened.value
      return success({ sha256, bytes, mediaType, kind, face })
    },
  }
}

async function refuse({ database, clock, searches }: ReuseRouteParts, user: User, caseId: string) {
  if (!searches.allows(user.id)) {
    return apiRefusal('locked-out', 'Too many searches; try again in a minute')
  }
  const right = await readRight(database, user, caseId, clock.now())
  if (right === 'not-found') {
    return apiRefusal('not-found', 'There is no such case')
  }
  return right === 'forbidden'
    ? apiRefusal('forbidden', 'The case is neither held nor reserved by this person')
    : null
}
