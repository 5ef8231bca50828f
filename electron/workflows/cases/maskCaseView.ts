import { PERSONAL_READINGS, personalValues, type PersonalSources } from './personalValues'
import { maskPersonal } from '../../../shared/domain/maskPersonal'
import type { CaseView } from '../../../shared/ipc/models'

/** Shorter ones would be found inside dates, codes and ids. */
const SHORTEST_PLAIN = 6

/**
 * The case as somebody sees it who does not hold it: every value of a private person is masked wherever it stands, in
 * the form, in readings, and in what machine and people wrote about them. The reader's own draft stays as it is.
 */
export function maskCaseView(view: CaseView): CaseView {
  const masked = mapTexts(view, textMask(view))
  return { ...masked, readings: maskReadings(masked.readings), draft: view.draft, masked: true }
}

/** Masks in a text what the case knows of private persons. */
export function textMask(sources: PersonalSources): (text: string) => string {
  const values = [...personalValues(sources)].sort((a, b) => b.length - a.length)
  const within = values.filter(canStandWithin)
  const whole = new Set(values)
  return (text) =>
    whole.has(text)
      ? maskPersonal(text)
      : within.reduce((masked, value) => masked.replaceAll(value, () => maskPersonal(value)), text)
}

/** Short readings, a sex or a date of birth, are not looked for in other texts. */
function maskReadings(readings: CaseView['readings']): CaseView['readings'] {
  return Object.fromEntries(
    Object.entries(readings).map(([id, fields]) => [
      id,
      fields?.map((field) =>
        PERSONAL_READINGS.includes(field.field) ? { ...field, value: maskPersonal(field.value) } : field,
      ) ?? null,
    ]),
  )
}

/** Chinese names have two characters; a number of that length is anything. */
function canStandWithin(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- the question is whether all of it is ASCII
  return /^[\x00-\x7f]*$/.test(value) ? value.length >= SHORTEST_PLAIN : Array.from(value).length >= 2
}

/** The same value with every text in it mapped; keys stay. */
function mapTexts<T>(value: T, map: (text: string) => string): T {
  if (typeof value === 'string') {
    // A text stays a text; that it may be one of a closed list is why only personal values are replaced.
    return map(value) as T
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => mapTexts(item, map)) as T
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)])) as T
  }
  return value
}
