import { z } from 'zod'
import { ENTITY_NATURES } from '../../domain/filing'
import { creditCodePrefix } from '../../domain/identifiers/creditCodePrefixes'
import { checkUnifiedSocialCreditCode } from '../../domain/identifiers/unifiedSocialCreditCode'
import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, pass, unsure } from './verdicts'

/** The nature that the applicant chose is one that the first two characters of the credit code stand for. */
export const creditCodeNature = defineCheck(
  'credit-code-nature',
  {
    /** Natures that bear these first two characters besides those of the standard's table. */
    alsoBorneBy: z.record(z.string().length(2), z.array(z.enum(ENTITY_NATURES))).default({}),
  },
  ({ application }, { alsoBorneBy }) => {
    const { certificate, nature } = application.entity
    const evidence = [field('application.entity.nature'), field('application.entity.certificate.number')]
    if (certificate.type !== 'unified-social-credit-code') {
      return notApplicable({ evidence })
    }
    const code = checkUnifiedSocialCreditCode(certificate.number)
    const prefix = code.ok ? creditCodePrefix(code.number) : undefined
    if (prefix === undefined || prefix.natures.length === 0) {
      return unsure({ evidence, measured: nature })
    }
    const natures = [...prefix.natures, ...(alsoBorneBy[prefix.code] ?? [])]
    const ground = { evidence, measured: nature, expected: `${prefix.code}: ${natures.join(' / ')}` }
    return (natures.includes(nature) ? pass : fail)(ground)
  },
)
