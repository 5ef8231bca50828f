import type { DocumentFace, DocumentKind, DocumentOwner } from '../../../shared/domain/documentKinds'
import type { BundleDocument, Service } from '../../../shared/domain/filing'
import type { Plan } from '../options'
import type { SpecimenPerson } from '../people/person'
import type { Applicant } from './applicant'
import type { PlannedDocument } from './plannedDocument'

/** Provinces where the specimens bring domain certificates or a signed verification form. */
const DOMAIN_CERTIFICATE_PROVINCES: ReadonlySet<string> = new Set([
  '320000',
  '430000',
  '520000',
  '610000',
  '650000',
  '150000',
])
const VERIFICATION_FORM_PROVINCES: ReadonlySet<string> = new Set([
  '110000',
  '120000',
  '310000',
  '370000',
  '450000',
  '500000',
  '530000',
  '620000',
  '640000',
])

/** Come from the office's scanner as one document of several pages. */
const SCANNED_TO_PDF: ReadonlySet<DocumentKind> = new Set(['authenticity-commitment'])

interface Wanted {
  readonly kind: DocumentKind
  readonly face: DocumentFace
  readonly owner: DocumentOwner
  readonly person: SpecimenPerson
  readonly service?: Service
}

/** The complete set of papers for a filing, in the order in which applicants upload them. */
export function planDocuments(plan: Plan, applicant: Applicant): readonly PlannedDocument[] {
  const wanted = [
    ...entityPapers(applicant),
    ...personPapers('entity-principal', applicant.principal),
    ...(applicant.servicePrincipal === applicant.principal
      ? []
      : personPapers('service-principal', applicant.servicePrincipal)),
    ...(plan.extras.has('residence-permit') ? residencePapers(applicant.principal) : []),
    ...(plan.hosted ? hostedPapers(plan, applicant) : []),
    ...orderPapers(plan, applicant),
  ]
  const sealed = applicant.organisation !== undefined
  return wanted.map(({ person, service, ...place }, index) => ({
    entry: nameDocument(place, index, service),
    person,
    ...(service === undefined ? {} : { service }),
    sealed,
    signed: true,
    clothing: 'plain',
    flaws: [],
  }))
}

/** What is drawn for a document, sheet by sheet: the statement has what it speaks of behind it. */
export function sheetsOf(document: PlannedDocument): readonly PlannedDocument[] {
  const { entry } = document
  if (entry.kind !== 'authenticity-commitment') {
    return [document]
  }
  const id = `${entry.id.slice(0, 36)}-add`
  const attached = { ...entry, id, kind: 'responsibility-notice' } as const
  return [document, { ...document, entry: attached, sealed: false, signed: false, flaws: [] }]
}

/** The administrator's photo as a document of its own, for supplements. */
export function planPhoto(applicant: Applicant, index: number): PlannedDocument {
  const { servicePrincipal } = applicant
  const place = { kind: 'backdrop-photo', face: 'face', owner: 'service-principal' } as const
  return {
    entry: nameDocument(place, index, undefined),
    person: servicePrincipal,
    sealed: false,
    signed: true,
    clothing: 'plain',
    flaws: [],
  }
}

function nameDocument(
  place: { kind: DocumentKind; face: DocumentFace; owner: DocumentOwner },
  index: number,
  service: Service | undefined,
): BundleDocument {
  const number = String(index + 1).padStart(2, '0')
  const id = `d${number}-${place.kind}`.slice(0, 40)
  const face =
    place.face === 'portrait' || place.face === 'emblem' || place.face === 'back' ? `-${place.face}` : ''
  return {
    id,
    ...place,
    ...(service === undefined ? {} : { serviceId: service.id }),
    file: `documents/${number}-${place.kind}${face}.${SCANNED_TO_PDF.has(place.kind) ? 'pdf' : 'jpg'}`,
  }
}

