import type { Application, Person } from '../../../shared/domain/filing'
import { currentRound, type Case, type QueueRow } from '../../../shared/protocol/case'

/** What everybody may find a case by: what its queue row shows. */
export function openSearchFields(row: QueueRow): readonly string[] {
  return [row.orderNumber, row.entityName, ...row.serviceNames]
}

/** What only the one who has the whole case may find it by: full names, phones, domains, numbers of the filing. */
export function restrictedSearchFields(filingCase: Case): readonly string[] {
  const { application } = currentRound(filingCase)
  const services = 'services' in application ? application.services : []
  const fields = [
    ...entityFields(application),
    ...services.flatMap((service) => [
      service.name,
      service.icpNumber,
      service.access?.serviceNumber,
      ...service.domains.map((domain) => domain.name),
      ...personFields(service.principal),
    ]),
  ]
  return [...new Set(fields.filter((field) => field !== undefined))]
}

function entityFields(application: Application): ReadonlyArray<string | undefined> {
  const { entity } = application
  const existing = 'existing' in application ? application.existing.entityIcpNumber : undefined
  return [entity.name, entity.legalRepresentative, existing, ...personFields(entity.principal)]
}

function personFields(person: Person): ReadonlyArray<string | undefined> {
  return [person.name, person.mobile, person.landline, person.emergencyPhone]
}
