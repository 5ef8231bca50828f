import { mrzCheckDigit } from './checkCharacters'
import { problem, type Verdict } from './verdict'

export type MrzFieldProblem = 'characters' | 'check-digit'

/**
 * Checks a field of a machine-readable zone together with the digit behind it (ICAO Doc 9303 part 3), `E00000000` and
 * `8`. An empty optional field may carry the filler `<` in place of its digit. The text is taken as printed.
 */
export function checkMrzField(
  field: string,
  checkDigit: string,
): Verdict<{ readonly value: string }, MrzFieldProblem> {
  if (!/^[0-9A-Z<]+$/.test(field) || !/^[0-9<]$/.test(checkDigit)) {
    return problem('characters')
  }
  const empty = /^<+$/.test(field)
  if (mrzCheckDigit(field) !== checkDigit && !(empty && checkDigit === '<')) {
    return problem('check-digit')
  }
  return { ok: true, value: field.replace(/<+$/, '') }
}
