import { describe, expect, it } from 'vitest'
import { sha256Schema } from '../../../shared/domain/identity'
import { SMS_FILING_TYPES } from '../../../shared/domain/filingTypes'
import { assertNever, refusal, success } from '../../../shared/result'

describe('a result', () => {
  it('is a value or a reason', () => {
    expect(success(7)).toEqual({ ok: true, value: 7 })
    expect(refusal('late')).toEqual({ ok: false, error: 'late' })
  })

  it('names what nobody thought of', () => {
    expect(() => assertNever({ kind: 'odd' } as never, 'No such kind')).toThrow(
      'No such kind: {"kind":"odd"}',
    )
  })
})

describe('a hash of bytes', () => {
  const hash = '0123456789abcdef'.repeat(4)

  it.each([
    [hash, true],
    [hash.slice(1), false],
    [`${hash}0`, false],
    [hash.toUpperCase(), false],
    ['z'.repeat(64), false],
  ])('%s: %s', (text, expected) => {
    expect(sha256Schema.safeParse(text).success).toBe(expected)
  })
})

it('every filing type but the removal of a provider is confirmed by message', () => {
  expect(SMS_FILING_TYPES).not.toContain('remove-provider')
  expect(SMS_FILING_TYPES).toContain('change')
})
