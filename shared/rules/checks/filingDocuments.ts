import { z } from 'zod'
import {
  DOCUMENT_FACES,
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentOwner,
} from '../../domain/documentKinds'
import {
  CERTIFICATE_TYPES,
  ENTITY_NATURES,
  type CertificateType,
  type EntityNature,
} from '../../domain/filing'
import type { MachineVerdict } from '../checklist'
import type { JudgedDocument } from '../judgedCase'
import {
  distinctPersons,
  isLegalRepresentative,
  isSamePerson,
  PERSON_ROLES,
  personsOf,
  type PersonAt,
} from './caseFacts'
import type { CheckContext } from './checkContext'
import { defineCheck } from './defineCheck'
import type { DuePaper } from './duePaper'
import { fail, pass, unsure, worstOf } from './verdicts'
import { gather } from '../gather'

const personPaperSchema = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  faces: z.array(z.enum(DOCUMENT_FACES)).min(1),
})
type PersonPaper = z.output<typeof personPaperSchema>

interface FilingPapers {
  readonly entityPapers?: Partial<Record<EntityNature, readonly DocumentKind[]>> | undefined
  readonly persons: readonly PersonAt['role'][]
  readonly personPapers: Partial<Record<CertificateType, PersonPaper>>
}

/**
 * The certificate of an organization and both sides of the papers of its persons are there. A person who has two
 * roles brings the papers once; a service principal who is the legal representative may bring them as such.
 */
export const filingDocuments = defineCheck(
  'filing-documents',
  {
    /** Kinds of which one is enough, by nature; absent for individuals. */
    entityPapers: z.partialRecord(z.enum(ENTITY_NATURES), z.array(z.enum(DOCUMENT_KINDS))).optional(),
    persons: z.array(z.enum(PERSON_ROLES)).min(1),
    personPapers: z.partialRecord(z.enum(CERTIFICATE_TYPES), personPaperSchema),
  },
  (context, { entityPapers, persons, personPapers }) =>
    worstOf([
      ...judgeEntity(context, entityPapers?.[context.application.entity.nature]),
      ...distinctPersons(personsOf(context, persons)).map((person) =>
        judgePerson(context, person, personPapers[person.person.certificate.type]),
      ),
    ]),
)

/** What a rule with this check asks of the filing, each with the documents that answer it. */
export function filingPapers(
  context: CheckContext,
  { entityPapers, persons, personPapers }: FilingPapers,
): readonly DuePaper[] {
  const { kind, nature } = context.application.entity
  const kinds = kind === 'individual' ? undefined : entityPapers?.[nature]
  const ofEntity = context.documents.filter((document) => kinds?.includes(document.kind))
  const entity =
    kinds === undefined
      ? []
      : [{ kinds, face: null, personPath: null, serviceId: null, documentIds: ofEntity.map(({ id }) => id) }]
  const ofPersons = gather(distinctPersons(personsOf(context, persons)), (holder) => {
    const paper = personPapers[holder.person.certificate.type]
    const brought = paper === undefined ? [] : broughtBy(context, holder, paper)
    return (paper?.faces ?? []).map((face) => ({
      kinds: paper === undefined ? [] : [paper.kind],
      face,
      personPath: holder.path,
      serviceId: null,
      documentIds: brought.filter((document) => document.face === face).map(({ id }) => id),
    }))
  })
  return [...entity, ...ofPersons]
}

/** Papers of this kind that stand under this person. */
function broughtBy(context: CheckContext, holder: PersonAt, paper: PersonPaper): readonly JudgedDocument[] {
  const owners = ownersOf(context, holder)
  return context.documents.filter(({ kind, owner }) => kind === paper.kind && owners.includes(owner))
}

function judgeEntity(
  context: CheckContext,
  kinds: ReadonlyArray<JudgedDocument['kind']> | undefined,
): readonly MachineVerdict[] {
  if (kinds === undefined || context.application.entity.kind === 'individual') {
    return []
  }
  const found = context.documents.filter(({ kind }) => kinds.includes(kind))
  const expected = kinds.join(' / ')
  if (found.length > 0) {
    return [
      pass({ evidence: found.map(asEvidence), measured: found.map(({ kind }) => kind).join(', '), expected }),
    ]
  }
  const evidence = kinds.map((kind) => ({ kind: 'missing-document' as const, documentKind: kind }))
  return [fail({ evidence, expected })]
}

function judgePerson(
  context: CheckContext,
  holder: PersonAt,
  paper: PersonPaper | undefined,
): MachineVerdict {
  const { type } = holder.person.certificate
  if (paper === undefined) {
    return unsure({ evidence: [{ kind: 'field', path: `${holder.path}.certificate.type` }], measured: type })
  }
  const brought = broughtBy(context, holder, paper)
  const missing = paper.faces.filter((face) => !brought.some((document) => document.face === face))
  const expected = paper.faces.map((face) => `${paper.kind}/${face}`).join(', ')
  const measured = brought.map(({ kind, face }) => `${kind}/${face}`).join(', ')
  if (missing.length === 0) {
    return pass({ evidence: brought.map(asEvidence), measured, expected })
  }
  return fail({
    evidence: [{ kind: 'missing-document', documentKind: paper.kind }, ...brought.map(asEvidence)],
    measured,
    expected,
  })
}

/** Under which owners this person's papers may stand. */
function ownersOf(context: CheckContext, holder: PersonAt): readonly DocumentOwner[] {
  const { application } = context
  const { person } = holder
  const others = personsOf(context)
  const isPrincipal = isSamePerson(application.entity.principal, person)
  const isServicePrincipal = others.some(
    (other) => other.role === 'service-principals' && isSamePerson(other.person, person),
  )
  return [
    ...(isPrincipal ? (['entity-principal'] as const) : []),
    ...(isPrincipal && application.entity.kind === 'individual' ? (['entity'] as const) : []),
    ...(isServicePrincipal ? (['service-principal'] as const) : []),
    ...(isLegalRepresentative(context, person) === true ? (['legal-representative'] as const) : []),
  ]
}

function asEvidence({ id }: JudgedDocument): { readonly kind: 'document'; readonly documentId: string } {
  return { kind: 'document', documentId: id }
}
