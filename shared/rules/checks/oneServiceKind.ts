import { servicesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass } from './verdicts'

/** Websites and Apps are not filed in one order. */
export const oneServiceKind = defineCheck('one-service-kind', {}, (context) => {
  const kinds = [...new Set(servicesOf(context).map(({ service }) => service.kind))]
  return (kinds.length <= 1 ? pass : fail)({
    evidence: [field('application.services')],
    measured: kinds.join(', '),
  })
})
