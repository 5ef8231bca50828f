import { computed, type Ref } from 'vue'
import { formChanges } from '../review/formChanges'
import type { Answers } from '../review/lineStatus'
import type { CaseView } from '../../shared/ipc/models'
import { compareRounds } from '../../shared/review/compareRounds'
import { findingState } from '../../shared/review/earlierFindings'

/** What a later round takes over from the one before, as the screens show it; empty for a first round. */
export function createTakenOver(view: Readonly<Ref<CaseView | null>>, answers: Readonly<Ref<Answers>>) {
  const resubmission = computed(() => view.value?.resubmission ?? null)
  /** The round before and the current one. */
  const rounds = computed(() => {
    const [before, after] = view.value?.case.rounds.slice(-2) ?? []
    return before === undefined || after === undefined ? null : { before, after }
  })
  /** Answers that stand by the line they are about. */
  const carried = computed(
    () => new Map((resubmission.value?.carried ?? []).map((answer) => [answer.lineId, answer])),
  )
  const touchedLineIds = computed<ReadonlySet<string>>(() => new Set(resubmission.value?.touchedLineIds))
  const fields = computed(() =>
    rounds.value === null || view.value === null
      ? []
      : formChanges(view.value.case, rounds.value.before, rounds.value.after),
  )
  /** Every document of both rounds, the unchanged ones included. */
  const documents = computed(() =>
    rounds.value === null ? [] : compareRounds(rounds.value.before, rounds.value.after).documents,
  )
  const findings = computed(() =>
    (resubmission.value?.findings ?? []).map((finding) => ({
      ...finding,
      state: findingState(finding, view.value?.checklist ?? [], answers.value),
    })),
  )

  return { rounds, carried, touchedLineIds, fields, documents, findings }
}
