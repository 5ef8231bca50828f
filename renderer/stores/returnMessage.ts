import { computed, type Ref } from 'vue'
import { formSections } from '../review/formSections'
import type { DraftReason } from '../review/defectReasons'
import type { Answers } from '../review/lineStatus'
import { placeText } from '../review/placeText'
import { TEXTS_IN_USE } from '../review/returnTexts'
import type { CaseView } from '../../shared/ipc/models'
import { currentRound } from '../../shared/protocol/case'
import { returnedFiling } from '../../shared/protocol/returnedFiling'
import type { GateProblem } from '../../shared/review/decisionGate'
import { composeReturn } from '../../shared/review/messages/composeReturn'
import { returnLeaks, returnProblems } from '../../shared/review/messages/returnGate'
import type { ReturnMessage } from '../../shared/review/messages/returnMessage'
import type { Pin } from '../../shared/review/pin'

interface ReturnMessageInput {
  readonly view: Readonly<Ref<CaseView | null>>
  readonly reasons: Readonly<Ref<readonly DraftReason[]>>
  readonly answers: Readonly<Ref<Answers>>
  readonly internalNote: Readonly<Ref<string>>
  readonly pins: Readonly<Ref<readonly Pin[]>>
}

/** What the applicant will be sent of the return as it stands, and what of it must not leave. */
export function createReturnMessage({ view, reasons, answers, internalNote, pins }: ReturnMessageInput) {
  const composed = computed(() => {
    if (view.value === null) {
      return null
    }
    const { case: filing } = view.value
    const round = currentRound(filing)
    const sections = formSections({ ...round, province: filing.province, accountId: filing.accountId })
    return composeReturn(
      TEXTS_IN_USE,
      filing.orderNumber,
      reasons.value.map((reason) => ({
        place: placeText(reason.field, sections, round.documents),
        problem: reason.problem.trim(),
        advice: reason.advice.trim(),
        reasonId: reason.reasonId,
      })),
    )
  })
  const message = computed<ReturnMessage | undefined>(
    () =>
      composed.value?.email && {
        texts: TEXTS_IN_USE.version,
        sms: composed.value.sms.text,
        email: composed.value.email,
      },
  )
  const told = computed(() => ({
    verdict: 'return' as const,
    reasons: [...reasons.value],
    message: message.value,
    internalNote: internalNote.value,
    pins: [...pins.value],
    answers: [...answers.value.values()],
  }))
  const leaks = computed(() =>
    view.value === null ? [] : returnLeaks(returnedFiling(view.value.case), told.value),
  )

  /** Without the words of what is missing from the message: it is made of the reasons. */
  function problems(): readonly GateProblem[] {
    return view.value === null ? [] : returnProblems(returnedFiling(view.value.case), told.value)
  }

  return { composed, message, leaks, problems }
}
