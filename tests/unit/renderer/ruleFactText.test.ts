import { beforeAll, describe, expect, it } from 'vitest'
import { ruleFactText } from '../../../renderer/i18n/ruleFactText'
import type { RuleFact } from '../../../shared/rules/ruleFacts'
import { readShippedRulePack } from '../../helpers/shippedRulePack'

let facts: ReadonlyArray<{ readonly id: string; readonly fact: RuleFact }>

beforeAll(async () => {
  const pack = await readShippedRulePack()
  const rules = [...pack.general, ...Object.values(pack.byProvince).flat()]
  facts = rules.flatMap((rule) => rule.facts.map((fact) => ({ id: rule.id, fact })))
})

describe('a fact in words', () => {
  it.each<[RuleFact, string, string]>([
    [
      { is: 'period', of: 'sms-confirmation', how: 'at-most', value: 24, unit: 'hours' },
      '短信核验时限：不超过 24 小时',
      'Time to confirm the text message: at most 24 hours',
    ],
    [
      { is: 'period', of: 'subscription-left', how: 'at-least', value: 1, unit: 'months' },
      '剩余购买时长：不少于 1 个月',
      'Remaining subscription: at least 1 month',
    ],
    [
      { is: 'age', how: 'between', years: 16, upTo: 18, asks: 'extra-paper' },
      '年龄：16–18 周岁，须另附材料',
      'Age: 16–18 years: further papers needed',
    ],
    [
      {
        is: 'office',
        of: 'domain-holder',
        must: 'required',
        anyOf: ['entity', 'legal-representative', 'shareholder'],
      },
      '域名持有者须为：备案主体、法定代表人或股东',
      'Domain holder: must be entity itself, legal representative or shareholder',
    ],
    [
      {
        is: 'papers',
        need: 'one-of',
        as: 'residence-proof',
        papers: [{ name: { zh: '居住证', en: 'residence permit' } }, { kind: 'passport' }],
      },
      '居住证明（任选其一）：居住证、护照',
      'Proof of residence, one of: residence permit, Passport',
    ],
    [
      {
        is: 'papers',
        need: 'all-of',
        papers: [{ kind: 'resident-id', owner: 'legal-representative', face: 'portrait' }],
      },
      '材料：法定代表人的居民身份证 人像面',
      'Papers: Resident identity card Portrait side of the legal representative',
    ],
    [
      { is: 'threshold', of: 'domains', how: 'more-than', value: 5, includesFiled: true },
      '域名超过 5 个时适用（含已备案的）',
      'Concerns filings with more than 5 domains (those on file included)',
    ],
    [
      { is: 'regions', as: 'pilot', since: '2018-09-10', provinces: ['330000', '450000'] },
      '短信核验试点：浙江、广西（2018-09-10加入）',
      'Text message pilot: Zhejiang, Guangxi (since 2018-09-10)',
    ],
    [
      { is: 'words', role: 'refused', words: ['市辖区'], at: 'within', in: ['address'] },
      '不得使用的词（地址）（含即算）：市辖区',
      'Words barred (address) (anywhere within): 市辖区',
    ],
    [
      { is: 'pattern', of: 'organiser-name', form: 'template', text: '{法定代表人}（个体工商户）' },
      '主办单位名称：“{法定代表人}（个体工商户）”',
      'Organiser name: “{法定代表人}（个体工商户）”',
    ],
  ])('%j', (fact, zh, en) => {
    expect(ruleFactText(fact, 'zh')).toEqual({ about: '', text: zh })
    expect(ruleFactText(fact, 'en')).toEqual({ about: '', text: en })
  })

  it('says for whom, where and when apart from the sentence', () => {
    const fact: RuleFact = {
      is: 'stand',
      of: 'cross-province',
      stand: 'with-proof',
      for: ['individual'],
      provinces: ['110000', '120000'],
      filingTypes: ['change'],
      when: 'no-local-number',
    }
    expect(ruleFactText(fact, 'zh')).toEqual({
      about: '个人 · 北京、天津 · 变更备案 · 无本地号码时',
      text: '跨省备案：凭证明允许',
    })
    expect(ruleFactText(fact, 'en').about).toBe(
      'individuals · Beijing, Tianjin · Change · without a local number',
    )
  })

  it.each(['zh', 'en'])('is whole for every fact of the shipped rules in %s', (language) => {
    for (const { id, fact } of facts) {
      const { about, text } = ruleFactText(fact, language)
      const said = `${id} ${fact.is}: ${about} | ${text}`
      expect(text.length, said).toBeGreaterThan(1)
      // Patterns are quoted as they are, with their own braces and codes.
      const words = fact.is === 'pattern' ? about : `${about} ${text}`
      // English has hyphens of its own; in Chinese one between small letters is a code that got through.
      expect(words, said).not.toMatch(language === 'zh' ? /undefined|[{}]|[a-z]-[a-z]/ : /undefined|[{}]/)
    }
  })
})
