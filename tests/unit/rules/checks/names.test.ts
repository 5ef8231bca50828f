import { describe, expect, it } from 'vitest'
import { firstFiling, individualFiling, judged, pointsAt, WEBSITE } from '../caseMaker'

const named = (name: string, remarks = '介绍') => ({ application: firstFiling({}, { name, remarks }) })

describe('forbidden-words', () => {
  const check = { name: 'forbidden-words', in: ['service-name'], words: ['论坛', 'BBS'], match: 'contains' }

  it.each([
    ['样例星河', 'pass'],
    ['样例论坛', 'fail'],
    ['样例bbs', 'fail'],
    ['样例ＢＢＳ', 'fail'],
    ['论语坛', 'pass'],
  ])('%s: %s', (name, expected) => {
    expect(judged(check, named(name)).verdict).toBe(expected)
  })

  it('tells the words and where they stand', () => {
    const verdict = judged(check, named('样例论坛BBS'))
    expect(verdict.measured).toBe('样例论坛BBS ∋ 论坛, BBS')
    expect(pointsAt(verdict)).toEqual(['application.services.0.name'])
  })

  it('looks at the beginning only where the rule says so', () => {
    const prefix = { ...check, words: ['中国'], match: 'prefix' }
    expect(judged(prefix, named('中国样例')).verdict).toBe('fail')
    expect(judged(prefix, named('样例中国')).verdict).toBe('pass')
  })

  it('leaves it to a person where the nature or an approval may allow the word', () => {
    const state = { ...check, words: ['中国'], match: 'prefix', judgedByPersonForNatures: ['government'] }
    expect(
      judged(state, { application: firstFiling({ nature: 'government' }, { name: '中国样例' }) }).verdict,
    ).toBe('unsure')
    const approved = { ...check, exceptWithPreApproval: true }
    expect(judged(approved, { ...named('样例论坛'), documents: [{ kind: 'pre-approval' }] }).verdict).toBe(
      'unsure',
    )
    expect(judged(approved, named('样例论坛')).verdict).toBe('fail')
  })

  it('reads the label of a domain in the letters people see', () => {
    const label = { ...check, in: ['domain-label'], words: ['示例'] }
    const domains = WEBSITE.domains.map((domain) => ({
      ...domain,
      name: 'xn--fsq092h.xn--fiqs8s',
    }))
    expect(judged(label, { application: firstFiling({}, { domains }) }).verdict).toBe('fail')
  })
})

describe('trigger-words', () => {
  const check = {
    name: 'trigger-words',
    in: ['entity-name', 'service-name'],
    words: ['金融'],
    documents: ['pre-approval', 'finance-commitment'],
  }

  it.each([
    ['no word', named('样例星河'), 'pass'],
    ['a word and no paper', named('样例金融'), 'fail'],
    [
      'a word and a paper to read',
      { ...named('样例金融'), documents: [{ kind: 'finance-commitment' as const }] },
      'unsure',
    ],
  ])('%s', (_, options, expected) => {
    expect(judged(check, options).verdict).toBe(expected)
  })

  it('asks a person to look where the form does not show the place', () => {
    const unseen = { ...check, unseen: 'business-scope' }
    expect(judged(unseen, named('样例星河'))).toMatchObject({ verdict: 'unsure', measured: 'business-scope' })
    expect(judged(unseen, named('样例金融')).verdict).toBe('fail')
  })
})

describe('words inside words', () => {
  it('are ignored where a rule says so', () => {
    const funds = { name: 'trigger-words', in: ['entity-name'], words: ['基金'], documents: ['pre-approval'] }
    const named = (name: string) => ({ application: firstFiling({ name }) })
    expect(judged(funds, named('样例公益基金会')).verdict).toBe('fail')
    expect(judged({ ...funds, ignoring: ['基金会'] }, named('样例公益基金会')).verdict).toBe('pass')
    expect(judged({ ...funds, ignoring: ['基金会'] }, named('样例基金管理有限公司')).verdict).toBe('fail')
  })
})

