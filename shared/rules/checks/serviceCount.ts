import { z } from 'zod'
import { domainsOf } from './caseDomains'
import { servicesOf, websitesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, pass, unsure } from './verdicts'

/** One filing carries no more than so many services, websites or domains, by kind of entity. */
export const serviceCount = defineCheck(
  'service-count',
  {
    counts: z.enum(['services', 'websites', 'domains']),
    individual: z.number().int().positive().optional(),
    organization: z.number().int().positive().optional(),
    /** The bound is on all that the entity has; what is on file already is not in the case. */
    includesFiled: z.boolean().default(false),
  },
  (context, { counts, includesFiled, ...limits }) => {
    const limit = limits[context.application.entity.kind]
    const evidence = [field('application.services')]
    if (limit === undefined) {
      return notApplicable({ evidence })
    }
    const lists = {
      services: () => servicesOf(context),
      websites: () => websitesOf(context),
      domains: () => domainsOf(context),
    }
    const count = lists[counts]().length
    const ground = { evidence, measured: String(count), expected: `≤ ${String(limit)}` }
    if (count > limit) {
      return fail(ground)
    }
    const complete = !includesFiled || context.application.filingType === 'first-filing'
    return (complete ? pass : unsure)(ground)
  },
)
