import { servicesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass } from './verdicts'

/** Websites and Apps are not filed in one order. */
export const oneServiceKind = defineCheck('one-service-kind', {}, (context) => {
  // The rule speaks of Apps: the website beside one is outside its scope and is what breaks it.
  const services = servicesOf({ ...context, scope: 'both' })
  const kinds = [...new Set(services.map(({ service }) => service.kind))]
  return (kinds.length <= 1 ? pass : fail)({
    evidence: [field('application.services')],
    measured: kinds.join(', '),
  })
})
