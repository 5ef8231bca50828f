import { describe, expect, it } from 'vitest'
import { maskCaseView } from '../../../electron/workflows/cases/maskCaseView'
import { caseViewSchema, type CaseView } from '../../../shared/ipc/models'
import { currentRound } from '../../../shared/protocol/case'
import { maskPersonal } from '../../../shared/domain/maskPersonal'
import { makeLine, makeView } from '../../helpers/rendererCases'

function principalOf(view: CaseView) {
  return currentRound(view.case).application.entity.principal
}

describe('a case that somebody reads without holding it', () => {
  it('shows no value of a private person anywhere, and is still a case', () => {
    const plain = makeView(1, [makeLine('desk:order')])
    const masked = maskCaseView(plain)
    expect(masked.masked).toBe(true)
    expect(caseViewSchema.safeParse(masked)).toMatchObject({ success: true })
    const { draft: _, ...shown } = masked
    const text = JSON.stringify(shown)
    const { name, mobile, email, certificate } = principalOf(plain)
    for (const value of [name, mobile, email, certificate.number]) {
      expect(JSON.stringify(plain)).toContain(value)
      expect(text).not.toContain(value)
    }
  })

  it('finds a value in what machine and people wrote about it', () => {
    const plain = makeView(1, [makeLine('desk:order')])
    const { name, mobile } = principalOf(plain)
    const [line, ...lines] = plain.checklist
    if (line === undefined) {
      throw new Error('The case has no checklist')
    }
    const told = {
      ...plain,
      checklist: [
        { ...line, requirement: { zh: `${name}的手机 ${mobile} 须本人使用`, en: mobile } },
        ...lines,
      ],
    }
    expect(maskCaseView(told).checklist[0]?.requirement).toEqual({
      zh: `${maskPersonal(name)}的手机 ${maskPersonal(mobile)} 须本人使用`,
      en: maskPersonal(mobile),
    })
  })
})

describe('maskPersonal', () => {
  it.each([
    ['王小明', '王＊'],
    ['王', '王＊'],
    ['110101199003074257', '1101＊＊4257'],
    ['13800138000', '138＊＊00'],
    ['zhang.wei@example.com', 'z＊@example.com'],
    ['女', '女＊'],
  ])('%s: %s', (value, masked) => {
    expect(maskPersonal(value)).toBe(masked)
  })
})