describe('service-name', () => {
  it.each([
    ['星河', 'fail'],
    ['星河站', 'pass'],
    ['AB星河', 'fail'],
    ['𠮷野家', 'pass'],
  ])('three Chinese characters: %s is %s', (name, expected) => {
    expect(judged({ name: 'service-name', minChineseCharacters: 3 }, named(name)).verdict).toBe(expected)
  })

  it.each([
    ['digits', '12345', 'fail'],
    ['digits', '12345号', 'pass'],
    ['latin', 'Xinghe 2', 'fail'],
    ['latin', '星河Xinghe', 'pass'],
    ['symbols', '!!!', 'fail'],
    ['has-latin', '星河Xinghe', 'fail'],
    ['has-latin', '星河', 'pass'],
    ['domain', 'xinghe.example', 'fail'],
    ['domain', 'https://www.xinghe.example/', 'fail'],
    ['domain', 'www.样例.中国', 'fail'],
    ['domain', '样例星河', 'pass'],
    ['place-name', '杭州浙江风光', 'fail'],
    ['place-name', '样例风光', 'pass'],
    ['applicant-name', '王样的日记', 'fail'],
    ['applicant-name', '李样的日记', 'pass'],
  ])('%s of %s: %s', (form, name, expected) => {
    expect(judged({ name: 'service-name', forbiddenForms: [form] }, named(name)).verdict).toBe(expected)
  })

  it.each([
    ['样例', 'fail'],
    ['样例星', 'pass'],
    ['样例星河样例星河样例', 'pass'],
    ['样例星河样例星河样例星', 'fail'],
  ])('between three and ten characters: %s is %s', (name, expected) => {
    expect(judged({ name: 'service-name', minCharacters: 3, maxCharacters: 10 }, named(name)).verdict).toBe(
      expected,
    )
  })

  it('passes what it can tell to a person where a rule forbids more', () => {
    const check = { name: 'service-name', forbiddenForms: ['place-name'], otherwise: 'person-reads' }
    expect(judged(check, named('一帆风顺')).verdict).toBe('unsure')
  })

  it('speaks of websites and not of Apps', () => {
    const application = firstFiling({}, { kind: 'app', name: 'x' })
    expect(judged({ name: 'service-name', minChineseCharacters: 3 }, { application }).verdict).toBe(
      'not-applicable',
    )
  })
})

describe('name-relation', () => {
  const check = { name: 'name-relation', proof: ['trademark-proof'] }

  it.each([
    ['样例星河官网', 'pass'],
    ['星河', 'pass'],
    ['科技有限公司', 'unsure'],
    ['美味厨房', 'unsure'],
  ])('%s of 样例星河科技有限公司: %s', (name, expected) => {
    expect(judged(check, named(name)).verdict).toBe(expected)
  })

  it('shows the trademark that may explain the name', () => {
    const verdict = judged(check, { ...named('美味厨房'), documents: [{ kind: 'trademark-proof' }] })
    expect(pointsAt(verdict)).toContain('document d0')
  })
})

describe('service-content', () => {
  const individual = { name: 'service-content', allowed: ['博客/个人空间', '其他'], remarkFor: ['其他'] }
  const chosen = (contentCategories: string[], remarks = '个人随笔') => ({
    application: individualFiling(undefined, { contentCategories, remarks }),
  })

  it.each([
    ['blog', chosen(['博客/个人空间'], ''), 'pass'],
    ['other with a remark', chosen(['其他']), 'pass'],
    ['other without', chosen(['其他'], ''), 'fail'],
    ['shopping', chosen(['网络购物']), 'fail'],
    ['other and shopping', chosen(['其他', '网络购物']), 'fail'],
  ])('of an individual: %s', (_, options, expected) => {
    expect(judged(individual, options).verdict).toBe(expected)
  })

  it('knows what a division closes or alone allows', () => {
    const closed = { name: 'service-content', forbidden: ['博客/个人空间'] }
    expect(judged(closed, chosen(['博客/个人空间'])).verdict).toBe('fail')
    expect(judged(closed, chosen(['其他'])).verdict).toBe('pass')
    const own = {
      name: 'service-content',
      allowed: ['其他'],
      allowedByProvince: { '500000': ['博客/个人空间'] },
    }
    expect(judged(own, chosen(['博客/个人空间'])).verdict).toBe('fail')
    expect(judged(own, { ...chosen(['博客/个人空间']), province: '500000' }).verdict).toBe('pass')
  })

  it('sees a forum in the name', () => {
    const check = { name: 'service-content', forbidden: ['电子公告服务'], nameWords: ['论坛'] }
    expect(pointsAt(judged(check, named('样例论坛')))).toEqual(['application.services.0.name'])
  })
})

describe('remark', () => {
  const pledge = {
    name: 'remark',
    of: 'services',
    statements: [['个人'], ['企业', '单位'], ['注销', '黑名单']],
  }

  it.each([
    ['本站为个人网站，不含企业内容，如不属实愿被注销', 'pass'],
    ['本站为个人网站', 'unsure'],
    ['', 'fail'],
  ])('%s: %s', (remarks, expected) => {
    expect(judged(pledge, named('样例星河', remarks)).verdict).toBe(expected)
  })

  it('has its length', () => {
    const long = { name: 'remark', of: 'services', minCharacters: 5 }
    expect(judged(long, named('样例', '四个字的')).verdict).toBe('fail')
    expect(judged(long, named('样例', '五个字的话')).verdict).toBe('pass')
  })

  it('may be the entity’s', () => {
    expect(judged({ name: 'remark', of: 'entity' }).verdict).toBe('fail')
    expect(
      judged({ name: 'remark', of: 'entity' }, { application: firstFiling({ remarks: '说明' }) }).verdict,
    ).toBe('pass')
  })
})
