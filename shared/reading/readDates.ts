import type { ReadField } from './readField'

/** The end of a validity, and its beginning where it is shown: `2016.09.12-2026.09.12`, `…-长期`. */
export function readPeriod(text: string): ReadonlyArray<Pick<ReadField, 'field' | 'value' | 'proof'>> {
  const dates = datesIn(text)
  const isOpen = text.includes('长期')
  const last = isOpen ? 'long-term' : dates.at(-1)
  const first = dates.length > 1 || isOpen ? dates[0] : undefined
  return [
    ...(first === undefined ? [] : [{ field: 'valid-from', value: first, proof: 'form' } as const]),
    last === undefined
      ? ({ field: 'valid-to', value: text, proof: 'doubtful' } as const)
      : ({ field: 'valid-to', value: last, proof: 'form' } as const),
  ]
}

/** `2021.08.17`, `2021年8月17日`, `2021-08-17`; days that do not exist are not dates. */
export function datesIn(text: string): readonly string[] {
  const found = text.matchAll(/(\d{4})[.年-](\d{1,2})[.月-](\d{1,2})/gu)
  return [...found].flatMap(([, year = '', month = '', day = '']) => {
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const instant = Date.parse(`${date}T00:00:00Z`)
    // What no calendar has is either no instant or, moved on, another day.
    return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date) ? [date] : []
  })
}
