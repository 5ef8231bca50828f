import { NEUTRAL_NAME, type Draft } from './draft'
import { entity, services } from './edits'

/** Parts of the form in which rules look for words. */
type Place =
  | 'entity-name'
  | 'entity-remarks'
  | 'certificate-address'
  | 'service-name'
  | 'service-remarks'
  | 'domain-label'

const NEUTRAL_ENTITY = '样例星河小筑'

/** The text at this place is exactly this one. */
export function textAt(draft: Draft, place: Place, text: string): Draft {
  switch (place) {
    case 'entity-name':
      return entity(draft, { name: text })
    case 'entity-remarks':
      return entity(draft, { remarks: text })
    case 'certificate-address':
      return entity(draft, { certificate: { ...draft.entity.certificate, address: text } })
    case 'service-name':
      return services(draft, { name: text })
    case 'service-remarks':
      return services(draft, { remarks: text })
    case 'domain-label':
      return services(draft, (service) => ({
        ...service,
        domains: service.domains.map((domain) => ({ ...domain, name: `${text}.example` })),
      }))
  }
}

/** The first of these places has the word within its text. */
export function withWord(draft: Draft, places: readonly Place[], word: string): Draft {
  const [place] = places
  return place === undefined ? draft : textAt(draft, place, inside(place, word))
}

/** Texts without any word that a rule could look for. */
export function withoutWords(draft: Draft, places: readonly Place[]): Draft {
  return places.reduce((rest, place) => textAt(rest, place, neutral(place, rest)), draft)
}

/** A text for this place that has the word neither at its beginning nor at its end. */
export function inside(place: Place, word: string): string {
  return place === 'domain-label' ? `a${word}z` : `样例${word}小记`
}

function neutral(place: Place, draft: Draft): string {
  switch (place) {
    case 'entity-name':
      return draft.entity.kind === 'individual' ? draft.entity.principal.name : NEUTRAL_ENTITY
    case 'service-name':
      return NEUTRAL_NAME
    case 'domain-label':
      return 'xinghe'
    case 'certificate-address':
      return '样例路1号'
    case 'entity-remarks':
    case 'service-remarks':
      return ''
  }
}

/** The first word that stops being one of the list when its last character is taken away; what is left of it. */
export function neighbourOf(words: readonly string[]): string | undefined {
  return words
    .map((word) => word.slice(0, -1))
    .find((text) => text !== '' && !words.some((word) => text.includes(word)))
}
