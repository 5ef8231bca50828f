import type { Application, Person, RecordedPerson, RecordOnFile, Service } from '../../domain/filing'
import { isSameDomain } from '../../domain/identifiers/domainName'
import { tidy } from '../../domain/identifiers/tidy'
import { sameName, servicesOf, type Form, type ServiceAt } from './caseFacts'
import { masked } from './masked'
import { gather } from '../gather'

/** What the administration's record and the form both say of an entity and its services. */
export const RECORD_FIELDS = [
  'entity-name',
  'nature',
  'certificate-type',
  'certificate-number',
  'certificate-address',
  'mailing-address',
  'principal-identity',
  'principal-contacts',
  /** The recorded principal is the legal representative whom the form names. */
  'principal-is-legal-representative',
  'service-names',
  'service-domains',
  'service-principals',
  /** Principals of services that are not on file yet stand in the record with the same data. */
  'new-service-principals',
] as const
export type RecordField = (typeof RECORD_FIELDS)[number]

/** One comparison of form and record. Values may be shown: numbers of persons are masked. */
export interface Compared {
  readonly path: string
  /** `unknown`: the record, or the form, does not show it. */
  readonly state: 'same' | 'differs' | 'unknown'
  readonly filed: string
  readonly recorded: string
}

/** The record of an application; undefined where there is none or the provider got none. */
export function recordOf(application: Application): RecordOnFile | undefined {
  return 'existing' in application ? application.existing.recordOnFile : undefined
}

/** A field of the form beside the record: one comparison, or one for each service. */
export function compareWithRecord(form: Form, record: RecordOnFile, field: RecordField): readonly Compared[] {
  const { entity } = form.application
  const path = 'application.entity'
  switch (field) {
    case 'entity-name':
      return [compare(`${path}.name`, entity.name, record.entity.name, sameName)]
    case 'nature':
      return [compare(`${path}.nature`, entity.nature, record.entity.nature)]
    case 'certificate-type':
      return [compare(`${path}.certificate.type`, entity.certificate.type, record.entity.certificateType)]
    case 'certificate-number':
      return [
        hidden(`${path}.certificate.number`, entity.certificate.number, record.entity.certificateNumber),
      ]
    case 'certificate-address':
      return [
        compare(`${path}.certificate.address`, entity.certificate.address, record.entity.certificateAddress),
      ]
    case 'mailing-address':
      return [compare(`${path}.mailingAddress`, entity.mailingAddress, record.entity.mailingAddress)]
    case 'principal-identity':
      return identityOf(`${path}.principal`, entity.principal, record.entity.principal)
    case 'principal-contacts':
      return contactsOf(`${path}.principal`, entity.principal, record.entity.principal)
    case 'principal-is-legal-representative':
      return [
        compare(
          `${path}.legalRepresentative`,
          entity.legalRepresentative,
          record.entity.principal?.name,
          sameName,
        ),
      ]
    case 'service-names':
      return filedServices(form, record).map(({ at, recorded }) =>
        compare(`${at.path}.name`, at.service.name, recorded?.name, sameName),
      )
    case 'service-domains':
      return filedServices(form, record).map(({ at, recorded }) => compareDomains(at, recorded?.domains))
    case 'service-principals':
      return gather(filedServices(form, record), ({ at, recorded }) => [
        ...identityOf(`${at.path}.principal`, at.service.principal, recorded?.principal),
        ...contactsOf(`${at.path}.principal`, at.service.principal, recorded?.principal),
      ])
    case 'new-service-principals':
      return gather(
        servicesOf(form).filter(({ service }) => (service.icpNumber ?? '') === ''),
        (at) => compareNewPrincipal(at, record),
      )
  }
}

type RecordedService = RecordOnFile['services'][number]

/** Services that say they are on file, each with its row of the record. */
function filedServices(
  form: Form,
  record: RecordOnFile,
): ReadonlyArray<{ readonly at: ServiceAt; readonly recorded: RecordedService | undefined }> {
  return servicesOf(form)
    .filter(({ service }) => (service.icpNumber ?? '') !== '')
    .map((at) => ({ at, recorded: rowOf(at.service, record) }))
}

function rowOf(service: Service, record: RecordOnFile): RecordedService | undefined {
  const number = tidy(service.icpNumber ?? '')
  return number === '' ? undefined : record.services.find(({ icpNumber }) => tidy(icpNumber) === number)
}

/** The one of the record who leads the new service as well; somebody whom it does not know differs from all. */
function compareNewPrincipal({ service, path }: ServiceAt, record: RecordOnFile): readonly Compared[] {
  const { principal } = service
  const known = [record.entity.principal, ...record.services.map((other) => other.principal)].filter(
    (person) => person !== undefined,
  )
  const recorded = known.find((person) => sameName(person.name, principal.name))
  if (recorded === undefined && known.length > 0) {
    const names = [...new Set(known.map(({ name }) => name))].join(' / ')
    return [{ path: `${path}.principal.name`, state: 'differs', filed: principal.name, recorded: names }]
  }
  return [
    ...identityOf(`${path}.principal`, principal, recorded),
    ...contactsOf(`${path}.principal`, principal, recorded),
  ]
}

function identityOf(path: string, person: Person, recorded: RecordedPerson | undefined): readonly Compared[] {
  return [
    compare(`${path}.name`, person.name, recorded?.name, sameName),
    hidden(`${path}.certificate.number`, person.certificate.number, recorded?.certificateNumber),
  ]
}

function contactsOf(path: string, person: Person, recorded: RecordedPerson | undefined): readonly Compared[] {
  return [
    hidden(`${path}.mobile`, person.mobile, recorded?.mobile),
    hidden(`${path}.email`, person.email, recorded?.email),
  ]
}

function compareDomains({ service, path }: ServiceAt, recorded: readonly string[] | undefined): Compared {
  const filed = service.domains.map(({ name }) => name)
  const within = (some: readonly string[], others: readonly string[]): boolean =>
    some.every((name) => others.some((other) => isSameDomain(name, other)))
  const same = recorded !== undefined && within(filed, recorded) && within(recorded, filed)
  return {
    path: `${path}.domains`,
    state: recorded === undefined ? 'unknown' : same ? 'same' : 'differs',
    filed: filed.join(', '),
    recorded: recorded?.join(', ') ?? '',
  }
}

function compare(
  path: string,
  filed: string | undefined,
  recorded: string | undefined,
  isSame: (one: string, other: string) => boolean = sameText,
): Compared {
  if (filed === undefined || recorded === undefined) {
    return { path, state: 'unknown', filed: filed ?? '', recorded: recorded ?? '' }
  }
  return { path, state: isSame(filed, recorded) ? 'same' : 'differs', filed, recorded }
}

function hidden(path: string, filed: string, recorded: string | undefined): Compared {
  const compared = compare(path, filed, recorded)
  return { ...compared, filed: masked(filed), recorded: masked(recorded ?? '') }
}

/** Equal but for width, case and spaces. */
function sameText(one: string, other: string): boolean {
  return tidy(one) === tidy(other)
}
