import { z } from 'zod'
import { ENTITY_NATURES } from '../../domain/filing'
import { checkDomainName } from '../../domain/identifiers/domainName'
import { domainsOf } from './caseDomains'
import { defineCheck } from './defineCheck'
import { fail, field, pass, worstOf } from './verdicts'

/**
 * Domains end in one of the allowed suffixes, or in none of the denied ones. Suffixes are written with their dot in
 * the letters people read, `.公益`.
 */
export const domainSuffix = defineCheck(
  'domain-suffix',
  {
    allowed: z.array(z.string()).optional(),
    allowedByNature: z.partialRecord(z.enum(ENTITY_NATURES), z.array(z.string())).optional(),
    denied: z.array(z.string()).default([]),
  },
  (context, { allowed: anyNature, allowedByNature, denied }) => {
    const allowed = allowedByNature?.[context.application.entity.nature] ?? anyNature
    return worstOf(
      domainsOf(context).map(({ domain, path }) => {
        const facts = checkDomainName(domain.name)
        const name = facts.ok ? facts.unicode : domain.name.toLowerCase()
        const endsIn = (suffix: string): boolean => name.endsWith(suffix)
        const fits = (allowed === undefined || allowed.some(endsIn)) && !denied.some(endsIn)
        return (fits ? pass : fail)({
          evidence: [field(`${path}.name`)],
          measured: domain.name,
          expected:
            allowed === undefined ? denied.map((suffix) => `≠ ${suffix}`).join(', ') : allowed.join(' / '),
        })
      }),
    )
  },
)
