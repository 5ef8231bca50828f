import { provinceInAddress } from './compareRegion'
import type { ComparedForm } from './compareValues'
import type { DocumentFace, DocumentKind, DocumentOwner } from '../domain/documentKinds'
import type { Application, Person, Service } from '../domain/filing'
import type { ReadFieldName } from '../reading/readField'
import { STATEMENT_KINDS } from '../reading/paperLayouts'
import { isSamePerson, sameName } from '../rules/checks/caseFacts'

export const MATRIX_COLUMNS = ['identity', 'licence', 'domain-certificate', 'statement'] as const
export type MatrixColumn = (typeof MATRIX_COLUMNS)[number]

export const MATRIX_FACTS = [
  'name',
  'number',
  'address',
  'validity',
  'valid-from',
  'issuing-region',
  'issuer',
  'company',
  'credit-code',
  'qr-code',
  'legal-representative',
  'domain',
  'registrant',
] as const
export type MatrixFact = (typeof MATRIX_FACTS)[number]

export const MATRIX_SUBJECTS = ['entity', 'entity-principal', 'service-principal', 'domain'] as const

/** Values of one sort are compared by their spelling; a place or a code in squares by what it says. */
export type FactForm = ComparedForm | 'region' | 'authority' | 'qr-code'

interface Paper {
  readonly kind: DocumentKind
  readonly face: DocumentFace
  readonly owner: DocumentOwner
  readonly serviceId?: string | undefined
}

interface Source {
  readonly column: MatrixColumn
  readonly field: ReadFieldName
  readonly concerns: (paper: Paper) => boolean
}

/** Something that the form says and papers may confirm. */
export interface FormFact {
  readonly fact: MatrixFact
  readonly subject: (typeof MATRIX_SUBJECTS)[number]
  /** Place in `filing.json`. */
  readonly path: string
  readonly value: string | null
  readonly form: FactForm
  readonly sources: readonly Source[]
}

/** A residence permit shows where somebody lives, not what stands on the identity card; only its holder is compared. */
const HOLDER_PAPERS: readonly DocumentKind[] = ['residence-permit']
const IDENTITY_PAPERS: readonly DocumentKind[] = [
  'resident-id',
  'hkmt-residence-permit',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'foreign-permanent-resident',
]
const LICENCES: readonly DocumentKind[] = [
  'business-licence',
  'institution-certificate',
  'uscc-certificate',
  'organisation-code-certificate',
  'social-organisation-certificate',
  'private-non-enterprise-certificate',
  'foundation-certificate',
  'law-firm-licence',
  'other-organisation-certificate',
  'foreign-representative-office',
]
/** A letter that empowers somebody names that person, not the entity. */
const ENTITY_STATEMENTS: readonly DocumentKind[] = [
  'verification-form',
  ...STATEMENT_KINDS.filter((kind) => kind !== 'authorization-letter'),
]

/** Everything that papers can be compared with, in the order of the form. */
export function formFacts(application: Application): readonly FormFact[] {
  const { entity } = application
  const services = 'services' in application ? application.services : []
  // One person who stands for entity and service brings the papers once, under either role.
  const isTwice = ({ principal }: Service): boolean =>
    isSamePerson(principal, entity.principal) && sameName(principal.name, entity.principal.name)
  const isService = (service: Service, paper: Paper): boolean =>
    paper.owner === 'service-principal' && isOf(service, paper, services)
  return [
    ...entityFacts(application),
    ...personFacts(
      entity.principal,
      'entity-principal',
      'application.entity.principal',
      (paper) =>
        paper.owner === 'entity-principal' ||
        services.some((service) => isTwice(service) && isService(service, paper)),
    ),
    ...services.flatMap((service, index) => [
      ...(isTwice(service)
        ? []
        : personFacts(
            service.principal,
            'service-principal',
            `application.services.${String(index)}.principal`,
            (paper) => isService(service, paper),
          )),
      ...domainFacts(service, index, services),
    ]),
  ]
}

