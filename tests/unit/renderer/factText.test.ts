import { describe, expect, it } from 'vitest'
import { factText } from '../../../renderer/i18n/factText'

describe('factText', () => {
  it.each([
    ['resident-id/portrait, resident-id/emblem', '居民身份证 人像面, 居民身份证 国徽面'],
    ['91330000000000000A (check-character)', '91330000000000000A (校验位不符)'],
    ['other: unified-social-credit-code', '其他: 统一社会信用代码'],
    ['≥ 2026-11-21', '≥ 2026-11-21'],
    ['pre-approval / finance-commitment', '前置审批文件 / '],
    ['change.example, form@mail.example', 'change.example, form@mail.example'],
    ['济南沐光泰助学基金会 ∋ 基金', '济南沐光泰助学基金会 ∋ 基金'],
    ['', ''],
  ])('says %j in words', (fact, expected) => {
    expect(factText(fact, 'zh')).toContain(expected)
  })

  it('speaks the language of the interface', () => {
    expect(factText('form (length)', 'en')).toBe('wrong form (wrong length)')
  })
})
