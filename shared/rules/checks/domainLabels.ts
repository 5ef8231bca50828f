import { checkDomainName } from '../../domain/identifiers/domainName'
import { websitesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/** Domains of one website differ in their suffix only: another label is another website. */
export const domainLabels = defineCheck('domain-labels', {}, (context) =>
  worstOf(
    websitesOf(context).map(({ service, path }) => {
      const facts = service.domains.map(({ name }) => checkDomainName(name))
      const evidence = [field(`${path}.domains`)]
      const measured = service.domains.map(({ name }) => name).join(', ')
      if (facts.some(({ ok }) => !ok)) {
        return unsure({ evidence, measured })
      }
      const labels = new Set(facts.map((fact) => (fact.ok ? fact.ascii.split('.')[0] : '')))
      return (labels.size <= 1 ? pass : fail)({ evidence, measured, expected: '1' })
    }),
  ),
)
