import type { Ref } from 'vue'
import type { DecisionDesk } from './useDecisionDesk'
import type { DocumentPanes } from './useDocumentPanes'
import type { EvidenceWays } from './useEvidence'
import { useChecklistMoves } from './useChecklistMoves'
import { useKeys } from './useKeys'
import { roundChangeKeys } from './roundChangeKeys'
import type { RoundChangeWays } from './useRoundChanges'
import { useCaseReviewStore } from '../stores/caseReview'
import type { PersonVerdict } from '../../shared/rules/checklist'
import type { KeyBinding } from './keyGuard'

/** What the column on the right shows. */
export type CaseTab = 'changes' | 'checklist' | 'matching' | 'reuse' | 'timeline' | 'rounds'

interface CaseKeysInput {
  readonly panes: DocumentPanes
  readonly evidence: EvidenceWays
  readonly desk: DecisionDesk
  readonly changes: RoundChangeWays
  readonly tab: Ref<CaseTab>
}

/** The keys of an open case. */
export function useCaseKeys({ panes, evidence, desk, changes, tab }: CaseKeysInput): void {
  const review = useCaseReviewStore()
  const moves = useChecklistMoves(evidence)

  function onChecklist(): boolean {
    return tab.value === 'checklist' && desk.composing.value === null && !panes.isMaximised.value
  }

  function answerKey(key: string, label: string, verdict: PersonVerdict): KeyBinding {
    return {
      key,
      label,
      enabled: () => onChecklist() && review.isEditable,
      run: (event) => {
        // A key held down must not answer one line after another unseen.
        if (!event.repeat) {
          moves.answerSelected(verdict)
        }
      },
    }
  }

  /** Where nothing of the case is open, the key belongs to whatever else is: a popover closes itself. */
  function hasSomethingOpen(): boolean {
    return desk.composing.value !== null || panes.isMaximised.value || panes.isComparing.value
  }

  function closeTopmost(): void {
    if (desk.composing.value !== null) {
      desk.cancel()
    } else if (panes.isMaximised.value) {
      panes.isMaximised.value = false
    } else {
      panes.endComparison()
    }
  }

  useKeys({
    place: 'case',
    bindings: [
      {
        key: 'ArrowDown',
        label: 'lineDown',
        enabled: onChecklist,
        run: () => {
          moves.move(1)
        },
      },
      {
        key: 'ArrowUp',
        label: 'lineUp',
        enabled: onChecklist,
        run: () => {
          moves.move(-1)
        },
      },
      {
        key: 'Enter',
        label: 'lineToggle',
        enabled: onChecklist,
        run: () => {
          moves.toggleExpanded()
        },
      },
      answerKey('1', 'ok', 'ok'),
      answerKey('2', 'notOk', 'not-ok'),
      answerKey('3', 'notApplicable', 'not-applicable'),
      answerKey('0', 'notLookedAt', 'not-looked-at'),
      {
        key: 'a',
        label: 'bringReason',
        enabled: () => onChecklist() && review.isEditable,
        run: () => {
          moves.bringReason()
        },
      },
      {
        key: 'u',
        label: 'onlyOpen',
        enabled: onChecklist,
        run: () => {
          moves.toggleOnlyOpen()
        },
      },
      ...roundChangeKeys({ changes, desk, tab }),
      {
        key: 'Ctrl+Enter',
        label: 'confirm',
        inFields: true,
        enabled: () => review.isEditable,
        run: () => {
          desk.confirm()
        },
      },
      { key: 'n', label: 'drawNext', enabled: () => review.isDecided, run: () => void desk.drawNext.run() },
      { key: 'Escape', label: 'escape', inFields: true, enabled: hasSomethingOpen, run: closeTopmost },
    ],
  })
}
