import { describe, expect, it } from 'vitest'
import { countChinese, hasForm, type NAME_FORMS } from '../../../../shared/rules/checks/nameForms'
import { FIRST_FILING, firstFiling, WEBSITE } from '../caseMaker'

type Form = (typeof NAME_FORMS)[number]

describe('the form of a name', () => {
  it.each<[Form, string, boolean]>([
    ['digits', '12345', true],
    ['digits', '１２ ３４', true],
    ['digits', '12a', false],
    ['digits', 'a12', false],
    ['digits', '', false],
    ['latin', 'Sample', true],
    ['latin', 'S', true],
    ['latin', 'Sample-2 (test)!', true],
    ['latin', '123-Sample', true],
    ['latin', '--++A', true],
    ['latin', '2026', false],
    ['latin', '样例Sample', false],
    ['latin', 'Sample样例', false],
    ['symbols', '!!??', true],
    ['symbols', '+', true],
    ['symbols', '!a', false],
    ['symbols', 'a!', false],
    ['symbols', '', false],
    ['has-latin', '样例A', true],
    ['has-latin', '样例Ａ', true],
    ['has-latin', '样例1', false],
    ['applicant-name', '王样的主页', true],
    ['applicant-name', '王 样的主页', true],
    ['applicant-name', '王的样主页', false],
    ['place-name', '浙江样例网', true],
    ['place-name', '内蒙古样例网', true],
    ['place-name', '广西样例网', true],
    ['place-name', '样例星河', false],
  ])('%s: %s is %s', (form, name, expected) => {
    expect(hasForm(name, form, FIRST_FILING)).toBe(expected)
  })

  it.each<[string, boolean]>([
    ['www.样例', true],
    ['WWW.sample', true],
    ['http://www.sample', true],
    ['HTTPS://www.sample/path', true],
    ['我的www.样例', false],
    ['xinghe.example', true],
    ['XingHe.Example', true],
    ['https://xinghe.example/index.html', true],
    ['xinghe.example/', true],
    ['sample.com', true],
    ['样例.中国', true],
    ['sample.unknownsuffix', true],
    ['sample.样例尾', false],
    ['样例星河', false],
    ['样例.', false],
    ['v2.0', false],
    ['样例http://', false],
  ])('domain: %s is %s', (name, expected) => {
    expect(hasForm(name, 'domain', FIRST_FILING)).toBe(expected)
  })

  it('knows each of the own domains, however it is written', () => {
    const domains = [...WEBSITE.domains, { ...WEBSITE.domains[0], name: 'Local-Name' }]
    const filing = firstFiling({}, { domains: domains as typeof WEBSITE.domains })
    expect(hasForm('local-name', 'domain', filing)).toBe(true)
    expect(hasForm('LOCAL-NAME', 'domain', filing)).toBe(true)
    expect(hasForm('local-names', 'domain', filing)).toBe(false)
  })

  it('counts Chinese characters, those outside the first plane as one', () => {
    expect(countChinese('样例abc𠮷12')).toBe(3)
    expect(countChinese('')).toBe(0)
  })
})
