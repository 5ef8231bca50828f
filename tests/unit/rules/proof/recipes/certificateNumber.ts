import type { CertificateType } from '../../../../../shared/domain/filing'
import { certificates, hasHolder } from '../edits'
import { concernsNot, fails, passes, type Recipe } from '../proofCases'

/** A sound number, and one that differs in a single character and is not. */
const NUMBERS: Readonly<Partial<Record<CertificateType, readonly [sound: string, broken: string]>>> = {
  'resident-id': ['330100199001010036', '330100199001010037'],
  'hkmt-residence-permit': ['810000199001010019', '810000199001010018'],
  'foreign-permanent-resident': ['ABC123456789012', 'AB1123456789012'],
  passport: ['E12345678', 'E1234567-'],
  'hk-macao-permit': ['H12345678', 'K12345678'],
  'taiwan-permit': ['12345678', '1234567'],
  'unified-social-credit-code': ['91330100MA00000072', '91330100MA00000073'],
  'organisation-code': ['MA0000007', 'MA0000008'],
  'registration-number': ['110108000000016', '110108000000017'],
}

export const certificateNumber: Recipe<'certificate-number'> = ({ holders, types }, draft) => {
  if (!hasHolder(draft, holders)) {
    return undefined
  }
  const numbers = types.flatMap((type) => {
    const pair = NUMBERS[type]
    return pair === undefined ? [] : [{ type, sound: pair[0], broken: pair[1] }]
  })
  const of = (type: CertificateType, number: string) => certificates(draft, holders, { type, number })
  return {
    breaks: numbers.map(({ type, sound }) =>
      fails(`${type} cut in half`, of(type, sound.slice(0, sound.length / 2).slice(0, 4))),
    ),
    keeps: numbers.map(({ type, sound }) => passes(`a sound ${type}`, of(type, sound))),
    boundary: [
      ...numbers.map(({ type, broken }) => fails(`${type}, one character away`, of(type, broken))),
      ...numbers.map(({ type, sound }) => passes(`${type} in small letters`, of(type, sound.toLowerCase()))),
      concernsNot('a certificate of which no form is known', of('other', '1')),
    ],
  }
}
