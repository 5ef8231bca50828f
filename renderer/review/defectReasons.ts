import { isDefect, type Answers } from './lineStatus'
import { reasonsByFit } from './reasonFit'
import { TEXTS_IN_USE } from './returnTexts'
import { factText } from '../i18n/factText'
import type { Draft } from '../../shared/ipc/models'
import type { CaseDocument } from '../../shared/protocol/case'
import { normalPath } from '../../shared/domain/fieldPaths'
import { MISSING_DOCUMENT_PREFIX, WHOLE_APPLICATION } from '../../shared/review/reasonSubject'
import type { ChecklistLine, Evidence } from '../../shared/rules/checklist'
import type { Reason } from '../../shared/rules/reasons'

export type DraftReason = Draft['reasons'][number]

const MAX_TEXT = 500

/** A reason for each defect, in the words that the applicant is told: always Chinese, as the filing is. */
export function defectReasons(
  lines: readonly ChecklistLine[],
  answers: Answers,
  documents: readonly CaseDocument[],
): ReadonlyArray<{ readonly lineId: string; readonly reason: DraftReason }> {
  return lines
    .filter((line) => isDefect(line, answers))
    .map((line) => ({ lineId: line.id, reason: lineReason(line, documents) }))
}

/** A reason of the catalogue as the draft carries it, about the field or the document that it names. */
export function reasonFromCatalogue(entry: Reason, documents: readonly CaseDocument[]): DraftReason {
  return {
    reasonId: entry.id,
    field: catalogueField(entry, documents) ?? WHOLE_APPLICATION,
    ...wordsOf(entry),
  }
}

/**
 * What the applicant is told of this line, with what was measured and expected: by the given reason of the catalogue,
 * else by the one that fits best, else by the words of the rule.
 */
export function lineReason(
  line: ChecklistLine,
  documents: readonly CaseDocument[],
  entry: Reason | undefined = reasonsByFit(line, documents)[0],
): DraftReason {
  const evidenced = evidenceField(line.machine?.evidence[0])
  if (entry === undefined) {
    return {
      field: evidenced ?? WHOLE_APPLICATION,
      problem: withFacts(line.title.zh, line),
      advice: line.requirement.zh.slice(0, MAX_TEXT),
    }
  }
  const reason = reasonFromCatalogue(entry, documents)
  return { ...reason, field: evidenced ?? reason.field, problem: withFacts(reason.problem, line) }
}

/** The texts in use have words for every reason of the catalogue (held by a test). */
function wordsOf({ id, title, advice }: Reason): Pick<DraftReason, 'problem' | 'advice'> {
  const block = TEXTS_IN_USE.blocks[id]
  return { problem: block?.problem ?? title.zh, advice: block?.advice ?? advice.zh }
}

function withFacts(problem: string, line: ChecklistLine): string {
  if (line.machine?.verdict !== 'fail') {
    return problem.slice(0, MAX_TEXT)
  }
  const { measured, expected } = line.machine
  const facts = [
    ...(measured === undefined ? [] : [`实际：${factText(measured, 'zh')}`]),
    ...(expected === undefined ? [] : [`应为：${factText(expected, 'zh')}`]),
  ]
  const text = facts.length === 0 ? problem : `${problem}（${facts.join('；')}）`
  return text.slice(0, MAX_TEXT)
}

function evidenceField(evidence: Evidence | undefined): string | undefined {
  switch (evidence?.kind) {
    case undefined:
      return undefined
    case 'field':
      return normalPath(evidence.path)
    case 'document':
      return evidence.documentId
    case 'missing-document':
      return MISSING_DOCUMENT_PREFIX + evidence.documentKind
  }
}

/** The catalogue names fields of any service with `*`; the first service is where a person starts to look. */
function catalogueField(entry: Reason, documents: readonly CaseDocument[]): string | undefined {
  if (entry.document !== null && entry.document !== 'any') {
    const own = documents.find((document) => document.kind === entry.document)
    // A reason about a field is not about a paper that this filing does not have.
    if (own !== undefined || entry.field === null) {
      return own?.id ?? MISSING_DOCUMENT_PREFIX + entry.document
    }
  }
  return entry.field === null ? undefined : normalPath(entry.field.replaceAll('*', '0'))
}
