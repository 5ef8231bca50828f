import { servicesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, worstOf } from './verdicts'

/** Filing types whose services have no number yet, and those that act on services that have one. */
const UNFILED: readonly string[] = ['first-filing', 'new-service-filed-elsewhere', 'new-service-filed-here']
const FILED: readonly string[] = ['add-provider', 'cancel-service', 'remove-provider', 'claim']

/** Services have a filing number exactly where the filing type says that they do. */
export const orderType = defineCheck('order-type', {}, (context) => {
  const { filingType } = context.application
  const own = pass({ evidence: [field('application.filingType')], measured: filingType })
  return worstOf([
    own,
    ...servicesOf(context).map(({ service, path }) => {
      const filed = (service.icpNumber ?? '') !== ''
      const wrong = (UNFILED.includes(filingType) && filed) || (FILED.includes(filingType) && !filed)
      return (wrong ? fail : pass)({
        evidence: [field(`${path}.icpNumber`)],
        measured: `${filingType}: ${service.icpNumber ?? '–'}`,
      })
    }),
  ])
})
