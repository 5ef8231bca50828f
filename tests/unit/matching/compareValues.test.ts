import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareValues, type ComparedForm, type Tolerance } from '../../../shared/matching/compareValues'

describe('comparing what a paper says with what the form says', () => {
  it.each<[ComparedForm, string, string, readonly Tolerance[]]>([
    ['name', '贵阳澄湖（集团）有限公司', '贵阳澄湖(集团)有限公司', ['width']],
    ['name', '贵阳澄湖【集团】有限公司', '贵阳澄湖(集团)有限公司', ['brackets']],
    ['name', '贵阳 澄湖有限公司', '贵阳澄湖有限公司', ['spaces']],
    ['name', '臺灣龍門有限公司', '台湾龙门有限公司', ['traditional']],
    ['name', 'Abc 贸易', 'ABC贸易', ['spaces', 'case']],
    ['number', 'PDY55784-6', 'PDY557846', ['punctuation']],
    ['number', '36010019791220003x', '36010019791220003X', ['case']],
    ['number', '９１５２', '9152', ['width']],
    ['address', '重庆市沙坪坝区文昌路410号，24层', '重庆市沙坪坝区文昌路410号24层', ['punctuation']],
    ['address', '呼和浩特市新城区长宁路', '内蒙古自治区呼和浩特市新城区长宁路', ['province-left-out']],
    ['domain', 'Example.COM', 'example.com', ['case']],
    ['domain', '示例.example', 'xn--fsq092h.example', ['case']],
    ['domain', 'exa mple.com', 'example.com', ['spaces']],
    ['name', '贵阳   澄湖有限公司', '贵阳 澄湖有限公司', ['spaces']],
    // Either step alone makes these alike, so both are told, and no other.
    ['address', '文昌路410号【24层】', '文昌路410号(24层)', ['brackets', 'punctuation']],
    ['address', '文昌路410号（24层）', '文昌路410号24层', ['punctuation']],
  ])('%s: %s is %s but for %j', (form, one, other, tolerated) => {
    expect(compareValues(form, one, other)).toEqual({ match: 'tolerated', tolerated })
    expect(compareValues(form, other, one)).toEqual({ match: 'tolerated', tolerated })
  })

  it.each<[ComparedForm, string, string]>([
    ['name', '张三', '张二'],
    ['number', '110100199001010017', '110100199001010018'],
    ['date', '2026-11-21', '2026-11-22'],
    ['address', '重庆市沙坪坝区文昌路410号', '重庆市沙坪坝区文昌路411号'],
    ['domain', 'example.com', 'example.cn'],
    ['name', '示例.example', 'xn--fsq092h.example'],
    ['address', '文昌路2号内蒙古自治区会馆', '文昌路2号会馆'],
  ])('%s: %s is not %s', (form, one, other) => {
    expect(compareValues(form, one, other)).toEqual({ match: 'different' })
  })

  it('never takes what is missing for the same', () => {
    expect(compareValues('name', null, null)).toEqual({ match: 'unknown' })
    expect(compareValues('name', '', '')).toEqual({ match: 'unknown' })
    expect(compareValues('number', '110', null)).toEqual({ match: 'unknown' })
    expect(compareValues('number', null, '110')).toEqual({ match: 'unknown' })
    expect(compareValues('address', '', '文昌路')).toEqual({ match: 'unknown' })
    expect(compareValues('address', '文昌路', '')).toEqual({ match: 'unknown' })
    // A value that only punctuation tells from nothing is still a value.
    expect(compareValues('number', '-', '')).toEqual({ match: 'unknown' })
  })

  it('finds every single changed digit of a number', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{17}[\dX]$/),
        fc.nat({ max: 17 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, step) => {
          const digit = number[place] === 'X' ? 0 : Number(number[place])
          const changed = number.slice(0, place) + String((digit + step) % 10) + number.slice(place + 1)
          fc.pre(changed !== number)
          expect(compareValues('number', number, changed)).toEqual({ match: 'different' })
        },
      ),
    )
  })
})
