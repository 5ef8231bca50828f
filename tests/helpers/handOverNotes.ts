import type { CaseNote } from '../../shared/review/day/handOverNote'

/** A note as a desk leaves it with a case of which nothing else is to be told. */
export function handOverNote(text: string): CaseNote['note'] {
  return {
    text,
    stand: { answered: 3, notOk: 1, hasCallDraft: false, callBackAt: null, promisedUntil: null },
  }
}
