import { describe, expect, it } from 'vitest'
import { checkCertificateNumber } from '../../../../shared/domain/identifiers/certificateNumber'
import { checkForeignPermanentResident } from '../../../../shared/domain/identifiers/foreignPermanentResident'
import { checkMrzField } from '../../../../shared/domain/identifiers/machineReadableField'
import { checkPassportNumber } from '../../../../shared/domain/identifiers/passport'
import { checkHkMacaoPermit, checkTaiwanPermit } from '../../../../shared/domain/identifiers/travelPermit'

const CITIZEN = '110000199001010013'
const HONG_KONG_RESIDENCE = '81000019000101000X'
const FOREIGNER = '999999190001010007'

describe('checkPassportNumber', () => {
  it.each([
    ['E00000000', 'chinese-ordinary'],
    ['EA0000000', 'chinese-ordinary'],
    ['e 00000000', 'chinese-ordinary'],
    ['SE0000000', 'chinese-official'],
    ['DE0000000', 'chinese-official'],
    ['PE0000000', 'chinese-official'],
    // Booklets never carry I or O in second place, so this is somebody else's number or a misread 0 or 1.
    ['EO0000000', 'other'],
    ['EI0000000', 'other'],
    ['L898902C3', 'other'],
    ['E0000000', 'other'],
  ])('%s is %s', (typed, form) => {
    expect(checkPassportNumber(typed)).toMatchObject({ ok: true, form })
  })

  it.each([
    ['E000', 'length'],
    ['E000000000', 'length'],
    ['E0000_000', 'characters'],
    ['ABCDEFGH', 'characters'],
    ['护照0000000', 'characters'],
  ])('%s: %s', (typed, problem) => {
    expect(checkPassportNumber(typed)).toEqual({ ok: false, problem })
  })
})

describe('checkMrzField', () => {
  it.each([
    ['E00000000', '8', 'E00000000'],
    ['900101', '1', '900101'],
    ['ZE184226B<<<<<', '1', 'ZE184226B'],
    ['<<<<<<<<<<<<<<', '<', ''],
    ['<<<<<<<<<<<<<<', '0', ''],
  ])('%s with %s says %s', (field, digit, value) => {
    expect(checkMrzField(field, digit)).toEqual({ ok: true, value })
  })

  it.each([
    ['E00000000', '7', 'check-digit'],
    ['E00000000', '<', 'check-digit'],
    ['', '0', 'characters'],
    ['e00000000', '8', 'characters'],
    ['E00000000', '88', 'characters'],
  ])('%s with %s: %s', (field, digit, problem) => {
    expect(checkMrzField(field, digit)).toEqual({ ok: false, problem })
  })
})

describe('travel permits', () => {
  it.each([
    ['H00000000', 'hong-kong', undefined],
    ['m00000000', 'macao', undefined],
    ['H0000000003', 'hong-kong', 3],
  ])('%s is a permit of a resident of %s', (typed, residence, renewals) => {
    expect(checkHkMacaoPermit(typed)).toEqual({ ok: true, number: typed.toUpperCase(), residence, renewals })
  })

  it.each([
    ['H0000000', 'length'],
    ['H000000000', 'length'],
    ['X00000000', 'characters'],
  ])('%s: %s', (typed, problem) => {
    expect(checkHkMacaoPermit(typed)).toEqual({ ok: false, problem })
  })

  it('takes eight digits for Taiwan and nothing else', () => {
    expect(checkTaiwanPermit('00000000')).toEqual({ ok: true, number: '00000000' })
    expect(checkTaiwanPermit('0000000')).toEqual({ ok: false, problem: 'length' })
    expect(checkTaiwanPermit('T0000000')).toEqual({ ok: false, problem: 'characters' })
  })
})

describe('checkForeignPermanentResident', () => {
  it('tells the two editions of the card', () => {
    expect(checkForeignPermanentResident('XXX000000000000')).toMatchObject({ ok: true, edition: '2017' })
    expect(checkForeignPermanentResident(FOREIGNER)).toMatchObject({ ok: true, edition: '2023' })
  })

  it.each([
    [CITIZEN, 'other-kind'],
    ['999999190001010008', 'check-character'],
    ['XX0000000000000', 'characters'],
    ['99999919000101000', 'length'],
  ])('%s: %s', (typed, problem) => {
    expect(checkForeignPermanentResident(typed)).toEqual({ ok: false, problem })
  })
})

describe('checkCertificateNumber', () => {
  it.each([
    ['resident-id', CITIZEN],
    ['hkmt-residence-permit', HONG_KONG_RESIDENCE],
    ['foreign-permanent-resident', FOREIGNER],
    ['passport', 'E00000000'],
    ['hk-macao-permit', 'H00000000'],
    ['taiwan-permit', '00000000'],
    ['unified-social-credit-code', '91000000MA0000007C'],
    ['organisation-code', 'MA0000007'],
    ['registration-number', '000000000000013'],
    ['other', '军字第0000号'],
  ] as const)('a %s takes %s', (type, number) => {
    expect(checkCertificateNumber(type, number)).toMatchObject({ ok: true, number })
  })

  it.each([
    ['resident-id', HONG_KONG_RESIDENCE, 'other-kind'],
    ['resident-id', FOREIGNER, 'other-kind'],
    ['resident-id', '110000900101001', 'legacy'],
    ['hkmt-residence-permit', CITIZEN, 'other-kind'],
    ['foreign-permanent-resident', CITIZEN, 'other-kind'],
    ['resident-id', '91000000MA0000007C', 'characters'],
    ['unified-social-credit-code', '000000000000013', 'length'],
  ] as const)('a %s does not take %s: %s', (type, number, problem) => {
    expect(checkCertificateNumber(type, number)).toEqual({ ok: false, problem })
  })
})
