import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import reasons from '../../../../resources/reasons/reasons.json'
import { RETURN_TEXTS, TEXTS_IN_USE } from '../../../../renderer/review/returnTexts'
import { composeReturn, type ToldReason } from '../../../../shared/review/messages/composeReturn'
import { diffTexts } from '../../../../shared/review/messages/diffTexts'
import { returnMessageSchema } from '../../../../shared/review/messages/returnMessage'
import { returnTextsSchema } from '../../../../shared/review/messages/returnTexts'

const ORDER = 'BA-20261122-0001'
const MISMATCH: ToldReason = {
  place: '主体 名称',
  problem: '主办单位名称与证件不一致（实际：甲；应为：乙）',
  advice: '主办单位名称请与证件逐字一致，包括括号。',
  reasonId: 'subject-name-mismatch',
}
const BY_HAND: ToldReason = { place: '整份申请', problem: '请补交说明。', advice: '写明用途' }

function many(count: number): ToldReason[] {
  return Array.from({ length: count }, (_, at) => ({ ...MISMATCH, place: `服务 ${at + 1} 名称` }))
}

describe('Versions of the texts', () => {
  it('are all files of the folder, each named after its version', () => {
    const files = readdirSync('resources/messages').toSorted()
    expect(RETURN_TEXTS.map(({ version }) => `${version}.json`)).toEqual(files)
    for (const file of files) {
      const texts = returnTextsSchema.parse(JSON.parse(readFileSync(`resources/messages/${file}`, 'utf8')))
      expect(`${texts.version}.json`).toBe(file)
    }
  })

  it('have words for every reason of the catalogue in the one in use, and short ones that are shorter', () => {
    expect(Object.keys(TEXTS_IN_USE.blocks).toSorted()).toEqual(
      reasons.reasons.map(({ id }) => id).toSorted(),
    )
    for (const { problem, short } of Object.values(TEXTS_IN_USE.blocks)) {
      expect(short?.length ?? 0).toBeLessThan(problem.length)
    }
  })

  it('say what differs between two of them', () => {
    const [first] = RETURN_TEXTS
    const changes = first ? diffTexts(first, TEXTS_IN_USE) : []
    expect(changes).toContainEqual({
      path: 'blocks.subject-name-mismatch.short',
      before: null,
      after: '单位名称与证件不符',
    })
    expect(changes.some(({ path }) => path === 'email.closing')).toBe(true)
    expect(diffTexts(TEXTS_IN_USE, TEXTS_IN_USE)).toEqual([])
  })
})

describe('A composed return', () => {
  it('tells every finding once in the e-mail and on the telephone: place, problem, advice', () => {
    const { email, phone, sms } = composeReturn(TEXTS_IN_USE, ORDER, [MISMATCH, BY_HAND])
    expect(email.subject).toBe(`备案订单 ${ORDER} 需修改：2 处`)
    for (const text of [email.body, phone]) {
      for (const told of [
        '主体 名称',
        MISMATCH.problem,
        MISMATCH.advice,
        '整份申请',
        '请补交说明',
        '写明用途',
      ]) {
        expect(text.split(told)).toHaveLength(2)
      }
    }
    expect(returnMessageSchema.safeParse({ texts: TEXTS_IN_USE.version, sms: sms.text, email }).success).toBe(
      true,
    )
  })

  it('says the short form in the SMS, with its place, while that fits', () => {
    const { sms } = composeReturn(TEXTS_IN_USE, ORDER, [MISMATCH, BY_HAND])
    expect(sms.form).toBe('placed')
    expect(sms.text).toContain('1.主体 名称：单位名称与证件不符；2.整份申请：请补交说明。')
    expect(sms).toMatchObject({ encoding: 'ucs-2', fits: true })
  })

  it('says in the SMS what the person wrote where that is not the words of the texts any more', () => {
    const { sms } = composeReturn(TEXTS_IN_USE, ORDER, [{ ...MISMATCH, problem: '名称少了一个字。' }])
    expect(sms.text).toContain('主体 名称：名称少了一个字。')
    expect(sms.text).not.toContain('单位名称与证件不符')
  })

  it('leaves out places, and then the problems, where they do not fit the stated segments', () => {
    const alike = composeReturn(TEXTS_IN_USE, ORDER, many(20)).sms
    expect(alike).toMatchObject({ form: 'listed', fits: true })
    // The same problem in twenty places is said once.
    expect(alike.text.split('单位名称与证件不符')).toHaveLength(2)
    const long = many(20).map((reason, at) => ({
      ...reason,
      reasonId: undefined,
      problem: `${at}${'长'.repeat(20)}`,
    }))
    const counted = composeReturn(TEXTS_IN_USE, ORDER, long).sms
    expect(counted).toMatchObject({ form: 'counted', fits: true, segments: 1 })
    expect(counted.text).toContain('有20处需修改')
  })

  it('says so where not even the shortest form fits', () => {
    const texts = {
      ...TEXTS_IN_USE,
      sms: { ...TEXTS_IN_USE.sms, mostSegments: 1, counted: `${TEXTS_IN_USE.sms.counted}${'长'.repeat(60)}` },
    }
    const { sms } = composeReturn(texts, ORDER, [{ ...BY_HAND, problem: '长'.repeat(80) }])
    expect(sms).toMatchObject({ fits: false, mostSegments: 1 })
    expect(sms.segments).toBe(2)
  })

  it('fills nothing in that a reason brings', () => {
    const { email } = composeReturn(TEXTS_IN_USE, ORDER, [{ ...BY_HAND, problem: '名称为 {order}' }])
    expect(email.body).toContain('名称为 {order}')
  })
})
