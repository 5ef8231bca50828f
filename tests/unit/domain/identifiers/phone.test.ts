import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPhone } from '../../../../shared/domain/identifiers/phone'

describe('checkPhone', () => {
  it.each([
    ['13800000000'],
    ['138 0000 0000'],
    ['138-0000-0000'],
    ['+86 138 0000 0000'],
    ['+86-13800000000'],
    ['008613800000000'],
    ['8613800000000'],
    ['(+86)13800000000'],
    ['１３８００００００００'],
  ])('%s is a mobile number', (typed) => {
    expect(checkPhone(typed)).toEqual({
      ok: true,
      kind: 'mobile',
      number: '13800000000',
      e164: '+8613800000000',
      segmentAssigned: true,
    })
  })

  it.each(['142', '143', '154', '161', '164', '194'])('notes that nobody had segment %s', (segment) => {
    expect(checkPhone(`${segment}00000000`)).toMatchObject({ ok: true, segmentAssigned: false })
  })

  it.each([
    ['010-20000000', '010-20000000', '+861020000000', undefined],
    ['(010)20000000', '010-20000000', '+861020000000', undefined],
    ['01020000000', '010-20000000', '+861020000000', undefined],
    ['010 2000 0000', '010-20000000', '+861020000000', undefined],
    ['010-2000-0000', '010-20000000', '+861020000000', undefined],
    ['+86 10 2000 0000', '010-20000000', '+861020000000', undefined],
    ['0086-0755-20000000', '0755-20000000', '+8675520000000', undefined],
    ['0755-2000000', '0755-2000000', '+867552000000', undefined],
    ['0755-20000000-801', '0755-20000000-801', '+8675520000000', '801'],
    ['010－20000000转801', '010-20000000-801', '+861020000000', '801'],
    ['021-20000000 ext.8', '021-20000000-8', '+862120000000', '8'],
    ['0512-2000-0000-8801', '0512-20000000-8801', '+8651220000000', '8801'],
  ])('%s is the landline %s', (typed, number, e164, extension) => {
    const areaCode = number.slice(0, number.indexOf('-'))
    expect(checkPhone(typed)).toEqual({ ok: true, kind: 'landline', number, e164, areaCode, extension })
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['电话13800000000', 'characters'],
    ['13800000000/010-20000000', 'characters'],
    ['+85220000000', 'not-mainland'],
    ['001-212-0000000', 'not-mainland'],
    ['4000000000', 'service-number'],
    ['400-000-0000', 'service-number'],
    ['+86 800 000 0000', 'service-number'],
    // No area code: nobody outside the city can dial it.
    ['20000000', 'form'],
    ['12800000000', 'form'],
    ['1380000000', 'form'],
    ['138000000000', 'form'],
    ['026-20000000', 'form'],
    ['010-10000000', 'form'],
    ['010-200000', 'form'],
    ['010-200000000', 'form'],
    ['010-20000000-1234567', 'form'],
  ])('%s: %s', (typed, problem) => {
    expect(checkPhone(typed)).toEqual({ ok: false, problem })
  })

  it('gives back its own spelling unchanged', () => {
    const typed = fc.stringMatching(/^(1[3-9]\d{9}|0(10|2[0-57-9]|[3-9]\d\d)-?[2-9]\d{6,7}(-\d{1,5})?)$/)
    fc.assert(
      fc.property(typed, (text) => {
        const first = checkPhone(text)
        fc.pre(first.ok)
        expect(checkPhone(first.number)).toEqual(first)
      }),
    )
  })
})
