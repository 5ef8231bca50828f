import type { Service } from '../../../shared/domain/filing'
import { addDays } from '../../../shared/calendar/chinaTime'
import type { ReadFieldName } from '../../../shared/reading/readField'
import { makeApplicant, type Applicant } from '../filing/applicant'
import { makeApplication } from '../filing/application'
import type { PlannedDocument } from '../filing/plannedDocument'
import { resolveOptions } from '../options'
import type { SpecimenPerson } from '../people/person'
import { drawDocument } from '../pictures/drawDocument'
import { drawDomainCertificate } from '../pictures/documents/domainCertificate'
import type { Artwork } from '../pictures/svg'
import type { CorpusPaper } from './faults'

export type Fields = Partial<Record<ReadFieldName, string>>

/** A paper without seal and signature, what is printed on it and who would mark it. */
export interface BarePaper {
  readonly artwork: Artwork
  readonly fields: Fields
  readonly person: SpecimenPerson
  readonly signer: string
  readonly sealName: string
  readonly sealWord: string
}

const TODAY = '2026-11-20'

/** Draws the paper of a filing that the seed invents. */
export function drawBarePaper(paper: CorpusPaper, seed: string): BarePaper {
  const plan = resolveOptions({
    seed,
    filingType: 'first-filing',
    serviceKind: 'website',
    province: paper.kind === 'domain-certificate' ? '320000' : '110000',
    nature: natureOf(paper),
    ...(paper.kind === 'residence-permit' ? { extras: ['residence-permit'] as const } : {}),
    papersAt: `${TODAY}T10:00:00+08:00`,
  })
  const applicant = makeApplicant(plan)
  const application = makeApplication(plan, applicant)
  const person = isServicePaper(paper) ? applicant.servicePrincipal : applicant.principal
  const [service] = applicant.services
  const document: PlannedDocument = {
    entry: {
      id: 'd01-corpus',
      kind: paper.kind,
      face: paper.face,
      owner: 'entity',
      file: 'documents/01.jpg',
    },
    person,
    ...(service === undefined ? {} : { service }),
    sealed: false,
    signed: false,
    clothing: 'plain',
    flaws: [],
  }
  const artwork =
    paper.kind === 'domain-certificate' && service !== undefined
      ? drawDomainCertificate(service, false)
      : drawDocument(document, { applicant, application, today: TODAY, seed })
  return {
    artwork,
    fields: fieldsOf(paper, applicant, person, service),
    person,
    signer: person.record.name,
    ...sealOf(paper, applicant, service),
  }
}

function natureOf({ kind, entityKind }: CorpusPaper): 'enterprise' | 'individual' | 'institution' {
  if (entityKind === 'individual') {
    return 'individual'
  }
  return kind === 'institution-certificate' ? 'institution' : 'enterprise'
}

function isServicePaper({ kind }: CorpusPaper): boolean {
  return kind === 'authenticity-commitment' || kind === 'responsibility-notice' || kind === 'backdrop-photo'
}

function sealOf(
  { kind }: CorpusPaper,
  { organisation, entity }: Applicant,
  service: Service | undefined,
): Pick<BarePaper, 'sealName' | 'sealWord'> {
  switch (kind) {
    case 'business-licence':
    case 'institution-certificate':
      return { sealName: organisation?.authority ?? entity.name, sealWord: '登记专用章' }
    case 'domain-certificate':
      return { sealName: service?.domains[0]?.registrar ?? entity.name, sealWord: '域名专用章' }
    default:
      return { sealName: entity.name, sealWord: '公章' }
  }
}

function fieldsOf(
  { kind, face }: CorpusPaper,
  { home, organisation, entity }: Applicant,
  person: SpecimenPerson,
  service: Service | undefined,
): Fields {
  const { record } = person
  const holder = {
    name: record.name,
    sex: person.sex === 'male' ? '男' : '女',
    ethnicity: person.ethnicity,
    'birth-date': person.birthDate,
    number: record.certificate.number,
  }
  const domain = service?.domains[0]
  switch (kind) {
    case 'resident-id':
      return face === 'portrait'
        ? { ...holder, address: record.certificate.address ?? '' }
        : { issuer: person.issuingAuthority, ...termOf(person.validFrom, person.validTo) }
    case 'residence-permit': {
      const issued = addDays(TODAY, -160)
      return face === 'face'
        ? { ...holder, address: entity.mailingAddress }
        : { issuer: `${home.city.name}公安局${home.district}分局`, ...termOf(issued, addDays(issued, 365)) }
    }
    case 'business-licence':
    case 'institution-certificate':
      return organisation === undefined
        ? {}
        : {
            company: organisation.name,
            number: organisation.number,
            'legal-representative': organisation.legalRepresentative,
            address: organisation.address,
            ...termOf(
              kind === 'business-licence' ? organisation.establishedOn : organisation.validFrom,
              organisation.validTo,
            ),
          }
    case 'domain-certificate':
      return domain === undefined
        ? {}
        : {
            domain: domain.name,
            registrant: domain.registrantName,
            registrar: domain.registrar,
            'valid-to': domain.expiresAt,
            ...(domain.registrantCertificateNumber === undefined
              ? {}
              : { number: domain.registrantCertificateNumber }),
            ...(domain.registeredAt === undefined ? {} : { 'registered-at': domain.registeredAt }),
          }
    case 'verification-form':
      return { name: entity.name, domain: domain?.name ?? '' }
    case 'filing-commitment':
      return { name: entity.name, number: entity.certificate.number, domain: domain?.name ?? '' }
    default:
      return {}
  }
}

function termOf(from: string, to: string): Fields {
  return { 'valid-from': from, 'valid-to': to === '长期' ? 'long-term' : to }
}
