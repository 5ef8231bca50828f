import { describe, expect, it } from 'vitest'
import { firstFiling, judged, OTHER_PERSON, pointsAt, type FIRST_FILING } from '../caseMaker'

const trader = (change: Partial<(typeof FIRST_FILING)['entity']>) => ({
  application: firstFiling({ nature: 'sole-trader', legalRepresentative: '王样', ...change }),
})
const check = (params: object) => ({ name: 'sole-trader', ...params })

describe('sole-trader', () => {
  it.each([
    ['a trade name', 'individual', '样例百货店', 'pass'],
    ['the owner’s name', 'individual', '王样', 'fail'],
    ['the owner’s name', 'obtain-first', '王样', 'fail'],
    ['no name', 'obtain-first', '无', 'fail'],
    ['the owner’s name with the note', 'name-with-suffix', '王样（个体工商户）', 'pass'],
    ['the owner’s name with the note in narrow brackets', 'name-with-suffix', '王样(个体工商户)', 'pass'],
    ['somebody else’s name with the note', 'name-with-suffix', '李例（个体工商户）', 'fail'],
    ['the owner’s name without the note', 'name-with-suffix', '王样', 'fail'],
    ['the owner’s name', 'owner-name', '王样', 'pass'],
    ['the owner’s name', undefined, '王样', 'unsure'],
  ])('%s, %s: %s is %s', (_, withoutTradeName, name, expected) => {
    expect(judged(check({ withoutTradeName }), trader({ name })).verdict).toBe(expected)
  })

  it('cannot tell the owner’s name where the form does not name an owner', () => {
    const nameless = trader({ name: '王样（个体工商户）', legalRepresentative: undefined })
    expect(judged(check({ withoutTradeName: 'name-with-suffix' }), nameless).verdict).toBe('unsure')
  })

  it('wants the reason in the remark', () => {
    const params = check({ withoutTradeName: 'owner-name', remark: ['无字号'] })
    expect(judged(params, trader({ name: '王样', remarks: '无字号无公章个体工商户' })).verdict).toBe('pass')
    const silent = judged(params, trader({ name: '王样', remarks: '个体' }))
    expect(silent.verdict).toBe('unsure')
    expect(pointsAt(silent)).toEqual(['application.entity.remarks'])
  })

  it('wants the owner as principal', () => {
    const params = check({ ownerOnly: true })
    expect(judged(params, trader({ name: '样例百货店' })).verdict).toBe('pass')
    expect(judged(params, trader({ name: '样例百货店', principal: OTHER_PERSON })).verdict).toBe('fail')
  })

  it('leaves to a person what only the papers show', () => {
    const params = check({ withoutTradeName: 'obtain-first', personLooksFor: ['seal'] })
    expect(judged(params, trader({ name: '样例百货店' }))).toMatchObject({
      verdict: 'unsure',
      expected: 'seal',
    })
    expect(judged(params, trader({ name: '王样' })).verdict).toBe('fail')
  })

  it('does not concern a company', () => {
    expect(judged(check({ withoutTradeName: 'individual' })).verdict).toBe('not-applicable')
  })
})
