import type { ApiHandlers, ApiParts } from './apiHandlers'
import { recordSmsResults } from '../commands/recordSmsResults'
import { success } from '../../shared/result'

/** Results of SMS verifications, as a list. The route asks for the right. */
export function createSmsResultHandlers(
  parts: Pick<ApiParts, 'database' | 'ruleBook' | 'clock' | 'ids' | 'onDecided'>,
): Pick<ApiHandlers, 'smsResults'> {
  return {
    smsResults: async ({ body, user }) => {
      const answers = await recordSmsResults(parts, user, body)
      if (body.apply) {
        parts.onDecided()
      }
      return success({ answers })
    },
  }
}
