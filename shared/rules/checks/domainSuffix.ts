import { z } from 'zod'
import { ENTITY_NATURES } from '../../domain/filing'
import { domainsOf } from './caseDomains'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

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
    /** Suffixes in Chinese characters are allowed as well. */
    chineseAllowed: z.boolean().default(false),
    /** `unsure` where the list grows, so that a suffix in neither list has to be looked up. */
    outside: z.enum(['fail', 'unsure']).default('fail'),
  },
  (context, { allowed: anyNature, allowedByNature, denied, chineseAllowed, outside }) => {
    const allowed = allowedByNature?.[context.application.entity.nature] ?? anyNature
    return worstOf(
      domainsOf(context).map(({ domain, path }) => {
        const facts = context.readDomain(domain.name)
        const name = facts.ok ? facts.unicode : domain.name.toLowerCase()
        const endsIn = (suffix: string): boolean => name.endsWith(suffix)
        const chinese = chineseAllowed && /\.\p{Script=Han}+$/u.test(name)
        const listed = allowed === undefined || allowed.some(endsIn) || chinese
        const judged = denied.some(endsIn) ? fail : listed ? pass : outside === 'unsure' ? unsure : fail
        return judged({
          evidence: [field(`${path}.name`)],
          measured: domain.name,
          expected:
            allowed === undefined ? denied.map((suffix) => `≠ ${suffix}`).join(', ') : allowed.join(' / '),
        })
      }),
    )
  },
)