function entityPapers(applicant: Applicant): readonly Wanted[] {
  const { organisation, principal } = applicant
  return organisation === undefined
    ? []
    : [{ kind: organisation.certificateKind, face: 'face', owner: 'entity', person: principal }]
}

function personPapers(owner: DocumentOwner, person: SpecimenPerson): readonly Wanted[] {
  switch (person.paper) {
    case 'resident-id':
    case 'hkmt-residence-permit':
      return [
        { kind: person.paper, face: 'portrait', owner, person },
        { kind: person.paper, face: 'emblem', owner, person },
      ]
    case 'hk-macao-permit':
      return [
        { kind: 'hk-macao-permit', face: 'face', owner, person },
        { kind: 'hk-macao-permit', face: 'back', owner, person },
      ]
    case 'passport':
      return [{ kind: 'passport', face: 'face', owner, person }]
  }
}

function residencePapers(person: SpecimenPerson): readonly Wanted[] {
  return [
    { kind: 'residence-permit', face: 'face', owner: 'entity-principal', person },
    { kind: 'residence-permit', face: 'back', owner: 'entity-principal', person },
  ]
}

function hostedPapers(plan: Plan, applicant: Applicant): readonly Wanted[] {
  const { code } = plan.province
  const { organisation, principal, servicePrincipal } = applicant
  const page = (kind: DocumentKind, owner: DocumentOwner, person: SpecimenPerson): Wanted => ({
    kind,
    face: 'page',
    owner,
    person,
  })
  return [
    page('filing-commitment', 'entity', principal),
    ...(code === '320000' ? [page('responsibility-notice', 'service-principal', servicePrincipal)] : []),
    ...(code === '320000' ? [page('authenticity-commitment', 'service-principal', servicePrincipal)] : []),
    ...(VERIFICATION_FORM_PROVINCES.has(code) ? [page('verification-form', 'entity', principal)] : []),
    ...(code === '410000' && organisation !== undefined
      ? [page('no-preapproval-commitment', 'entity', principal)]
      : []),
    ...(code === '650000' || (code === '540000' && plan.filingType === 'first-filing')
      ? [page('party-building-confirmation', 'entity', principal)]
      : []),
    ...(servicePrincipal === principal ? [] : [page('authorization-letter', 'entity', principal)]),
    ...(organisation?.nature === 'institution' || organisation?.nature === 'government'
      ? [page('institution-site-approval', 'entity', principal)]
      : []),
    ...applicant.services.flatMap((service) => servicePapers(code, service, servicePrincipal)),
  ]
}

function servicePapers(provinceCode: string, service: Service, person: SpecimenPerson): readonly Wanted[] {
  const owner = 'service'
  return [
    ...(DOMAIN_CERTIFICATE_PROVINCES.has(provinceCode)
      ? [{ kind: 'domain-certificate', face: 'face', owner, person, service } as const]
      : []),
    ...(service.kind === 'app'
      ? [
          { kind: 'app-evidence', face: 'face', owner, person, service } as const,
          { kind: 'app-evidence', face: 'page', owner, person, service } as const,
        ]
      : []),
    ...service.preApprovals.map(
      () => ({ kind: 'pre-approval', face: 'page', owner, person, service }) as const,
    ),
  ]
}

function orderPapers(plan: Plan, applicant: Applicant): readonly Wanted[] {
  const { principal } = applicant
  const page = (kind: DocumentKind): Wanted => ({ kind, face: 'page', owner: 'entity', person: principal })
  switch (plan.filingType) {
    case 'change':
      return plan.nature === 'enterprise' ? [page('name-change-letter')] : []
    case 'cancel-entity':
    case 'cancel-service':
      return [page('deregistration-statement')]
    case 'claim':
      return [page('supplementary')]
    case 'first-filing':
    case 'add-provider':
    case 'new-service-filed-elsewhere':
    case 'new-service-filed-here':
    case 'remove-provider':
      return []
  }
}
