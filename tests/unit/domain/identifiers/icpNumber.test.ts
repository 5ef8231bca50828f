import { describe, expect, it } from 'vitest'
import { checkIcpNumber } from '../../../../shared/domain/identifiers/icpNumber'
import { PROVINCES } from '../../../../shared/domain/provinces'

describe('checkIcpNumber', () => {
  it.each([
    ['京ICP备12345678号', 'entity', undefined],
    ['京ICP备2026000001号', 'entity', undefined],
    ['京ICP备12345678号-1', 'website', 1],
    ['京ICP备12345678号-1A', 'app', 1],
    ['京ICP备2026000001号-12A', 'app', 12],
    ['京ICP备12345678号-3X', 'mini-program', 3],
    ['京ICP备12345678号-4K', 'quick-app', 4],
  ])('%s is the number of: %s', (number, form, serviceSequence) => {
    expect(checkIcpNumber(number)).toMatchObject({
      ok: true,
      number,
      form,
      serviceSequence,
      entityNumber: number.replace(/-.*$/, ''),
      province: { code: '110000' },
      usualCharacter: true,
    })
  })

  it('takes other spellings of the same number', () => {
    expect(checkIcpNumber(' 京icp备 12345678 号－1a ')).toMatchObject({
      ok: true,
      number: '京ICP备12345678号-1A',
    })
  })

  it.each([
    ['蜀', '510000', true],
    ['川', '510000', false],
    ['黔', '520000', true],
    ['贵', '520000', false],
    ['滇', '530000', true],
    ['云', '530000', false],
    ['陇', '620000', true],
    ['甘', '620000', false],
  ])('%s stands for %s', (character, code, usualCharacter) => {
    expect(checkIcpNumber(`${character}ICP备12345678号`)).toMatchObject({
      ok: true,
      usualCharacter,
      province: { code },
    })
  })

  it.each(PROVINCES.map((province) => [province.icpCharacter, province.code]))(
    '%s opens numbers of %s',
    (character, code) => {
      expect(checkIcpNumber(`${character}ICP备12345678号`)).toMatchObject({
        usualCharacter: true,
        province: { code },
      })
    },
  )

  it.each([
    ['', 'form'],
    ['京ICP备1234567号', 'form'],
    ['京ICP备123456789号', 'form'],
    ['京ICP备12345678', 'form'],
    ['京ICP备12345678号-', 'form'],
    ['京ICP备12345678号-0', 'form'],
    ['京ICP备12345678号-1B', 'form'],
    ['京ICP备12345678号-1A2', 'form'],
    ['北京ICP备12345678号', 'form'],
    // No filing in Taiwan, Hong Kong or Macao.
    ['港ICP备12345678号', 'province'],
    ['台ICP备12345678号', 'province'],
    ['京ICP证000000号', 'operating-licence'],
    ['B2-20260000', 'operating-licence'],
    ['京B2-20260000', 'operating-licence'],
    ['11000002000000', 'public-security-number'],
    ['京公网安备11000002000000号', 'public-security-number'],
  ])('%s: %s', (number, problem) => {
    expect(checkIcpNumber(number)).toEqual({ ok: false, problem })
  })
})
