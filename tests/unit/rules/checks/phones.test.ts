import { describe, expect, it } from 'vitest'
import { provinceOfMobile } from '../../../../shared/domain/identifiers/mobileRegion'
import { firstFiling, individualFiling, judged, pointsAt, PRINCIPAL } from '../caseMaker'

const withMobile = (mobile: string) => ({ application: individualFiling({ ...PRINCIPAL, mobile }) })

describe('provinceOfMobile', () => {
  it.each([
    ['13001000000', '110000'],
    ['13800100000', '110000'],
    ['13800210000', '310000'],
    ['13999990000', '650000'],
    ['13000000000', '370000'],
    ['18999790000', '650000'],
    ['18999999999', '650000'],
    ['19900000000', undefined],
    ['16600000000', undefined],
  ])('%s: %s', (number, province) => {
    expect(provinceOfMobile(number)).toBe(province)
  })
})

describe('phone-region', () => {
  const check = { name: 'phone-region', persons: ['entity-principal', 'service-principals'] }

  it.each([
    ['of the division', '13800571000', '330000', 'pass'],
    ['of another one', '13800571000', '130000', 'fail'],
    ['with country code', '+86 138 0057 1000', '330000', 'pass'],
    ['of a series that the table does not know', '19900571000', '330000', 'unsure'],
    ['that is none', '12345', '330000', 'unsure'],
    ['of a landline', '0571-88880000', '330000', 'unsure'],
  ])('a number %s', (_, mobile, province, expected) => {
    expect(judged(check, { ...withMobile(mobile), province }).verdict).toBe(expected)
  })

  it('takes numbers of the divisions that the rule names as well', () => {
    const options = { ...withMobile('13800100000'), province: '130000' }
    expect(judged(check, options).verdict).toBe('fail')
    expect(judged({ ...check, alsoFrom: ['110000', '120000'] }, options).verdict).toBe('pass')
    expect(judged({ ...check, alsoFrom: ['120000'] }, options).verdict).toBe('fail')
  })

  it('shows where a number is from, and not the number', () => {
    const principal = { ...PRINCIPAL, mobile: '13800571000' }
    const application = firstFiling({ principal: { ...PRINCIPAL, mobile: '13800100000' } }, { principal })
    const verdict = judged(check, { application })
    expect(pointsAt(verdict)).toEqual(['application.entity.principal.mobile'])
    expect(verdict).toMatchObject({ verdict: 'fail', measured: '••••0000 北京市', expected: '浙江省' })
  })
})

describe('phone-carrier', () => {
  const check = { name: 'phone-carrier', resoldSegments: ['165', '170', '171'] }

  it.each([
    ['13800571000', 'pass'],
    ['16900000000', 'pass'],
    ['17000000000', 'unsure'],
    ['17199999999', 'unsure'],
    ['17200000000', 'pass'],
    ['0571-88880000', 'unsure'],
  ])('%s: %s', (mobile, expected) => {
    expect(judged(check, withMobile(mobile)).verdict).toBe(expected)
  })

  it('names the segment', () => {
    expect(judged(check, withMobile('17000000000')).measured).toBe('170••••0000')
  })
})
