import type { Application, Person, Service } from '../../domain/filing'
import { gather } from '../gather'

/** A part of the form with its path in `filing.json`, `application.services.0`. */
export interface ServiceAt {
  readonly service: Service
  readonly path: string
}

export const PERSON_ROLES = ['entity-principal', 'service-principals'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

export interface PersonAt {
  readonly role: PersonRole
  readonly person: Person
  readonly path: string
  /** The service whose principal it is. */
  readonly serviceId?: string
}

export interface DomainAt {
  readonly domain: Service['domains'][number]
  readonly service: Service
  /** `application.services.0.domains.0` */
  readonly path: string
}

/** Which services a rule speaks of. */
export type Scope = 'website' | 'app' | 'both'

/** What most rules go through, listed once for a case. */
export interface FormParts {
  /** None when an entity is cancelled. */
  readonly services: readonly ServiceAt[]
  readonly websites: readonly ServiceAt[]
  /** Everybody named, the entity's principal first. */
  readonly persons: readonly PersonAt[]
  readonly domains: readonly DomainAt[]
}

/** The parts of a form that a rule of each scope sees. */
export function listParts(application: Application): Readonly<Record<Scope, FormParts>> {
  const services = 'services' in application ? application.services.map(serviceAt) : []
  const of = (kind: Service['kind']): FormParts =>
    partsOf(
      application,
      services.filter(({ service }) => service.kind === kind),
    )
  return { both: partsOf(application, services), website: of('website'), app: of('app') }
}

function serviceAt(service: Service, index: number): ServiceAt {
  return { service, path: `application.services.${String(index)}` }
}

function partsOf(application: Application, services: readonly ServiceAt[]): FormParts {
  const principal: PersonAt = {
    role: 'entity-principal',
    person: application.entity.principal,
    path: 'application.entity.principal',
  }
  const others = services.map(({ service, path }): PersonAt => ({
    role: 'service-principals',
    person: service.principal,
    path: `${path}.principal`,
    serviceId: service.id,
  }))
  return {
    services,
    websites: services.filter(({ service }) => service.kind === 'website'),
    persons: [principal, ...others],
    domains: gather(services, ({ service, path }) =>
      service.domains.map((domain, index) => ({ domain, service, path: `${path}.domains.${String(index)}` })),
    ),
  }
}
