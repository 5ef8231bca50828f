import { describe, expect, it } from 'vitest'
import { smsSize } from '../../../../shared/review/messages/smsSegments'

describe('Length of an SMS', () => {
  it.each([
    ['nothing', '', 'gsm-7', 0, 0],
    ['a full message of the GSM alphabet', 'a'.repeat(160), 'gsm-7', 160, 1],
    ['one septet more', 'a'.repeat(161), 'gsm-7', 161, 2],
    ['two full parts', 'a'.repeat(306), 'gsm-7', 306, 2],
    ['a third part', 'a'.repeat(307), 'gsm-7', 307, 3],
    ['an extended character, which takes two', '€'.repeat(80), 'gsm-7', 160, 1],
    ['a full message of Chinese', '备'.repeat(70), 'ucs-2', 70, 1],
    ['one character more', '备'.repeat(71), 'ucs-2', 71, 2],
    ['two full parts of Chinese', '备'.repeat(134), 'ucs-2', 134, 2],
    ['one Chinese character among Latin ones', `${'a'.repeat(70)}备`, 'ucs-2', 71, 2],
    ['rare characters of two units', '𠮷'.repeat(35), 'ucs-2', 70, 1],
  ] as const)('%s', (_name, text, encoding, units, segments) => {
    expect(smsSize(text)).toEqual({ encoding, units, segments })
  })

  it('cuts no character of two units at the end of a part', () => {
    // 67 units a part: 33 pairs leave one unit empty, so 134 units take three parts.
    expect(smsSize('𠮷'.repeat(67))).toEqual({ encoding: 'ucs-2', units: 134, segments: 3 })
  })

  it('cuts no escape from its character', () => {
    expect(smsSize('€'.repeat(153))).toEqual({ encoding: 'gsm-7', units: 306, segments: 3 })
  })
})
