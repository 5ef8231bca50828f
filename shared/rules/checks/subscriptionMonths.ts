import { z } from 'zod'
import { servicesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/** The instance is paid for so many months, renewals counted, and the subscription has not ended. */
export const subscriptionMonths = defineCheck(
  'subscription-months',
  { min: z.number().int().positive() },
  (context, { min }) =>
    worstOf(
      servicesOf(context).map(({ service: { access }, path }) => {
        if (access === undefined) {
          return unsure({ evidence: [field(`${path}.access`)], expected: `≥ ${String(min)}` })
        }
        if (access.subscriptionEndsAt < context.submittedOn) {
          return fail({
            evidence: [field(`${path}.access.subscriptionEndsAt`)],
            measured: access.subscriptionEndsAt,
            expected: `≥ ${context.submittedOn}`,
          })
        }
        return (access.subscriptionMonths >= min ? pass : fail)({
          evidence: [field(`${path}.access.subscriptionMonths`)],
          measured: String(access.subscriptionMonths),
          expected: `≥ ${String(min)}`,
        })
      }),
    ),
)
