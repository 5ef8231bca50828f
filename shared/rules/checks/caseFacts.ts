import type { EntityNature, Person, Service } from '../../domain/filing'
import { tidy } from '../../domain/identifiers/tidy'
import type { CheckContext } from './checkContext'

/** Form and scope: what the helpers below read. */
export type Form = Pick<CheckContext, 'application' | 'scope'>

/** A part of the form with its path in `filing.json`, `application.services.0`. */
export interface ServiceAt {
  readonly service: Service
  readonly path: string
}

export const PERSON_ROLES = ['entity-principal', 'service-principals'] as const
type PersonRole = (typeof PERSON_ROLES)[number]

export interface PersonAt {
  readonly role: PersonRole
  readonly person: Person
  readonly path: string
  /** The service whose principal it is. */
  readonly serviceId?: string
}

/** Services of the filing that the rule speaks of; none when an entity is cancelled. */
export function servicesOf({ application, scope }: Form): readonly ServiceAt[] {
  if (!('services' in application)) {
    return []
  }
  return application.services
    .map((service, index) => ({ service, path: `application.services.${String(index)}` }))
    .filter(({ service }) => scope === 'both' || service.kind === scope)
}

/** Websites only: rules about domains and names of sites do not speak of Apps. */
export function websitesOf(form: Form): readonly ServiceAt[] {
  return servicesOf(form).filter(({ service }) => service.kind === 'website')
}

/** Everybody named in the filing, the entity's principal first. */
export function personsOf(form: Form, roles: readonly PersonRole[] = PERSON_ROLES): readonly PersonAt[] {
  const principal: PersonAt = {
    role: 'entity-principal',
    person: form.application.entity.principal,
    path: 'application.entity.principal',
  }
  const others = servicesOf(form).map(({ service, path }): PersonAt => ({
    role: 'service-principals',
    person: service.principal,
    path: `${path}.principal`,
    serviceId: service.id,
  }))
  return [principal, ...others].filter(({ role }) => roles.includes(role))
}

/** Two entries are one person when certificate numbers agree; names are typed in too many ways. */
export function isSamePerson(one: Person, other: Person): boolean {
  return tidy(one.certificate.number) === tidy(other.certificate.number)
}

/** Each person once, at the first place where the form names them. */
export function distinctPersons(persons: readonly PersonAt[]): readonly PersonAt[] {
  return persons.filter(
    ({ person }, index) => persons.findIndex((other) => isSamePerson(other.person, person)) === index,
  )
}

/** Chinese and Latin names without the spaces and dots that people type between their parts. */
export function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•‧・.]/gu, '')
    .toUpperCase()
}

/** Whether the principal is the legal representative; null where the form does not name one. */
export function isLegalRepresentative({ application }: Form, person: Person): boolean | null {
  const { kind, legalRepresentative } = application.entity
  if (kind === 'individual' || legalRepresentative === undefined || legalRepresentative === '') {
    return null
  }
  return sameName(legalRepresentative, person.name)
}

export function hasNature({ application }: Form, natures: readonly EntityNature[]): boolean {
  return natures.includes(application.entity.nature)
}
