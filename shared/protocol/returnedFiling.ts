import { currentRound, type Case } from './case'
import type { ReturnedFiling } from '../review/messages/returnGate'

/** What a return of the round under review is held against; of an unmasked case. */
export function returnedFiling(
  filingCase: Pick<Case, 'orderNumber' | 'rounds' | 'calls' | 'notes'>,
): ReturnedFiling {
  return {
    orderNumber: filingCase.orderNumber,
    application: currentRound(filingCase).application,
    callNotes: [
      ...(filingCase.calls ?? []).map(({ call }) => call.note),
      ...(filingCase.notes ?? []).map(({ note }) => note.text),
    ],
  }
}
