import { tidy } from './tidy'
import { problem, type Verdict } from './verdict'

export type PhoneProblem = 'empty' | 'characters' | 'not-mainland' | 'service-number' | 'form'

export interface MobileFacts {
  readonly kind: 'mobile'
  /** 11 digits. */
  readonly number: string
  readonly e164: string
  /** False for a segment that no operator had in 2022; a hint, since segments are handed out over the years. */
  readonly segmentAssigned: boolean
}

export interface LandlineFacts {
  readonly kind: 'landline'
  /** `010-12345678` or `010-12345678-801`, the spelling of the filing forms. */
  readonly number: string
  /** Without the extension. */
  readonly e164: string
  readonly areaCode: string
  readonly extension: string | undefined
}

/** Unassigned in the segment list published 2022-07-01. */
const UNASSIGNED_SEGMENTS_2022: ReadonlySet<string> = new Set(['142', '143', '154', '161', '164', '194'])

/** 1, a digit from 3 to 9, nine more. */
const MOBILE = /^1[3-9]\d{9}$/
/** Numbers paid by the owner or rented nationwide; the reviewer cannot tell by them who answers. */
const SERVICE_NUMBER = /^[48]00\d{7}$/
/**
 * Area code with its leading zero: 10 and 2x have two digits after it (no 26), the others three; then seven or eight
 * digits that do not open with 0 or 1; then an extension behind a hyphen or 转. General knowledge of the
 * numbering plan, no published table is followed.
 */
const LANDLINE = /^(0(?:10|2[0-57-9]|[3-9]\d{2}))-?([2-9]\d{6,7})(?:(?:-|转)(\d{1,6}))?$/

/** Takes away the country code and what people put between groups of digits; undefined for another country. */
function nationalForm(text: string): string | undefined {
  const plain = text.replaceAll('(', '').replace(/[).]/g, '-').replace(/-+/g, '-').replace(/^-/, '')
  const international =
    /^(?:\+|00)-?(.*)$/.exec(plain)?.[1] ?? (/^86-?1[3-9]/.test(plain) ? plain : undefined)
  if (international === undefined) {
    return plain
  }
  if (!international.startsWith('86')) {
    return undefined
  }
  const rest = international.slice(2).replace(/^-/, '')
  const digits = rest.replaceAll('-', '')
  // Behind a country code an area code stands without its trunk zero.
  return rest.startsWith('0') || MOBILE.test(digits) || SERVICE_NUMBER.test(digits) ? rest : `0${rest}`
}

/**
 * Checks a phone number of mainland China as it is dialled: a mobile number, or a landline with area code and
 * perhaps an extension, with or without +86. Says nothing about whether anybody answers: that is what the call is
 * for. `not-mainland` is a number with another country's code.
 */
export function checkPhone(typed: string): Verdict<MobileFacts | LandlineFacts, PhoneProblem> {
  const text = tidy(typed)
  if (text === '') {
    return problem('empty')
  }
  if (!/^\(?\+?(?:[\d()\-.#转]|EXT|X)*$/.test(text)) {
    return problem('characters')
  }
  const national = nationalForm(text.replace(/-?(?:#|EXT|X)\.?-?/, '转'))
  if (national === undefined) {
    return problem('not-mainland')
  }
  const digits = national.replaceAll('-', '')
  if (MOBILE.test(digits)) {
    const segmentAssigned = !UNASSIGNED_SEGMENTS_2022.has(digits.slice(0, 3))
    return { ok: true, kind: 'mobile', number: digits, e164: `+86${digits}`, segmentAssigned }
  }
  if (SERVICE_NUMBER.test(digits)) {
    return problem('service-number')
  }
  return landlineOf(national)
}

function landlineOf(national: string): Verdict<LandlineFacts, 'form'> {
  // Groups within the subscriber number (`010-1234-5678`) are joined; the hyphen before an extension stays.
  const joined = national.replace(/^(0(?:10|2\d|[3-9]\d{2}))-?(\d{3,4})-(\d{4})(?!\d)/, '$1-$2$3')
  const [, areaCode, subscriber, extension] = LANDLINE.exec(joined) ?? []
  if (areaCode === undefined || subscriber === undefined) {
    return problem('form')
  }
  const number = `${areaCode}-${subscriber}`
  return {
    ok: true,
    kind: 'landline',
    number: extension === undefined ? number : `${number}-${extension}`,
    e164: `+86${areaCode.slice(1)}${subscriber}`,
    areaCode,
    extension,
  }
}
