import { messageLeaks, type MessageLeak } from '../../calls/messageLeaks'
import type { Application } from '../../domain/filing'
import type { LineAnswer } from '../../rules/checklist'
import { closed } from './composeReturn'
import type { ReturnMessage } from './returnMessage'
import type { DecisionVerdict, ReturnReason } from '../decision'
import type { GateProblem } from '../decisionGate'
import type { Pin } from '../pin'

/** What a return is told of, and what must not be told. */
export interface ReturnedFiling {
  readonly orderNumber: string
  /** The form of the round under review, unmasked. */
  readonly application: Application
  /** Notes of the calls about it. */
  readonly callNotes: readonly string[]
}

interface Told {
  readonly verdict: DecisionVerdict
  readonly reasons: readonly ReturnReason[]
  readonly message?: ReturnMessage | undefined
  readonly internalNote?: string | undefined
  readonly pins?: readonly Pin[] | undefined
  readonly answers: readonly LineAnswer[]
}

/** An order number where it stands by itself; words of letters alone are none. */
const ORDER_NUMBER = /(?<![A-Z0-9-])(?=[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9-]{5,31}(?![A-Z0-9-])/gu

/**
 * What keeps a return from being told: a message that leaves out a reason, and what must not leave the desk. The
 * applicant reads each reason in the filing system too, so reasons are looked at as well.
 */
export function returnProblems(filing: ReturnedFiling, told: Told): readonly GateProblem[] {
  if (told.verdict !== 'return') {
    return told.message === undefined ? [] : [problem('message-incomplete')]
  }
  const { message } = told
  const isWhole =
    message === undefined ||
    told.reasons.every(
      ({ problem: wrong, advice }) =>
        message.email.body.includes(closed(wrong)) && message.email.body.includes(advice.trim()),
    )
  return [
    ...(isWhole ? [] : [problem('message-incomplete')]),
    ...(returnLeaks(filing, told).length > 0 ? [problem('message-leaks')] : []),
  ]
}

/** What of the filing or of the desk's own words stands in what the applicant is told. */
export function returnLeaks(filing: ReturnedFiling, told: Told): readonly MessageLeak[] {
  const { orderNumber, application, callNotes } = filing
  const problems = new Set(told.reasons.map(({ problem: wrong }) => wrong.trim()))
  const internalNotes = [
    told.internalNote ?? '',
    ...told.answers.map(({ note }) => note ?? ''),
    // A pin that the person made a reason of is told word for word, and knowingly.
    ...(told.pins ?? []).map(({ note }) => note).filter((note) => !problems.has(note.trim())),
    ...callNotes,
  ]
  return messageLeaks(toldText(told), { orderNumber, application, contact: null, internalNotes })
}

/** What may be numbers of other orders in what the applicant is told; who has a queue looks them up. */
export function ordersNamed(
  { orderNumber }: Pick<ReturnedFiling, 'orderNumber'>,
  told: Told,
): readonly string[] {
  const found = toldText(told).toUpperCase().match(ORDER_NUMBER) ?? []
  return [...new Set(found)].filter((number) => number !== orderNumber)
}

/** Reasons and messages apart, so that the end of one and the beginning of the next make no number. */
function toldText({ reasons, message }: Told): string {
  return [
    ...reasons.flatMap(({ problem: wrong, advice }) => [wrong, advice]),
    ...(message === undefined ? [] : [message.sms, message.email.subject, message.email.body]),
  ].join('。\n')
}

function problem(code: GateProblem['code']): GateProblem {
  return { code, lineIds: [] }
}
