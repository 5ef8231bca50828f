import { z } from 'zod'
import { addDays } from '../../calendar/chinaTime'
import { domainsOf } from './caseDomains'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/** Domains were registered so many days before submission that the ministry's library has them. */
export const domainAge = defineCheck(
  'domain-age',
  { days: z.number().int().positive() },
  (context, { days }) => {
    const bound = addDays(context.submittedOn, -days)
    return worstOf(
      domainsOf(context).map(({ domain: { registeredAt }, path }) => {
        const evidence = [field(`${path}.registeredAt`)]
        const expected = `≤ ${bound}`
        if (registeredAt === undefined) {
          return unsure({ evidence, expected })
        }
        return (registeredAt <= bound ? pass : fail)({ evidence, measured: registeredAt, expected })
      }),
    )
  },
)
