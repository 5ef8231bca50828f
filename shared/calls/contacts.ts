import type { CallContact } from './callRecord'
import { CALL_LINES } from './callTerms'
import type { Application, Person } from '../domain/filing'

/** One number of a filing, and whose it is. */
interface NamedContact {
  readonly contact: CallContact
  readonly name: string
  readonly number: string
  /** Name of the service; null for the entity. */
  readonly serviceName: string | null
}

/** All numbers of an application, the entity first, each with whom it reaches. */
export function contactsOf(application: Application): readonly NamedContact[] {
  const services = 'services' in application ? application.services : []
  return [
    ...ofPerson(application.entity.principal, 'entity-principal', null),
    ...services.flatMap((service) => ofPerson(service.principal, 'service-principal', service)),
  ]
}

function ofPerson(
  person: Person,
  subject: CallContact['subject'],
  service: { readonly id: string; readonly name: string } | null,
): readonly NamedContact[] {
  return CALL_LINES.flatMap((line) => {
    const number = person[line]?.trim() ?? ''
    const contact = { subject, serviceId: service?.id ?? null, line }
    return number === '' ? [] : [{ contact, name: person.name, number, serviceName: service?.name ?? null }]
  })
}
