import { z } from 'zod'
import { domainsOf } from './caseDomains'
import { websitesOf } from './caseFacts'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import { fail, field, pass, worstOf } from './verdicts'

/** `present`: every website has a domain and not an address alone. `registrable`: no www, no sub-domain. */
export const domainName = defineCheck(
  'domain-name',
  { form: z.enum(['present', 'registrable']) },
  (context, { form }) => {
    if (form === 'registrable') {
      return worstOf(
        domainsOf(context).map(({ domain, path }) => judgeRegistrable(context, domain.name, path)),
      )
    }
    return worstOf(
      websitesOf(context).map(({ service, path }) => {
        const named = service.domains.some(({ name }) => context.readDomain(name).ok)
        const measured = service.domains.map(({ name }) => name).join(', ') || '0'
        return (named ? pass : fail)({ evidence: [field(`${path}.domains`)], measured, expected: '≥ 1' })
      }),
    )
  },
)

function judgeRegistrable({ readDomain }: CheckContext, name: string, path: string): ReturnType<typeof pass> {
  const evidence = [field(`${path}.name`)]
  const facts = readDomain(name)
  if (!facts.ok) {
    return fail({ evidence, measured: `${name} (${facts.problem})` })
  }
  return (facts.isRegistrable ? pass : fail)({ evidence, measured: name, expected: facts.registrable })
}
