import type { ApiHandlers, ApiParts } from './apiHandlers'
import { recordFeedback } from '../commands/recordFeedback'
import { success } from '../../shared/result'

/** Answers of the administration, as a list. The route asks for the right. */
export function createFeedbackHandlers(
  parts: Pick<ApiParts, 'database' | 'ruleBook' | 'clock' | 'ids' | 'onDecided'>,
): Pick<ApiHandlers, 'feedback'> {
  return {
    feedback: async ({ body, user }) => {
      const answers = await recordFeedback(parts, user, body)
      if (body.apply) {
        parts.onDecided()
      }
      return success({ answers })
    },
  }
}
