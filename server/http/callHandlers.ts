import { apiRefusal } from './apiRefusal'
import type { ApiHandlers, ApiParts } from './apiHandlers'
import { readCallFigures } from '../store/callFigures'
import { may } from '../../shared/review/rights'
import { success } from '../../shared/result'

/** What calls come to. The route asks for the right to call; whose calls one may count is asked here. */
export function createCallHandlers({
  database,
  clock,
}: Pick<ApiParts, 'database' | 'clock'>): Pick<ApiHandlers, 'callFigures'> {
  return {
    callFigures: async ({ query, user }) => {
      const { whose, period } = query
      if (whose === 'team' && !may(user.role, 'read-any-case')) {
        return apiRefusal('forbidden', 'Figures of the team are for supervisors')
      }
      const accountId = whose === 'team' ? null : user.id
      return success(await readCallFigures(database, { period, accountId }, clock.now()))
    },
  }
}
