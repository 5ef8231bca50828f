import type { ReadField } from './readField'

/** What stands between the two dates of a term. */
const BETWEEN = /[-–—~至]/u

/**
 * The end of a validity, and its beginning where it is shown: `2016.09.12-2026.09.12`, `…-长期`. A beginning is never taken
 * for the end: where what follows it is no date, the end is doubtful.
 */
export function readPeriod(text: string): ReadonlyArray<Pick<ReadField, 'field' | 'value' | 'proof'>> {
  const dates = datesIn(text)
  const isOpen = text.includes('长期')
  const hasBeginning = isOpen || dates.length > 1 || isBeginning(text)
  const [first] = hasBeginning ? dates : []
  const end = isOpen ? 'long-term' : dates[hasBeginning ? 1 : 0]
  return [
    ...(first === undefined ? [] : [{ field: 'valid-from', value: first, proof: 'form' } as const]),
    end === undefined
      ? ({ field: 'valid-to', value: text, proof: 'doubtful' } as const)
      : ({ field: 'valid-to', value: end, proof: 'form' } as const),
  ]
}

/** Whether something follows the first date, as an end follows a beginning. */
function isBeginning(text: string): boolean {
  const [first] = text.matchAll(DATE)
  return first !== undefined && isDay(first) && BETWEEN.test(text.slice(first.index + first[0].length))
}

const DATE = /(\d{4})[.年-](\d{1,2})[.月-](\d{1,2})/gu

/** `2021.08.17`, `2021年8月17日`, `2021-08-17`; days that do not exist are not dates. */
export function datesIn(text: string): readonly string[] {
  return [...text.matchAll(DATE)].filter(isDay).map(dayOf)
}

function dayOf([, year = '', month = '', day = '']: RegExpExecArray): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** What no calendar has is either no instant or, moved on, another day. */
function isDay(match: RegExpExecArray): boolean {
  const instant = Date.parse(`${dayOf(match)}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(dayOf(match))
}
