import { describe, expect, it } from 'vitest'
import { agreeOnNames, namesFirm, unsettledNames } from '../../../shared/reading/agreedNames'
import type { ReadField } from '../../../shared/reading/readField'

function name(value: string, confidence = 0.9, proof: ReadField['proof'] = 'none'): ReadField {
  return { field: 'name', value, confidence, proof, places: [] }
}

const NUMBER: ReadField = { ...name('110101199003070011', 0.9, 'check-digit'), field: 'number' }

describe('several readings of a name', () => {
  it('are that name where all of them have it, as sure as the surest', () => {
    const surest = name('柴棵人', 0.97)
    expect(agreeOnNames([name('柴棵人', 0.6, 'doubtful')], [[surest], [name('柴棵人')]])).toEqual([surest])
  })

  it('are what most of them have, and doubtful', () => {
    expect(agreeOnNames([name('梅路', 0.99)], [[name('梅潞', 0.7)], [name('梅潞', 0.6)]])).toEqual([
      name('梅潞', 0.7, 'doubtful'),
    ])
  })

  it('are doubtful where all have it and most are unsure of it', () => {
    const unsure = name('赵龚明', 0.86, 'doubtful')
    const sure = name('赵龚明', 0.96)
    expect(agreeOnNames([unsure], [[unsure], [sure]])).toEqual([{ ...sure, proof: 'doubtful' }])
    expect(agreeOnNames([unsure], [[sure], [sure]])).toEqual([sure])
  })

  it('are the surer of as many, and doubtful', () => {
    expect(agreeOnNames([name('终住', 0.6)], [[name('佟住', 0.8)]])).toEqual([name('佟住', 0.8, 'doubtful')])
    expect(agreeOnNames([name('佟住', 0.8)], [[name('终住', 0.6)]])).toEqual([name('佟住', 0.8, 'doubtful')])
  })

  it('are the one that begins with a surname, and doubtful, where the others are the same without one', () => {
    const without = name('泰伟毅', 0.98)
    const readings = [[without], [name('秦伟毅', 0.6, 'doubtful')], [name('秦伟毅', 0.7, 'doubtful')]]
    expect(agreeOnNames([without], readings)).toEqual([name('秦伟毅', 0.7, 'doubtful')])
    expect(agreeOnNames([without], [[without], [name('秦伟杰')]])).toEqual([
      { ...without, proof: 'doubtful' },
    ])
    expect(agreeOnNames([without], [[without]])).toEqual([without])
    const firm = { ...without, value: '泰和公司' }
    expect(agreeOnNames([firm], [[firm], [name('秦和公司')]])).toEqual([{ ...firm, proof: 'doubtful' }])
  })

  it('lack a character only where all of them do', () => {
    const lacking = name('靳信\uFFFD', 0.98, 'incomplete')
    expect(agreeOnNames([lacking], [[lacking], [lacking]])).toEqual([lacking])
    const whole = name('靳信濡', 0.7, 'doubtful')
    expect(agreeOnNames([lacking], [[lacking], [whole]])).toEqual([whole])
    expect(agreeOnNames([lacking], [[{ ...whole, proof: 'none' }], [lacking]])).toEqual([whole])
  })

  it('count for the one that has a character where they lack it, and not for one that has none there', () => {
    const lacking = name('史\uFFFD', 0.97, 'incomplete')
    const short = name('史', 0.97, 'doubtful')
    const whole = name('史杰', 0.5, 'doubtful')
    expect(agreeOnNames([lacking], [[short], [short], [whole], [lacking]])).toEqual([whole])
  })

  it('are not whole where they pass over what another one marks', () => {
    const marked = name('令\uFFFD远', 0.97, 'incomplete')
    const short = name('令远', 0.98)
    expect(agreeOnNames([marked], [[short], [marked]])).toEqual([marked])
    expect(agreeOnNames([short], [[short], [marked]])).toEqual([{ ...short, proof: 'doubtful' }])
  })

  it('have no surname where its place is marked', () => {
    const rare = name('姒萤暄', 0.9, 'doubtful')
    const marked = name('\uFFFD萤暄', 0.99, 'incomplete')
    expect(agreeOnNames([marked], [[rare], [rare]])).toEqual([rare])
  })

  it('say nothing of a name that only the first has, or of a number', () => {
    const other = { ...NUMBER, value: '110101199003070012' }
    expect(agreeOnNames([name('尹平'), NUMBER], [[other], []])).toEqual([name('尹平'), NUMBER])
  })
})

describe('a name', () => {
  it.each([
    ['company', '云帆', true],
    ['name', '北京云帆科技有限公司', true],
    ['registrant', '阿拉坦其其格', false],
    ['legal-representative', '阿依古丽·吐尔逊', false],
    ['issuer', '北京市公安局海淀分局', false],
  ] as const)('in the field %s, %s, is of a firm: %s', (field, value, expected) => {
    expect(namesFirm({ ...name(value), field })).toBe(expected)
  })
})

describe('names that are read once more', () => {
  const sure = name('沈知远')

  it.each([
    ['one reading only', [], [sure]],
    ['two that are sure alike', [[sure]], []],
    ['two that differ', [[name('沈如远')]], [sure]],
    ['two alike of which one is unsure', [[name('沈知远', 0.7, 'doubtful')]], [sure]],
    ['one that has no name', [[]], [sure]],
    ['a third that differs from two', [[sure], [name('沈如远')]], [sure]],
  ] as const)('of %s', (_, others, left) => {
    expect(unsettledNames([sure, NUMBER], others)).toEqual(left)
  })

  it('are those of which the first reading is unsure, whatever the others say', () => {
    const unsure = name('沈知远', 0.7, 'doubtful')
    expect(unsettledNames([unsure], [[sure], [sure]])).toEqual([unsure])
  })
})
