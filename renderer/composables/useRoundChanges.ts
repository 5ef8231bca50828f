import { computed, inject, provide, ref, type InjectionKey } from 'vue'
import type { DecisionDesk } from './useDecisionDesk'
import type { Comparison, DocumentPanes } from './useDocumentPanes'
import type { EvidenceWays } from './useEvidence'
import { fieldAt } from '../review/fieldPaths'
import { useCaseReviewStore } from '../stores/caseReview'
import type { EarlierFinding } from '../../shared/review/earlierFindings'

/** Something that is listed as changed: a finding of the last return, a field, or a document. */
type ChangeId = `finding ${number}` | `field ${number}` | `document ${number}`

interface Ways {
  readonly panes: DocumentPanes
  readonly evidence: EvidenceWays
  readonly desk: DecisionDesk
}

/** What changed since the round before, the way to each of it, and the earlier pages beside the present ones. */
function createRoundChanges({ panes, evidence, desk }: Ways) {
  const review = useCaseReviewStore()
  const current = ref<ChangeId | null>(null)
  const takenOver = review.takenOver
  const isLater = computed(() => takenOver.rounds !== null)
  /** Documents that are not what they were, removed ones last. */
  const documents = computed(() => takenOver.documents.filter(({ kind }) => kind !== 'unchanged'))
  const documentById = computed(
    () =>
      new Map(
        takenOver.documents.flatMap((change) =>
          change.after === null ? [] : [[change.after.id, change] as const],
        ),
      ),
  )
  const fieldByPath = computed(
    () =>
      new Map(
        takenOver.fields.flatMap((change) =>
          change.after === null ? [] : [[change.after.field.path, change] as const],
        ),
      ),
  )
  const ids = computed<readonly ChangeId[]>(() => [
    ...takenOver.findings.map((_, index): ChangeId => `finding ${index}`),
    ...takenOver.fields.map((_, index): ChangeId => `field ${index}`),
    ...documents.value.map((_, index): ChangeId => `document ${index}`),
  ])

  /** Shows where the change is. */
  function goTo(id: ChangeId): void {
    current.value = id
    const [kind, number] = id.split(' ')
    const index = Number(number)
    if (kind === 'finding') {
      goToFinding(takenOver.findings[index])
    } else if (kind === 'field') {
      const path = takenOver.fields[index]?.after?.field.path
      evidence.markedFields.value = []
      if (path !== undefined) {
        evidence.showField(path)
      }
    } else {
      const change = documents.value[index]
      evidence.markedFields.value = []
      const after = change?.after ?? null
      const before = change?.before ?? null
      if (after !== null) {
        showDocument(after.id)
      } else if (before !== null) {
        showEarlier(before.id)
      }
    }
  }

  /** The place that the reason is about; without one, the line that brought it. */
  function goToFinding(finding: EarlierFinding | undefined): void {
    if (finding === undefined) {
      return
    }
    const paths = evidence.sections.value.flatMap((section) => section.fields.map((field) => field.path))
    const path = fieldAt(finding.subjectNow, paths)
    const line = review.lines.find(({ id }) => finding.lineIds.includes(id))
    evidence.markedFields.value = []
    if (line !== undefined) {
      review.checklist.select(line)
    }
    if (documentById.value.has(finding.subjectNow)) {
      showDocument(finding.subjectNow)
    } else if (path !== undefined) {
      evidence.showField(path)
    }
  }

  function step(by: 1 | -1): void {
    const at = current.value === null ? -1 : ids.value.indexOf(current.value)
    const next = at < 0 && by < 0 ? ids.value.at(-1) : ids.value[at + by]
    if (next !== undefined) {
      goTo(next)
    }
  }

  /** A replaced document beside what it was, any other alone. */
  function showDocument(documentId: string): void {
    if (documentById.value.get(documentId)?.kind === 'replaced') {
      compare(documentId)
    } else {
      panes.showAll([documentId])
    }
  }

  /** A page that this round no longer has, beside whatever is shown. */
  function showEarlier(documentId: string): void {
    const shown = panes.shown[1] ?? panes.shown[0]
    if (takenOver.rounds !== null && shown !== null) {
      panes.compare({ round: takenOver.rounds.before.round, documentId }, shown)
    }
  }

  /** Shows the earlier page with the present one, in the way that is chosen already. */
  function compare(documentId: string, kind: Comparison = panes.comparison.value ?? 'side'): void {
    const before = documentById.value.get(documentId)?.before ?? null
    if (before !== null && takenOver.rounds !== null) {
      panes.compare({ round: takenOver.rounds.before.round, documentId: before.id }, documentId, kind)
    }
  }

  function toggleComparison(): void {
    compareAs(panes.comparison.value ?? 'side')
  }

  /** Compares in this way, or ends the comparison that is one already. */
  function compareAs(kind: Comparison): void {
    const documentId = panes.shown[panes.active.value]
    if (panes.comparison.value === kind) {
      panes.endComparison()
    } else if (documentId !== null) {
      compare(documentId, kind)
    }
  }

  function hasEarlier(documentId: string | undefined): boolean {
    return documentId !== undefined && (documentById.value.get(documentId)?.before ?? null) !== null
  }

  /** The reason as it would be given again. */
  function reasonAgain({ reason, subjectNow }: EarlierFinding) {
    return { ...reason, field: subjectNow }
  }

  function isGivenAgain(finding: EarlierFinding): boolean {
    return review.hasReason(reasonAgain(finding))
  }

  /** Puts the reason into the return once more and opens the composer. */
  function giveAgain(finding: EarlierFinding): void {
    if (!review.isEditable) {
      return
    }
    if (!isGivenAgain(finding)) {
      review.addReason(reasonAgain(finding))
    }
    desk.compose('return')
  }

  function giveCurrentAgain(): void {
    const finding = takenOver.findings.find((_, index) => current.value === `finding ${index}`)
    if (finding !== undefined) {
      giveAgain(finding)
    }
  }

  return {
    current,
    isLater,
    documents,
    documentById,
    fieldByPath,
    goTo,
    step,
    toggleComparison,
    compareAs,
    hasEarlier,
    isGivenAgain,
    giveAgain,
    giveCurrentAgain,
  }
}

export type RoundChangeWays = ReturnType<typeof createRoundChanges>
const ROUND_CHANGES: InjectionKey<RoundChangeWays> = Symbol('round changes')

export function provideRoundChanges(ways: Ways): RoundChangeWays {
  const changes = createRoundChanges(ways)
  provide(ROUND_CHANGES, changes)
  return changes
}

export function useRoundChanges(): RoundChangeWays {
  const changes = inject(ROUND_CHANGES)
  if (changes === undefined) {
    throw new Error('What changed since the round before is provided by the case view')
  }
  return changes
}
