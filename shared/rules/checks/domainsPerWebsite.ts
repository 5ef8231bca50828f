import { z } from 'zod'
import { websitesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, worstOf } from './verdicts'

/** A website is filed with no more than so many domains. */
export const domainsPerWebsite = defineCheck(
  'domains-per-website',
  { max: z.number().int().positive() },
  (context, { max }) =>
    worstOf(
      websitesOf(context).map(({ service, path }) =>
        (service.domains.length <= max ? pass : fail)({
          evidence: [field(`${path}.domains`)],
          measured: String(service.domains.length),
          expected: `≤ ${String(max)}`,
        }),
      ),
    ),
)
