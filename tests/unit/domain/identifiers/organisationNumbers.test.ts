import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  creditCodeCheckCharacter,
  organisationCodeCheckCharacter,
  registrationNumberCheckDigit,
} from '../../../../shared/domain/identifiers/checkCharacters'
import { CREDIT_CODE_PREFIXES } from '../../../../shared/domain/identifiers/creditCodePrefixes'
import { checkOrganisationCode } from '../../../../shared/domain/identifiers/organisationCode'
import { checkRegistrationNumber } from '../../../../shared/domain/identifiers/registrationNumber'
import { checkUnifiedSocialCreditCode } from '../../../../shared/domain/identifiers/unifiedSocialCreditCode'

/** The credit code's alphabet; an organisation code inside a credit code must do without the other letters. */
const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const organisationCodes = fc
  .array(fc.constantFrom(...Array.from(CREDIT_CODE_ALPHABET)), { minLength: 8, maxLength: 8 })
  .map((characters) => characters.join(''))
  .map((body) => body + organisationCodeCheckCharacter(body))

const creditCodes = fc
  .tuple(fc.constantFrom(...CREDIT_CODE_PREFIXES), fc.nat(999_999), organisationCodes)
  .map(([prefix, region, organisation]) => prefix.code + String(region).padStart(6, '0') + organisation)
  .map((body) => body + creditCodeCheckCharacter(body))

describe('checkUnifiedSocialCreditCode', () => {
  it('reads prefix, region and organisation code', () => {
    expect(checkUnifiedSocialCreditCode('91000000MA0000007C')).toMatchObject({
      ok: true,
      number: '91000000MA0000007C',
      prefix: { code: '91', nameZh: '企业', natures: ['enterprise'] },
      regionCode: '000000',
      organisationCode: 'MA0000007',
    })
  })

  it.each([
    ['', 'length'],
    ['91000000MA0000007', 'length'],
    ['91000000MI0000007C', 'characters'],
    ['91000000MA000000７С', 'characters'],
    ['9100A000MA0000007C', 'characters'],
    ['91000000MA0000007D', 'check-character'],
    // What a widely copied recipe computes: the remainder (19 = K) in place of its complement.
    ['91000000MA0000007K', 'check-character'],
  ])('%s: %s', (number, problem) => {
    expect(checkUnifiedSocialCreditCode(number)).toEqual({ ok: false, problem })
  })

  it('checks the organisation code inside by its own standard', () => {
    const body = '91000000MA0000008'
    expect(checkUnifiedSocialCreditCode(body + creditCodeCheckCharacter(body))).toEqual({
      ok: false,
      problem: 'organisation-code',
    })
  })

  it('takes a prefix that the table lacks, without naming it', () => {
    const body = '99000000MA0000007'
    expect(checkUnifiedSocialCreditCode(body + creditCodeCheckCharacter(body))).toMatchObject({
      ok: true,
      prefix: undefined,
    })
  })

  it('takes small letters', () => {
    expect(checkUnifiedSocialCreditCode('91000000ma0000007c')).toMatchObject({ number: '91000000MA0000007C' })
  })

  it('passes whatever the check functions complete', () => {
    fc.assert(
      fc.property(creditCodes, (number) => {
        expect(checkUnifiedSocialCreditCode(number)).toMatchObject({ ok: true, number })
      }),
    )
  })

  it('finds any single changed character', () => {
    fc.assert(
      fc.property(
        creditCodes,
        fc.nat(17),
        fc.constantFrom(...Array.from(CREDIT_CODE_ALPHABET)),
        (number, position, other) => {
          fc.pre(number.charAt(position) !== other)
          expect(checkUnifiedSocialCreditCode(Array.from(number).with(position, other).join('')).ok).toBe(
            false,
          )
        },
      ),
    )
  })
})

describe('checkOrganisationCode', () => {
  it.each([
    ['MA000000-7', 'MA0000007'],
    ['ma0000007', 'MA0000007'],
    ['PDY00001-X', 'PDY00001X'],
    ['PDY00001－x', 'PDY00001X'],
  ])('%s is %s', (typed, number) => {
    expect(checkOrganisationCode(typed)).toEqual({ ok: true, number })
  })

  it.each([
    ['MA00000-07', 'length'],
    ['MA000000', 'length'],
    ['MA000000-A', 'characters'],
    ['MA0000*07', 'characters'],
    ['MA000000-8', 'check-character'],
  ])('%s: %s', (typed, problem) => {
    expect(checkOrganisationCode(typed)).toEqual({ ok: false, problem })
  })
})

describe('checkRegistrationNumber', () => {
  it('reads authority and kind of registrant', () => {
    expect(checkRegistrationNumber('000000000000013')).toEqual({
      ok: true,
      number: '000000000000013',
      authorityCode: '000000',
      registrant: 'domestic',
    })
  })

  it.each([
    ['3', 'domestic'],
    ['4', 'foreign-funded'],
    ['5', 'foreign-funded'],
    ['6', 'sole-trader'],
    ['9', 'sole-trader'],
  ])('a sequence that opens with %s is of a %s registrant', (first, registrant) => {
    const body = `000000${first}0000001`
    expect(checkRegistrationNumber(body + registrationNumberCheckDigit(body))).toMatchObject({ registrant })
  })

  it.each([
    ['00000000000001', 'length'],
    ['00000000000001X', 'characters'],
    ['000000000000014', 'check-digit'],
  ])('%s: %s', (typed, problem) => {
    expect(checkRegistrationNumber(typed)).toEqual({ ok: false, problem })
  })

  it('finds any single changed digit of what the check function completes', () => {
    const bodies = fc.array(fc.constantFrom(...Array.from('0123456789')), { minLength: 14, maxLength: 14 })
    fc.assert(
      fc.property(bodies, fc.nat(14), fc.integer({ min: 1, max: 9 }), (digits, position, shift) => {
        const number = digits.join('') + registrationNumberCheckDigit(digits.join(''))
        expect(checkRegistrationNumber(number).ok).toBe(true)
        const other = String((Number(number.charAt(position)) + shift) % 10)
        const changed = Array.from(number).with(position, other).join('')
        expect(checkRegistrationNumber(changed)).toEqual({ ok: false, problem: 'check-digit' })
      }),
    )
  })
})

describe('CREDIT_CODE_PREFIXES', () => {
  it('names each pair once, in characters of the standard', () => {
    const codes = CREDIT_CODE_PREFIXES.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.every((code) => /^[0-9A-HJ-NPQRTUWXY]{2}$/.test(code))).toBe(true)
  })
})
