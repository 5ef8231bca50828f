import { creditCodePrefix } from '../../domain/identifiers/creditCodePrefixes'
import { checkUnifiedSocialCreditCode } from '../../domain/identifiers/unifiedSocialCreditCode'
import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, pass, unsure } from './verdicts'

/** The nature that the applicant chose is one that the first two characters of the credit code stand for. */
export const creditCodeNature = defineCheck('credit-code-nature', {}, ({ application }) => {
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
  const expected = `${prefix.code}: ${prefix.natures.join(' / ')}`
  const agrees = prefix.natures.includes(nature)
  return (agrees ? pass : fail)({ evidence, measured: nature, expected })
})
