import type { EntityNature, Person } from '../../domain/filing'
import { tidy } from '../../domain/identifiers/tidy'
import type { CheckContext } from './checkContext'
import { PERSON_ROLES, type PersonAt, type PersonRole, type ServiceAt } from './formParts'

export { PERSON_ROLES, type PersonAt, type ServiceAt }

/** The form as a rule of some scope sees it: what the helpers below read. */
export type Form = Pick<CheckContext, 'application' | 'parts' | 'scope'>

/** Services of the filing that the rule speaks of; none when an entity is cancelled. */
export function servicesOf({ parts, scope }: Form): readonly ServiceAt[] {
  return parts[scope].services
}

/** Websites only: rules about domains and names of sites do not speak of Apps. */
export function websitesOf({ parts, scope }: Form): readonly ServiceAt[] {
  return parts[scope].websites
}

/** Everybody named in the filing, the entity's principal first. */
export function personsOf(
  { parts, scope }: Form,
  roles: readonly PersonRole[] = PERSON_ROLES,
): readonly PersonAt[] {
  return parts[scope].persons.filter(({ role }) => roles.includes(role))
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
