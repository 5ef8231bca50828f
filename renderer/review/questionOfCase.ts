import type { AdviceQuestion } from '../../shared/advisor/adviceQuestion'
import type { Application } from '../../shared/domain/filing'
import type { FilingType } from '../../shared/domain/filingTypes'

type KnownFacts = Omit<AdviceQuestion, 'today'>

/** Whether the domain has a number is what tells the types of orders apart. */
const FILED_BY_TYPE: Readonly<Partial<Record<FilingType, 'here' | 'elsewhere' | 'no'>>> = {
  'first-filing': 'no',
  'new-service-filed-elsewhere': 'no',
  'new-service-filed-here': 'no',
  'add-provider': 'elsewhere',
  change: 'here',
  'cancel-service': 'here',
  'remove-provider': 'here',
}

/** What a filing already tells the advisor. Filings name registered domains; access data stands for an instance here. */
export function questionOfCase(application: Application): KnownFacts {
  const services = 'services' in application ? application.services : []
  const isHosted = services.some((service) => service.access !== undefined)
  const hasDomain = services.some((service) => service.domains.length > 0)
  const filed = FILED_BY_TYPE[application.filingType]
  return {
    ...(isHosted ? { product: 'instance', serverPlace: 'mainland', instanceBought: 'yes' } : {}),
    ...(hasDomain ? { address: 'domain', domainLevel: 'top' } : {}),
    ...(hasDomain && filed !== undefined ? { domainFiled: filed } : {}),
  }
}
