import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import type { EntityNature } from '../../../shared/domain/filing'
import { PROVINCES } from '../../../shared/domain/provinces'
import type { ReadFieldName } from '../../../shared/reading/readField'
import { makeApplicant, type Applicant } from '../../specimens/filing/applicant'
import { makeApplication } from '../../specimens/filing/application'
import { planDocuments } from '../../specimens/filing/documents'
import type { PlannedDocument } from '../../specimens/filing/plannedDocument'
import { renderFull } from '../../specimens/looks/renderFull'
import { resolveOptions } from '../../specimens/options'
import type { IdentityPaper } from '../../specimens/people/person'

/** What stands on a paper, field by field, as a reading would give it. */
export type PaperTruth = Partial<Record<ReadFieldName, string>>

/** A drawn paper and what stands on it. */
export interface DrawnPaper {
  readonly kind: DocumentKind
  readonly face: DocumentFace
  readonly truth: PaperTruth
  readonly draw: () => Promise<Uint8Array>
}

const NATURES: readonly EntityNature[] = [
  'enterprise',
  'individual',
  'enterprise',
  'sole-trader',
  'individual',
  'institution',
  'enterprise',
  'social-organisation',
]
/** Most applicants have a card; a few of everything else. */
const PAPERS: readonly IdentityPaper[] = [
  'resident-id',
  'resident-id',
  'resident-id',
  'passport',
  'resident-id',
  'hk-macao-permit',
  'resident-id',
  'hkmt-residence-permit',
]

/** The readable papers of so many filings, unspoiled: every nature, paper and division in turn. */
export function drawnPapers(world: string, filings: number): readonly DrawnPaper[] {
  return Array.from({ length: filings }, (_, index) => papersOf(world, index)).flat()
}

function papersOf(world: string, index: number): readonly DrawnPaper[] {
  const nature = NATURES[index % NATURES.length] ?? 'enterprise'
  const paper = PAPERS[(index * 3) % PAPERS.length] ?? 'resident-id'
  const plan = resolveOptions({
    seed: `${world}-${String(index)}`,
    filingType: 'first-filing',
    nature,
    province: PROVINCES[(index * 7) % PROVINCES.length]?.code ?? '110000',
    paper,
    // Only who has a card of another division has a residence permit.
    ...(nature === 'individual' && paper === 'resident-id' ? { extras: ['residence-permit'] as const } : {}),
  })
  const applicant = makeApplicant(plan)
  const context = {
    applicant,
    application: makeApplication(plan, applicant),
    today: plan.today,
    seed: plan.seed,
  }
  return planDocuments(plan, applicant).flatMap((document) => {
    const truth = truthOf(document, applicant)
    const { kind, face } = document.entry
    return truth === null ? [] : [{ kind, face, truth, draw: () => renderFull(document, context) }]
  })
}

/** Null for papers of which nothing is asked. */
function truthOf(document: PlannedDocument, applicant: Applicant): PaperTruth | null {
  return ofPerson(document, applicant) ?? ofEntity(document, applicant)
}

function ofPerson({ entry, person }: PlannedDocument, { entity }: Applicant): PaperTruth | null {
  const { name, certificate } = person.record
  const { number, address } = certificate
  const birth = { 'birth-date': person.birthDate } as const
  const term = { 'valid-from': person.validFrom, 'valid-to': endOf(person.validTo) } as const
  const sex = person.sex === 'male' ? '男' : '女'
  const isPortrait = entry.face === 'portrait' || entry.face === 'face'
  switch (entry.kind) {
    case 'resident-id':
      return isPortrait
        ? { name, number, sex, ethnicity: person.ethnicity, ...birth, ...(address ? { address } : {}) }
        : { issuer: person.issuingAuthority, ...term }
    case 'hkmt-residence-permit':
      return isPortrait ? { name, number, sex, ...birth } : { issuer: person.issuingAuthority, ...term }
    case 'residence-permit':
      return isPortrait ? { name, number, ...birth, address: entity.mailingAddress } : null
    case 'hk-macao-permit':
      return isPortrait ? { name, number, ...birth, ...term } : { number }
    case 'passport':
      return { name, number, ...birth, ...term }
    default:
      return null
  }
}

function ofEntity({ entry, service }: PlannedDocument, applicant: Applicant): PaperTruth | null {
  const { organisation, entity } = applicant
  if (organisation !== undefined && entry.kind === organisation.certificateKind) {
    return {
      company: organisation.name,
      number: organisation.number.replace('-', ''),
      'legal-representative': organisation.legalRepresentative,
      address: organisation.address,
      // A sole trader's licence shows no term.
      ...(organisation.nature === 'sole-trader' ? {} : { 'valid-to': endOf(organisation.validTo) }),
    }
  }
  const domain = (service ?? applicant.services[0])?.domains[0]
  switch (entry.kind) {
    case 'filing-commitment':
    case 'no-preapproval-commitment':
      return { name: entity.name, number: entity.certificate.number.replace('-', '') }
    case 'verification-form':
      return { name: entity.name, ...(domain === undefined ? {} : { domain: domain.name }) }
    case 'domain-certificate':
      return domain === undefined
        ? null
        : { domain: domain.name, registrant: domain.registrantName, 'valid-to': domain.expiresAt }
    default:
      return null
  }
}

function endOf(validTo: string): string {
  return validTo === '长期' ? 'long-term' : validTo
}
