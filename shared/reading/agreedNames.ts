import type { ReadField, ReadFieldName } from './readField'
import { asSurnamed } from './surnames'
import { UNREAD } from './textLine'

/** Words that name somebody: nothing checks them, and one stroke makes another name. */
const NAMES: readonly ReadFieldName[] = ['name', 'company', 'legal-representative', 'registrant']

export function isName({ field }: Pick<ReadField, 'field'>): boolean {
  return NAMES.includes(field)
}

/** A person's name in Chinese characters alone has at most six; firms have shorter ones too, which cannot be told from them. */
const LONGEST_OF_PERSON = 6

/** Whether a name is of a firm, as far as field and length tell. A name with a dot between its parts is a person's. */
export function namesFirm({ field, value }: ReadField): boolean {
  return (
    isName({ field }) &&
    (field === 'company' || (!value.includes('·') && Array.from(value).length > LONGEST_OF_PERSON))
  )
}

/**
 * Of several readings of the same lines each name as most of them have it, and of two as many the surer one. A reading that
 * lacks a character stands only where all of them do; else it counts for one that has a character in that place. One
 * that passes over what another marks is not whole. What not all of them read alike is doubtful, and so is what most of them
 * read alike without being sure: one sure reading does not outweigh two that are not. A reading with a surname goes before more
 * without one. Other fields are those of the first reading.
 */
export function agreeOnNames(
  first: readonly ReadField[],
  others: ReadonlyArray<readonly ReadField[]>,
): readonly ReadField[] {
  return first.map((own) => {
    if (!isName(own)) {
      return own
    }
    const more = others.flatMap((fields) => fields.filter(({ field }) => field === own.field))
    return agreed([own, ...more], own)
  })
}

/**
 * Names of the first reading that have to be read once more: those of which not every reading, two at least, says the same and surely.
 * On the tuning world no further width ever changed, or threw doubt on, a name of which the first two were sure alike.
 */
export function unsettledNames(
  first: readonly ReadField[],
  others: ReadonlyArray<readonly ReadField[]>,
): readonly ReadField[] {
  const isSure = (own: ReadField, fields: readonly ReadField[]): boolean =>
    fields.some(({ field, value, proof }) => field === own.field && value === own.value && proof === 'none')
  return first.filter(
    (own) =>
      isName(own) && (others.length === 0 || ![first, ...others].every((fields) => isSure(own, fields))),
  )
}

function agreed(readings: readonly ReadField[], first: ReadField): ReadField {
  const votes = (value: string): number => readings.filter((other) => isFilledBy(other.value, value)).length
  const marked = readings.filter(({ value }) => value.includes(UNREAD))
  const cut = marked.map(({ value }) => value.replaceAll(UNREAD, ''))
  const whole = readings.filter((own) => !marked.includes(own) && !cut.includes(own.value))
  const best = (whole.length > 0 ? whole : readings).reduce((chosen, other) => {
    const more = votes(other.value) - votes(chosen.value)
    return more > 0 || (more === 0 && other.confidence > chosen.confidence) ? other : chosen
  }, whole[0] ?? first)
  const sure = readings.filter(({ value, proof }) => value === best.value && proof === 'none').length
  const isDisputed = readings.some(({ value }) => value !== best.value) || sure * 2 <= readings.length
  return asSurnamed(isDisputed && best.proof === 'none' ? { ...best, proof: 'doubtful' } : best, readings)
}

/** Whether the reading says the same, but for characters that it lacks. */
function isFilledBy(reading: string, value: string): boolean {
  const [lacking, whole] = [Array.from(reading), Array.from(value)]
  return (
    lacking.length === whole.length &&
    lacking.every((character, index) => character === UNREAD || character === whole[index])
  )
}
