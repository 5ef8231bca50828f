import { computed, inject, provide, ref, type InjectionKey } from 'vue'
import type { DocumentPanes } from './useDocumentPanes'
import { fieldAt } from '../review/fieldPaths'
import { formSections } from '../review/formSections'
import type { FormSection } from '../review/formField'
import { useCaseReviewStore } from '../stores/caseReview'
import type { ChecklistLine } from '../../shared/rules/checklist'

/** The ways between form, documents and checklist: what a line is about, and which line a field belongs to. */
function createEvidence(panes: DocumentPanes) {
  const review = useCaseReviewStore()
  /** Paths of the form's fields that the selected line is about. */
  const markedFields = ref<readonly string[]>([])
  /** Counts the ways to a line, so that the checklist can come to the front. */
  const visits = ref(0)
  const sections = computed<readonly FormSection[]>(() => {
    const { round, view } = review
    return round === null || view === null
      ? []
      : formSections({ ...round, province: view.case.province, accountId: view.case.accountId })
  })
  const fieldPaths = computed(() =>
    sections.value.flatMap((section) => section.fields.map((field) => field.path)),
  )

  /** Lines of the checklist by the field they are shown at, worst first. */
  const linesByField = computed(() => {
    const byField = new Map<string, ChecklistLine[]>()
    for (const line of review.lines) {
      if (line.machine?.verdict === 'not-applicable') {
        continue
      }
      for (const path of fieldsOf(line)) {
        byField.set(path, [...(byField.get(path) ?? []), line])
      }
    }
    for (const lines of byField.values()) {
      lines.sort((a, b) => rank(a) - rank(b))
    }
    return byField
  })

  function fieldsOf(line: ChecklistLine): readonly string[] {
    const paths = (line.machine?.evidence ?? []).flatMap((evidence) =>
      evidence.kind === 'field' ? [fieldAt(evidence.path, fieldPaths.value)] : [],
    )
    return [...new Set(paths.filter((path) => path !== undefined))]
  }

  /** Documents that a line points at; for a field, the papers of the person or thing it belongs to. */
  function documentsOf(line: ChecklistLine): readonly string[] {
    const named = (line.machine?.evidence ?? []).flatMap((evidence) =>
      evidence.kind === 'document' ? [evidence.documentId] : [],
    )
    if (named.length > 0) {
      return named
    }
    const paths = fieldsOf(line)
    const section = sections.value.find((own) => own.fields.some((field) => paths.includes(field.path)))
    return section === undefined ? [] : documentsOfSection(section)
  }

  function documentsOfSection(section: FormSection): readonly string[] {
    if (section.documents === null) {
      return []
    }
    const { owner, serviceId } = section.documents
    const own = (review.round?.documents ?? []).filter(
      (document) =>
        serviceId === undefined || document.serviceId === undefined || document.serviceId === serviceId,
    )
    const named = own.filter((document) => document.owner === owner)
    // One person may stand for entity and service; then the papers are there once, under the entity's principal.
    const found =
      named.length > 0 || owner === 'service'
        ? named
        : own.filter((document) => document.owner === 'entity-principal')
    return found.map((document) => document.id)
  }

  /** Selects a line and shows what it is about; the checklist comes to the front. */
  function goToLine(line: ChecklistLine): void {
    visits.value += 1
    review.checklist.select(line)
    markedFields.value = fieldsOf(line)
    panes.showAll(documentsOf(line).slice(0, 2))
  }

  function goToField(path: string): void {
    const line = linesByField.value.get(path)?.[0]
    if (line !== undefined) {
      goToLine(line)
    }
    markedFields.value = [path]
  }

  /** Shows a field and the papers of what it belongs to; nothing is selected. */
  function showField(path: string): void {
    const section = sections.value.find((own) => own.fields.some((field) => field.path === path))
    markedFields.value = [path]
    panes.showAll(section === undefined ? [] : documentsOfSection(section).slice(0, 2))
  }

  return { sections, linesByField, markedFields, visits, showField, documentsOfSection, goToLine, goToField }
}

function rank(line: ChecklistLine): number {
  const order = { fail: 0, unsure: 1, pass: 2, 'not-applicable': 3 } as const
  return line.machine === null ? order.pass : order[line.machine.verdict]
}

export type EvidenceWays = ReturnType<typeof createEvidence>
const EVIDENCE: InjectionKey<EvidenceWays> = Symbol('evidence')

export function provideEvidence(panes: DocumentPanes): EvidenceWays {
  const ways = createEvidence(panes)
  provide(EVIDENCE, ways)
  return ways
}

export function useEvidence(): EvidenceWays {
  const ways = inject(EVIDENCE)
  if (ways === undefined) {
    throw new Error('Evidence is provided by the case view')
  }
  return ways
}