function entityFacts({ entity }: Application): readonly FormFact[] {
  const path = 'application.entity'
  const statement = (field: ReadFieldName): Source => ({
    column: 'statement',
    field,
    concerns: ({ kind }) => ENTITY_STATEMENTS.includes(kind),
  })
  if (entity.kind === 'individual') {
    const number = entity.certificate.number
    return [
      fact('name', 'entity', `${path}.name`, entity.name, 'name', [statement('name')]),
      fact('number', 'entity', `${path}.certificate.number`, number, 'number', [statement('number')]),
    ]
  }
  const { number, address, validTo } = entity.certificate
  const licence = (field: ReadFieldName): Source => ({
    column: 'licence',
    field,
    concerns: ({ kind, owner }) => owner === 'entity' && LICENCES.includes(kind),
  })
  return [
    fact('company', 'entity', `${path}.name`, entity.name, 'name', [licence('company'), statement('name')]),
    fact('credit-code', 'entity', `${path}.certificate.number`, number, 'number', [
      licence('number'),
      statement('number'),
    ]),
    fact('qr-code', 'entity', `${path}.certificate.number`, number, 'qr-code', [licence('qr-code')]),
    fact(
      'legal-representative',
      'entity',
      `${path}.legalRepresentative`,
      entity.legalRepresentative,
      'name',
      [licence('legal-representative')],
    ),
    fact('address', 'entity', `${path}.certificate.address`, address, 'address', [licence('address')]),
    fact('validity', 'entity', `${path}.certificate.validTo`, validTo, 'date', [licence('valid-to')]),
  ]
}

function personFacts(
  { name, certificate }: Person,
  owner: 'entity-principal' | 'service-principal',
  path: string,
  isTheirs: (paper: Paper) => boolean,
): readonly FormFact[] {
  const identity = (field: ReadFieldName, kinds: readonly DocumentKind[]): Source => ({
    column: 'identity',
    field,
    concerns: (paper) => kinds.includes(paper.kind) && isTheirs(paper),
  })
  const holder = [...IDENTITY_PAPERS, ...HOLDER_PAPERS]
  const { type, number, address, validFrom, validTo } = certificate
  return [
    fact('name', owner, `${path}.name`, name, 'name', [identity('name', holder)]),
    fact('number', owner, `${path}.certificate.number`, number, 'number', [identity('number', holder)]),
    fact('address', owner, `${path}.certificate.address`, address, 'address', [
      identity('address', IDENTITY_PAPERS),
    ]),
    // Only the number of a resident says where it was given, and only the police of that place issued the card.
    ...(type === 'resident-id'
      ? [
          fact(
            'issuing-region',
            owner,
            `${path}.certificate.address`,
            provinceInAddress(address) ?? undefined,
            'region',
            [identity('number', ['resident-id'])],
          ),
          fact('issuer', owner, `${path}.certificate.address`, address, 'authority', [
            identity('issuer', ['resident-id']),
          ]),
        ]
      : []),
    ...(validFrom === undefined
      ? []
      : [
          fact('valid-from', owner, `${path}.certificate.validFrom`, validFrom, 'date', [
            identity('valid-from', IDENTITY_PAPERS),
          ]),
        ]),
    fact('validity', owner, `${path}.certificate.validTo`, validTo, 'date', [
      identity('valid-to', IDENTITY_PAPERS),
    ]),
  ]
}

function domainFacts(service: Service, index: number, services: readonly Service[]): readonly FormFact[] {
  return service.domains.flatMap((domain, place) => {
    const path = `application.services.${String(index)}.domains.${String(place)}`
    // Several domains have several certificates; which belongs to which only a reading could tell.
    const source = (column: MatrixColumn, field: ReadFieldName, kinds: readonly DocumentKind[]): Source => ({
      column,
      field,
      concerns: (paper) => kinds.includes(paper.kind) && isOf(service, paper, services),
    })
    const certificate = (field: ReadFieldName): Source =>
      source('domain-certificate', field, ['domain-certificate'])
    return [
      fact('domain', 'domain', `${path}.name`, domain.name, 'domain', [
        certificate('domain'),
        source('statement', 'domain', ENTITY_STATEMENTS),
      ]),
      fact('registrant', 'domain', `${path}.registrantName`, domain.registrantName, 'name', [
        certificate('registrant'),
      ]),
      fact('validity', 'domain', `${path}.expiresAt`, domain.expiresAt, 'date', [certificate('valid-to')]),
    ]
  })
}

/** A paper that names no service belongs to the only one there is. */
function isOf(service: Service, paper: Paper, services: readonly Service[]): boolean {
  return paper.serviceId === service.id || (paper.serviceId === undefined && services.length === 1)
}

function fact(
  name: MatrixFact,
  subject: FormFact['subject'],
  path: string,
  value: string | undefined,
  form: FactForm,
  sources: readonly Source[],
): FormFact {
  return { fact: name, subject, path, value: value ?? null, form, sources }
}
