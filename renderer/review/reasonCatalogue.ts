import catalogue from '../../resources/reasons/reasons.json'
import type { Reason } from '../../shared/rules/reasons'

/** The catalogue of reasons for a return; its shape is checked by the rule tests, so the file is trusted here. */
const REASONS = catalogue.reasons as readonly Reason[]
const BY_ID = new Map(REASONS.map((reason) => [reason.id, reason]))

export function reasonById(id: string): Reason | undefined {
  return BY_ID.get(id)
}

/** Reasons whose title or advice contains every word, in either language. */
export function searchReasons(words: string, limit: number): readonly Reason[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return REASONS.filter((reason) => {
    const text = [reason.title.zh, reason.title.en, reason.advice.zh, reason.advice.en]
      .join(' ')
      .toLowerCase()
    return wanted.every((word) => text.includes(word))
  }).slice(0, limit)
}
