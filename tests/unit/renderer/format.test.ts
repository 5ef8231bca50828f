import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatNear,
  formatTime,
  maskNumber,
  workingDuration,
} from '../../../renderer/i18n/format'
import { shortProvinceName } from '../../../renderer/i18n/shortProvinceName'
import { textPieces } from '../../../renderer/i18n/textPieces'
import { PROVINCES } from '../../../shared/domain/provinces'

describe('formats', () => {
  it.each([
    ['2026-11-21T06:32:00Z', '2026-11-21 14:32'],
    ['2026-11-21T14:32:59+08:00', '2026-11-21 14:32'],
    ['2026-12-31T16:00:00Z', '2027-01-01 00:00'],
  ])('shows %s in China time whatever the zone of the machine', (instant, expected) => {
    expect(formatDateTime(instant)).toBe(expected)
    expect(formatDate(instant)).toBe(expected.slice(0, 10))
    expect(formatTime(instant)).toBe(expected.slice(11))
  })

  it('shows the time alone today and the day before it otherwise', () => {
    const now = Date.parse('2026-11-21T00:10:00+08:00')
    expect(formatNear('2026-11-21T00:05:00+08:00', now)).toBe('00:05')
    expect(formatNear('2026-11-20T23:59:00+08:00', now)).toBe('11-20 23:59')
  })

  it.each([
    [190, { late: false, hours: 3, minutes: 10 }],
    [0, { late: false, hours: 0, minutes: 0 }],
    [-73, { late: true, hours: 1, minutes: 13 }],
  ])('reads %i working minutes', (minutes, expected) => {
    expect(workingDuration(minutes)).toEqual(expected)
  })

  it.each([
    [1, '1 KB'],
    [421_888, '412 KB'],
    [1_843_200, '1.8 MB'],
  ])('shows %i bytes as %s', (bytes, expected) => {
    expect(formatBytes(bytes)).toBe(expected)
  })

  it.each([
    ['110101199001011234', '1101**********1234'],
    ['13800005678', '138****5678'],
    ['1234567', '*******'],
    ['E1234567', 'E12*4567'],
    ['12', '**'],
  ])('masks %s as %s', (number, expected) => {
    expect(maskNumber(number)).toBe(expected)
  })

  it('never shows more than seven characters of a resident number apart from the division', () => {
    const masked = maskNumber('110101199001011234')
    expect(masked).not.toContain('19900101')
    expect(masked).toHaveLength(18)
  })

  it('shortens every province to two or three characters', () => {
    const names = PROVINCES.map((province) => shortProvinceName(province.nameZh))
    expect(names.filter((name) => name.length < 2 || name.length > 3)).toEqual([])
    expect(new Set(names).size).toBe(31)
    expect(names).toContain('内蒙古')
    expect(names).toContain('广西')
  })
})

describe('textPieces', () => {
  it.each([
    '2024-01-18 至 2034-01-18',
    'beian8885@mailweb872.example',
    '浙江省杭州市路381号',
    '192.0.2.10 198.51.100.7',
    '',
  ])('is the text again when joined: %s', (text) => {
    expect(
      textPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })

  it('keeps dates and numbers whole', () => {
    const whole = textPieces('2024-01-18 至 2034-01-18，电话 13800001234，IP 192.0.2.1')
      .filter((piece) => piece.whole)
      .map((piece) => piece.text)
    expect(whole).toEqual(['2024-01-18', '2034-01-18', '13800001234', '192.0.2.1'])
  })

  it('lets an address end a line after its signs only', () => {
    expect(textPieces('office@mail.test').map((piece) => piece.text)).toEqual(['office@', 'mail.', 'test'])
  })
})
