import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, pass } from './verdicts'

/** The filing password that proves the right to act on what is on file was given. */
export const filingPassword = defineCheck('filing-password', {}, ({ application }) => {
  if (!('existing' in application)) {
    return notApplicable({ evidence: [] })
  }
  const given = (application.existing.filingPassword ?? '') !== ''
  return (given ? pass : fail)({ evidence: [field('application.existing.filingPassword')] })
})
