import { describe, expect, it } from 'vitest'
import type { Application } from '../../../../shared/domain/filing'
import { FIRST_FILING, firstFiling, judged } from '../caseMaker'

describe('app-name', () => {
  const check = { name: 'app-name', placeholders: ['test', '测试'], doubtfulWords: ['特价', '最新'] }
  const app = (name: string) => ({ application: firstFiling({}, { kind: 'app', name }) })

  it.each([
    ['星河手册', 'pass'],
    ['Test', 'fail'],
    ['测 试', 'fail'],
    ['测试大师', 'pass'],
    ['星河🚀', 'fail'],
    ['星河#1', 'pass'],
    ['9.9元星河', 'fail'],
    ['星河¥9', 'fail'],
    ['元气星河', 'pass'],
    ['特价星河', 'unsure'],
  ])('%s: %s', (name, expected) => {
    expect(judged(check, app(name)).verdict).toBe(expected)
  })

  it('never clears what a person has to judge as well', () => {
    expect(judged({ ...check, otherwise: 'person-reads' }, app('星河手册')).verdict).toBe('unsure')
  })

  it('does not concern a website', () => {
    expect(judged(check).verdict).toBe('not-applicable')
  })
})

describe('forbidden-words where words are not all', () => {
  const check = { name: 'forbidden-words', in: ['service-name'], words: ['公司'], match: 'contains' }

  it.each([
    ['星河公司', 'pass', 'fail'],
    ['星河公司', 'person-reads', 'fail'],
    ['星河', 'pass', 'pass'],
    ['星河', 'person-reads', 'unsure'],
  ])('%s, otherwise %s: %s', (name, otherwise, expected) => {
    const options = { application: firstFiling({}, { name }) }
    expect(judged({ ...check, otherwise }, options).verdict).toBe(expected)
  })
})

describe('distinct-service-names', () => {
  const check = { name: 'distinct-service-names' }
  const recorded = (name: string): { readonly application: Application } => ({
    application: {
      ...FIRST_FILING,
      filingType: 'new-service-filed-here',
      existing: {
        entityIcpNumber: '浙ICP备12345678号',
        recordOnFile: {
          readOn: '2026-11-19',
          entity: { name: FIRST_FILING.entity.name },
          services: [{ icpNumber: '浙ICP备12345678号-1', name }],
        },
      },
    },
  })

  it.each([
    ['one website', { application: firstFiling() }, 'pass'],
    [
      'two names',
      { application: firstFiling({}, { id: 'a', name: '星河甲' }, { id: 'b', name: '星河乙' }) },
      'pass',
    ],
    [
      'one name twice',
      { application: firstFiling({}, { id: 'a', name: '星河' }, { id: 'b', name: '星 河' }) },
      'unsure',
    ],
    ['another name on file', recorded('样例旧站'), 'pass'],
    ['the same name on file', recorded('样例星河网站介绍'), 'unsure'],
  ])('%s', (_, options, expected) => {
    expect(judged(check, options).verdict).toBe(expected)
  })

  it('wants a remark where the rule does', () => {
    const twins = [{ id: 'a', remarks: '' }, { id: 'b' }]
    const options = { application: firstFiling({}, ...twins) }
    expect(judged({ ...check, remark: true }, options).verdict).toBe('fail')
    expect(judged(check, options).verdict).toBe('unsure')
  })
})

describe('name-ending', () => {
  const named = (name: string, entity = '样例星河科技有限公司') => ({
    application: firstFiling({ name: entity }, { name }),
  })

  it.each([
    ['样例星河科技有限公司官网', 'pass'],
    ['样例星河科技有限公司官网产品手册', 'pass'],
    ['样例星河科技有限公司', 'fail'],
    ['星河官网', 'fail'],
  ])('behind the entity’s name: %s', (name, expected) => {
    const check = { name: 'name-ending', of: { kind: 'entity-name' }, anyOf: ['官网'] }
    expect(judged(check, named(name)).verdict).toBe(expected)
  })

  it.each([
    ['星河学院（内部学院）', '样例大学', 'pass'],
    ['星河学院(内部学院)', '样例大学', 'pass'],
    ['星河学院', '样例大学', 'unsure'],
    ['星河学院', '样例星河学院', 'not-applicable'],
    ['星河', '样例大学', 'not-applicable'],
  ])('of an inner body: %s of %s', (name, entity, expected) => {
    const of = { kind: 'inner-body', word: '学院' }
    const check = { name: 'name-ending', of, anyOf: ['（内部学院）', '（非独立机构）'] }
    expect(judged(check, named(name, entity)).verdict).toBe(expected)
  })
})

describe('a remark in place of a link or a paper', () => {
  it.each([
    ['related', '样例星河介绍', '', 'pass'],
    ['unrelated and silent', '天鹅湖畔', '', 'fail'],
    ['unrelated with a remark', '天鹅湖畔', '天鹅湖畔是本单位品牌', 'unsure'],
  ])('name-relation: %s', (_, name, remarks, expected) => {
    const check = { name: 'name-relation', proof: [], remarkRequired: true }
    expect(judged(check, { application: firstFiling({}, { name, remarks }) }).verdict).toBe(expected)
  })

  it.each([
    ['silent', '', [], 'fail'],
    ['with a remark', '不涉及游戏运营', [], 'unsure'],
    ['with the paper', '', [{ kind: 'pre-approval' as const }], 'unsure'],
  ])('trigger-words: %s', (_, remarks, documents, expected) => {
    const check = {
      name: 'trigger-words',
      in: ['service-name'],
      words: ['游戏'],
      documents: ['pre-approval'],
      orRemark: true,
    }
    const application = firstFiling({}, { name: '星河游戏', remarks })
    expect(judged(check, { application, documents }).verdict).toBe(expected)
  })
})
