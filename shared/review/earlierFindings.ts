import { z } from 'zod'
import { alignApplications, pathInLater, type Aligned } from './alignApplications'
import type { ComparedRound, RoundComparison } from './compareRounds'
import { returnReasonSchema, type Decision, type ReturnReason } from './decision'
import { MISSING_DOCUMENT_PREFIX, WHOLE_APPLICATION } from './reasonSubject'
import type { UntouchedEvidence } from './untouchedEvidence'
import { normalPath } from '../domain/fieldPaths'
import type { ChecklistLine, Evidence, LineAnswer } from '../rules/checklist'
import type { JudgedDocument } from '../rules/judgedCase'

/** A reason of the last return, and what the applicant has done about it. */
export const earlierFindingSchema = z.strictObject({
  reason: returnReasonSchema,
  /** What the reason is about as this round calls it; for the reason to be given again. */
  subjectNow: z.string(),
  /** Lines of this round's checklist that brought the reason; none when it was written by hand. */
  lineIds: z.array(z.string()),
  /** What the reason is about, or what its lines rest on, is not what it was. */
  isChanged: z.boolean(),
})
export type EarlierFinding = z.output<typeof earlierFindingSchema>

/** `fixed`: changed and found in order; `changed`: changed and to be checked; `unchanged`: as it was. */
export const FINDING_STATES = ['unchanged', 'changed', 'fixed'] as const
export type FindingState = (typeof FINDING_STATES)[number]

interface Returned<D extends JudgedDocument> {
  readonly decision: Decision
  /** The earlier round's checklist; empty when its rule pack is not known here. */
  readonly earlierLines: readonly ChecklistLine[]
  readonly lines: readonly ChecklistLine[]
  readonly before: ComparedRound<D>
  readonly after: ComparedRound<D>
  readonly comparison: RoundComparison<D>
  readonly untouched: UntouchedEvidence
}

/** Every reason of the return, in its order. */
export function earlierFindings<D extends JudgedDocument>(returned: Returned<D>): readonly EarlierFinding[] {
  const { decision, lines, before, after, comparison, untouched } = returned
  const aligned = alignApplications(before.application, after.application)
  const known = new Set(lines.map(({ id }) => id))
  const isAnythingChanged =
    comparison.fields.length > 0 || comparison.documents.some(({ kind }) => kind !== 'unchanged')
  return decision.reasons.map((reason) => {
    const brought = linesBehind(reason, returned)
    const evidence = [
      subjectOf(reason, before.documents),
      ...brought.flatMap((line) => line.machine?.evidence ?? []),
    ]
    return {
      reason,
      subjectNow: subjectNow(reason.field, aligned, comparison),
      lineIds: brought.map(({ id }) => id).filter((id) => known.has(id)),
      isChanged:
        reason.field === WHOLE_APPLICATION && brought.length === 0
          ? isAnythingChanged
          : evidence.some((item) => !untouched.isSame(item, 'before')),
    }
  })
}

/**
 * Where the finding stands now: found in order only when every line behind it is, by the person's own word or else by
 * the machine's. A reason without a line stays to be checked, since nobody but the person can tell.
 */
export function findingState(
  { isChanged, lineIds }: Pick<EarlierFinding, 'isChanged' | 'lineIds'>,
  lines: readonly ChecklistLine[],
  answers: ReadonlyMap<string, LineAnswer>,
): FindingState {
  if (!isChanged) {
    return 'unchanged'
  }
  const own = lines.filter(({ id }) => lineIds.includes(id))
  const isFixed = own.every((line) => {
    const person = answers.get(line.id)?.verdict ?? 'not-looked-at'
    return person === 'not-looked-at'
      ? line.machine?.verdict === 'pass'
      : person === 'ok' || person === 'not-applicable'
  })
  return own.length > 0 && isFixed ? 'fixed' : 'changed'
}

/** Defects of the decision that gave this reason: by its place in the catalogue, narrowed by what they are about. */
function linesBehind<D extends JudgedDocument>(
  reason: ReturnReason,
  { decision, earlierLines }: Returned<D>,
): readonly ChecklistLine[] {
  const defects = earlierLines.filter((line) => {
    const decided = decision.lines.find(({ lineId }) => lineId === line.id)
    return decided?.verdict === 'not-looked-at' ? decided.machine === 'fail' : decided?.verdict === 'not-ok'
  })
  const { reasonId } = reason
  const named = reasonId === undefined ? defects : defects.filter((line) => line.reasonIds.includes(reasonId))
  const about = named.filter((line) => {
    const [first] = line.machine?.evidence ?? []
    return first !== undefined && fieldOf(first) === normalPath(reason.field)
  })
  if (about.length > 0 || reasonId !== undefined) {
    return about.length > 0 ? about : named
  }
  // Without an entry in the catalogue a reason opens with the line's own words.
  return defects.filter((line) => reason.problem.startsWith(line.title.zh))
}

function fieldOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'field':
      return normalPath(evidence.path)
    case 'document':
      return evidence.documentId
    case 'missing-document':
      return MISSING_DOCUMENT_PREFIX + evidence.documentKind
  }
}

function subjectOf({ field }: ReturnReason, documents: readonly JudgedDocument[]): Evidence {
  if (field.startsWith(MISSING_DOCUMENT_PREFIX)) {
    return { kind: 'missing-document', documentKind: field.slice(MISSING_DOCUMENT_PREFIX.length) }
  }
  return documents.some(({ id }) => id === field)
    ? { kind: 'document', documentId: field }
    : { kind: 'field', path: normalPath(field) }
}

/** What is gone from the form leaves the application as a whole; a paper that is gone is missing. */
function subjectNow<D extends JudgedDocument>(
  field: string,
  aligned: readonly Aligned[],
  { documents }: RoundComparison<D>,
): string {
  if (field.startsWith(MISSING_DOCUMENT_PREFIX)) {
    const kind = field.slice(MISSING_DOCUMENT_PREFIX.length)
    const brought = documents.find((change) => change.kind === 'added' && change.after.kind === kind)
    return brought?.after?.id ?? field
  }
  const paper = documents.find(({ before }) => before?.id === field)
  if (paper !== undefined) {
    return paper.after?.id ?? MISSING_DOCUMENT_PREFIX + (paper.before?.kind ?? '')
  }
  return pathInLater(aligned, field) ?? WHOLE_APPLICATION
}
