import { reasonById } from './reasonCatalogue'
import type { CaseDocument } from '../../shared/protocol/case'
import type { ChecklistLine, Evidence } from '../../shared/rules/checklist'
import type { Reason } from '../../shared/rules/reasons'

type Documents = ReadonlyArray<Pick<CaseDocument, 'id' | 'kind'>>

/** How far evidence speaks for a reason. Only the order of these numbers matters. */
const FIT = { exact: 8, missing: 6, alike: 5, any: 3, part: 2, none: 0, other: -4 } as const

/**
 * The reasons of a line, the one that says most exactly what is wrong first. What the machine found broken decides: a
 * reason about that very field or document goes before a general one, and one that only a person could find goes
 * last. Among equals the order of the rule stands.
 */
export function reasonsByFit(line: ChecklistLine, documents: Documents): readonly Reason[] {
  return line.reasonIds
    .map(reasonById)
    .filter((reason) => reason !== undefined)
    .map((reason) => ({ reason, fit: fitOf(reason, line, documents) }))
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ reason }) => reason)
}

function fitOf(reason: Reason, line: ChecklistLine, documents: Documents): number {
  const { machine } = line
  const failed = machine?.verdict === 'fail'
  const finder = failed
    ? { machine: 2, both: 1, person: -4, external: -6 }[reason.detect]
    : { machine: 0, both: 1, person: 2, external: 0 }[reason.detect]
  if (machine === null || !failed) {
    return finder
  }
  const fits = machine.evidence.map((evidence) => evidenceFit(reason, evidence, documents))
  return finder + Math.max(FIT.none - 1, ...fits) + circumstanceFit(reason, machine)
}

function evidenceFit(reason: Reason, evidence: Evidence, documents: Documents): number {
  switch (evidence.kind) {
    case 'field':
      return fieldFit(reason, evidence.path)
    case 'document':
      return documentFit(reason, documents.find(({ id }) => id === evidence.documentId)?.kind, FIT.any)
    case 'missing-document':
      return documentFit(reason, evidence.documentKind, FIT.missing)
  }
}

function fieldFit({ field }: Reason, path: string): number {
  if (field === null) {
    return FIT.none
  }
  const place = path.replaceAll(/\.\d+(?=\.|$)/g, '.*')
  if (place === field) {
    return FIT.exact
  }
  // The same field of another person or thing: the catalogue names the entity's principal only.
  const last = (text: string): string | undefined => text.split('.').at(-1)
  if (last(place) === last(field)) {
    return FIT.alike
  }
  return place.startsWith(`${field}.`) || field.startsWith(`${place}.`) ? FIT.part : FIT.none
}

function documentFit({ document }: Reason, kind: string | undefined, forAny: number): number {
  if (document === null) {
    return FIT.none
  }
  if (document === 'any') {
    return forAny
  }
  return document === kind ? FIT.exact : FIT.other
}

/** What evidence alone does not tell apart. */
function circumstanceFit(
  reason: Reason,
  { evidence, measured = '' }: NonNullable<ChecklistLine['machine']>,
): number {
  switch (reason.id) {
    case 'side-missing': {
      // A side is missing where another side of the same paper is there; else the whole paper is.
      const kinds = evidence.flatMap((item) => (item.kind === 'missing-document' ? [item.documentKind] : []))
      const isPartThere = kinds.some((kind) => measured.includes(`${kind}/`))
      return kinds.length > 0 && !isPartThere ? FIT.other : FIT.none
    }
    case 'two-persons-same-phone':
      // Numbers are compared within the filing: two places that share one are two persons of it.
      return evidence.filter(({ kind }) => kind === 'field').length > 1 ? FIT.part : FIT.none
    default:
      return FIT.none
  }
}
