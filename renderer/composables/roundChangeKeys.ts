import type { Ref } from 'vue'
import type { KeyBinding } from './keyGuard'
import type { CaseTab } from './useCaseKeys'
import type { DecisionDesk } from './useDecisionDesk'
import type { RoundChangeWays } from './useRoundChanges'
import { useCaseReviewStore } from '../stores/caseReview'

interface Input {
  readonly changes: RoundChangeWays
  readonly desk: DecisionDesk
  readonly tab: Ref<CaseTab>
}

/** Keys of a later round: through what changed, the earlier page beside the present one, a reason once more. */
export function roundChangeKeys({ changes, desk, tab }: Input): readonly KeyBinding[] {
  const review = useCaseReviewStore()
  const isReading = (): boolean => changes.isLater.value && desk.composing.value === null

  return [
    {
      key: '.',
      label: 'nextChange',
      enabled: isReading,
      run: () => {
        changes.step(1)
      },
    },
    {
      key: ',',
      label: 'previousChange',
      enabled: isReading,
      run: () => {
        changes.step(-1)
      },
    },
    {
      key: 'v',
      label: 'compare',
      enabled: () => changes.isLater.value,
      run: () => {
        changes.toggleComparison()
      },
    },
    {
      key: 'g',
      label: 'showChanges',
      enabled: isReading,
      run: () => {
        tab.value = tab.value === 'changes' ? 'checklist' : 'changes'
      },
    },
    {
      key: 'c',
      label: 'onlyChanged',
      enabled: () => isReading() && tab.value === 'checklist',
      run: () => {
        review.checklist.showOnlyTouched(!review.checklist.isOnlyTouched)
      },
    },
    {
      key: 't',
      label: 'again',
      enabled: () => isReading() && review.isEditable,
      run: () => {
        changes.giveCurrentAgain()
      },
    },
  ]
}
