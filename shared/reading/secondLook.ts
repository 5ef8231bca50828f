import { isName } from './agreedNames'
import { paperLayout, STATEMENT_KINDS } from './paperLayouts'
import type { ReadField, ReadFieldName, ReadingProof } from './readField'
import { asSurnamed } from './surnames'
import type { DocumentFace, DocumentKind } from '../domain/documentKinds'

/** Fields that every sound paper of its kind has; others may be absent from a paper. */
const ALWAYS_THERE: readonly ReadFieldName[] = [
  'name',
  'number',
  'company',
  'domain',
  'registrant',
  'valid-to',
]
const NOT_ON_EVERY_LICENCE: readonly ReadFieldName[] = ['valid-to']
/** Notices name nobody by number. */
const WITHOUT_PARTY: readonly DocumentKind[] = ['responsibility-notice', 'authenticity-commitment']

/** From the best to the worst. */
const RANK: readonly ReadingProof[] = [
  'check-digit',
  'form',
  'none',
  'doubtful',
  'incomplete',
  'wrong-check-digit',
]

/** Whether a paper should be looked at again and more closely: something is missing or denies itself. */
export function needsSecondLook(
  kind: DocumentKind,
  face: DocumentFace,
  fields: readonly ReadField[],
): boolean {
  const isUnsure = fields.some(({ proof }) => RANK.indexOf(proof) > RANK.indexOf('none'))
  return isUnsure || expectedFields(kind, face).some((name) => !fields.some(({ field }) => field === name))
}

function expectedFields(kind: DocumentKind, face: DocumentFace): readonly ReadFieldName[] {
  if (STATEMENT_KINDS.includes(kind)) {
    return WITHOUT_PARTY.includes(kind) ? [] : ['name', 'number']
  }
  if (kind === 'passport') {
    return face === 'face' ? ['name', 'number', 'valid-to'] : []
  }
  if (kind === 'hk-macao-permit' || kind === 'taiwan-permit') {
    return face === 'face' ? ['name', 'number', 'valid-to'] : ['number']
  }
  const layout = paperLayout(kind, face)?.fields.map(({ field }) => field) ?? []
  return layout.filter(
    (name) =>
      ALWAYS_THERE.includes(name) &&
      !(layout.includes('company') && NOT_ON_EVERY_LICENCE.includes(name)) &&
      !(layout.includes('registrant') && name === 'number'),
  )
}

/**
 * Puts two looks at one paper together: of each field the better proven, of two alike the second, which was closer, but of two
 * doubtful ones the surer. Words that the two looks read differently are doubtful.
 */
export function mergeLooks(first: readonly ReadField[], second: readonly ReadField[]): readonly ReadField[] {
  const merged = second.map((own) => {
    const other = first.find(({ field }) => field === own.field)
    return other === undefined ? own : chosen(other, own)
  })
  return [...merged, ...first.filter(({ field }) => !second.some((own) => own.field === field))]
}

/** Names of persons by their surname too, whichever look had it. */
function chosen(first: ReadField, second: ReadField): ReadField {
  const field = better(first, second)
  return isName(field) ? asSurnamed(field, [first, second]) : field
}

function better(first: ReadField, second: ReadField): ReadField {
  if (first.proof === 'none' && second.proof === 'none' && first.value !== second.value) {
    return { ...second, proof: 'doubtful' }
  }
  if (first.proof === 'doubtful' && second.proof === 'doubtful') {
    return first.confidence > second.confidence ? first : second
  }
  return RANK.indexOf(first.proof) < RANK.indexOf(second.proof) ? first : second
}
