import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { residentIdCheckCharacter } from '../../../../shared/domain/identifiers/checkCharacters'
import { checkResidentId } from '../../../../shared/domain/identifiers/residentId'
import { PROVINCES } from '../../../../shared/domain/provinces'

/** 110000 is a province and no county, so nobody has a number with it. */
const COUNTY = '110000'

function numberOf(body: string): string {
  return body + residentIdCheckCharacter(body)
}

const bodies = fc
  .tuple(
    fc.constantFrom(...PROVINCES.map(({ code }) => code)),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.nat(999),
  )
  .map(([region, birth, sequence]) => ({
    region,
    birthDate: birth.toISOString().slice(0, 10),
    body: region + birth.toISOString().slice(0, 10).replaceAll('-', '') + String(sequence).padStart(3, '0'),
    sex: sequence % 2 === 1 ? 'male' : 'female',
  }))

describe('checkResidentId', () => {
  it('reads region, birth date and sex of a citizen', () => {
    expect(checkResidentId(numberOf(`${COUNTY}19900101001`))).toEqual({
      ok: true,
      number: numberOf(`${COUNTY}19900101001`),
      holder: 'citizen',
      legacy: false,
      regionCode: COUNTY,
      birthDate: '1990-01-01',
      sex: 'male',
    })
  })

  it.each([
    ['81000019000101000X', 'hong-kong'],
    [numberOf('82000019000101000'), 'macao'],
    [numberOf('83000019000101000'), 'taiwan'],
    ['999999190001010007', 'foreigner'],
    [numberOf('71000019000101000'), 'citizen'],
  ])('%s belongs to %s', (number, holder) => {
    expect(checkResidentId(number)).toMatchObject({
      ok: true,
      holder,
      birthDate: '1900-01-01',
      sex: 'female',
    })
  })

  it('lengthens a 15-digit number by 19 and a check character', () => {
    expect(checkResidentId(`${COUNTY}900101001`)).toMatchObject({
      ok: true,
      legacy: true,
      number: numberOf(`${COUNTY}19900101001`),
      birthDate: '1990-01-01',
      sex: 'male',
    })
  })

  it.each([
    ['', 'length'],
    ['11000019900101001', 'length'],
    ['1100001990010100188', 'length'],
    ['11000019900101O018', 'characters'],
    ['X10000199001010018', 'characters'],
    ['11000019900101001٣', 'characters'],
    // Right check characters, but no such province.
    ['000000199001010018', 'region'],
    ['00000019900101000X', 'region'],
    [numberOf('84000019900101001'), 'region'],
    // 81 is Hong Kong only as 810000.
    [numberOf('81010119900101001'), 'region'],
    ['810000900101001', 'region'],
    [numberOf(`${COUNTY}19900230001`), 'birth-date'],
    [numberOf(`${COUNTY}19900431001`), 'birth-date'],
    [numberOf(`${COUNTY}19001301001`), 'birth-date'],
    [numberOf(`${COUNTY}19000100001`), 'birth-date'],
    [numberOf(`${COUNTY}17991231001`), 'birth-date'],
    // 1900 was no leap year, 2000 was one.
    [numberOf(`${COUNTY}19000229001`), 'birth-date'],
  ])('%s: %s', (number, problem) => {
    expect(checkResidentId(number)).toEqual({ ok: false, problem })
  })

  it('takes 29 February of a leap year', () => {
    expect(checkResidentId(numberOf(`${COUNTY}20000229001`))).toMatchObject({
      ok: true,
      birthDate: '2000-02-29',
    })
  })

  it('takes small x, spaces and full-width digits for what they mean', () => {
    const number = numberOf(`${COUNTY}19900101000`)
    expect(number).toMatch(/^\d{17}[\dX]$/)
    const typed = ` ${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14).toLowerCase()} `
    expect(checkResidentId(typed)).toMatchObject({ ok: true, number })
    const wide = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    expect(checkResidentId(wide)).toMatchObject({ ok: true, number })
    expect(checkResidentId('81000019000101000x')).toMatchObject({ ok: true, number: '81000019000101000X' })
  })

  it('passes whatever the check function completes, and reads it right', () => {
    fc.assert(
      fc.property(bodies, ({ body, region, birthDate, sex }) => {
        expect(checkResidentId(numberOf(body))).toMatchObject({
          ok: true,
          holder: 'citizen',
          regionCode: region,
          birthDate,
          sex,
        })
      }),
    )
  })

  it('finds any single changed digit', () => {
    fc.assert(
      fc.property(bodies, fc.nat(17), fc.integer({ min: 1, max: 9 }), ({ body }, position, shift) => {
        const characters = Array.from(numberOf(body))
        const digit = characters[position] === 'X' ? 0 : Number(characters[position])
        const changed = characters.with(position, String((digit + shift) % 10)).join('')
        fc.pre(changed !== numberOf(body))
        expect(checkResidentId(changed).ok).toBe(false)
      }),
    )
  })
})
