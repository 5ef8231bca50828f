import { wilsonInterval } from '../sampling/wilsonInterval'

/** Fewer answers than this say nothing of a rule. */
const LEAST_ANSWERS = 20

/** Share of passes that the administration rejected for a rule they had found to be kept; null of too few answers. */
export function escapeShare(figure: {
  readonly answered: number
  readonly escaped: number
}): { readonly value: number; readonly low: number; readonly high: number } | null {
  if (figure.answered < LEAST_ANSWERS) {
    return null
  }
  const value = figure.escaped / figure.answered
  return { value, ...wilsonInterval(value, figure.answered) }
}
