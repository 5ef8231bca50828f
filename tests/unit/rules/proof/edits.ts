import { residentIdCheckCharacter } from '../../../../shared/domain/identifiers/checkCharacters'
import type { DocumentKind } from '../../../../shared/domain/documentKinds'
import type { Entity, Person, Service } from '../../../../shared/domain/filing'
import { OTHER_PERSON } from '../caseMaker'
import type { Draft } from './draft'

type Certificate = Person['certificate']
type Domain = Service['domains'][number]
type Access = NonNullable<Service['access']>
type Holder = 'individual' | 'organization' | 'entity-principal' | 'service-principals'

export function entity(draft: Draft, change: Partial<Entity>): Draft {
  return { ...draft, entity: { ...draft.entity, ...change } }
}

/** Every service with this change. */
export function services(
  draft: Draft,
  change: Partial<Service> | ((service: Service, index: number) => Service),
): Draft {
  const edit = typeof change === 'function' ? change : (service: Service) => ({ ...service, ...change })
  return { ...draft, services: draft.services.map(edit) }
}

/** So many services, told apart by id, domain and service number. */
export function serviceTimes(draft: Draft, count: number): Draft {
  const [first] = draft.services
  if (first === undefined) {
    throw new Error('The draft has no service to repeat')
  }
  const copies = Array.from({ length: count }, (_, index): Service => ({
    ...first,
    id: `s${String(index + 1)}`,
    homepage: undefined,
    domains: first.domains.map((domain) => ({ ...domain, name: `xinghe${String(index + 1)}.example` })),
    ...(first.access === undefined
      ? {}
      : { access: { ...first.access, serviceNumber: `SN-${String(index + 1)}` } }),
  }))
  return { ...draft, services: copies }
}

export function domains(draft: Draft, change: Partial<Domain>): Draft {
  return services(draft, (service) => ({
    ...service,
    domains: service.domains.map((domain) => ({ ...domain, ...change })),
  }))
}

/** So many domains in all: the first service has them, the others none. */
export function domainTimes(draft: Draft, count: number): Draft {
  const [domain] = draft.services.flatMap((service) => service.domains)
  if (domain === undefined) {
    throw new Error('The draft has no domain to repeat')
  }
  const list = Array.from({ length: count }, (_, index) => ({
    ...domain,
    name: `xinghe${String(index + 1)}.example`,
  }))
  return services(draft, (service, index) => ({ ...service, domains: index === 0 ? list : [] }))
}

export function access(draft: Draft, change: Partial<Access>): Draft {
  return services(draft, (service) => {
    if (service.access === undefined) {
      throw new Error('The service has no access data')
    }
    return { ...service, access: { ...service.access, ...change } }
  })
}

export function principal(draft: Draft, change: Partial<Person>): Draft {
  return entity(draft, { principal: { ...draft.entity.principal, ...change } })
}

export function servicePrincipals(draft: Draft, change: Partial<Person>): Draft {
  return services(draft, (service) => ({ ...service, principal: { ...service.principal, ...change } }))
}

/** Everybody whom the form names. */
export function everybody(draft: Draft, change: Partial<Person>): Draft {
  return servicePrincipals(principal(draft, change), change)
}

/** The services are in the hands of somebody other than the entity's principal. */
export function twoPersons(draft: Draft, change: Partial<Person> = {}): Draft {
  return servicePrincipals(draft, { ...OTHER_PERSON, ...change })
}

/** The certificates of these holders; nothing happens where the filing has no such holder. */
export function certificates(draft: Draft, holders: readonly Holder[], change: Partial<Certificate>): Draft {
  const own = holders.includes(draft.entity.kind)
    ? entity(draft, { certificate: { ...draft.entity.certificate, ...change } })
    : draft
  const first = holders.includes('entity-principal')
    ? principal(own, { certificate: { ...own.entity.principal.certificate, ...change } })
    : own
  return holders.includes('service-principals')
    ? services(first, (service) => ({
        ...service,
        principal: {
          ...service.principal,
          certificate: { ...service.principal.certificate, ...change },
        },
      }))
    : first
}

/** Whether one of these holders has a certificate in the filing at all. */
export function hasHolder({ entity: { kind } }: Draft, holders: readonly Holder[]): boolean {
  return holders.some(
    (holder) => holder === kind || holder.endsWith('principal') || holder.endsWith('principals'),
  )
}

export function papers(draft: Draft, ...kinds: readonly DocumentKind[]): Draft {
  return { ...draft, documents: [...draft.documents, ...kinds.map((kind) => ({ kind }))] }
}

export function changed(
  draft: Draft,
  ...changes: ReadonlyArray<readonly [field: string, before: string, after: string]>
): Draft {
  return { ...draft, changes: changes.map(([field, before, after]) => ({ field, before, after })) }
}

/** A resident number with its check character. */
export function residentId(birthDate: string, sex: 'male' | 'female' = 'male'): string {
  const body = `330100${birthDate.replaceAll('-', '')}${sex === 'male' ? '003' : '004'}`
  return body + residentIdCheckCharacter(body)
}
