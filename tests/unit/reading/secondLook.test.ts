import { describe, expect, it } from 'vitest'
import type { ReadField } from '../../../shared/reading/readField'
import { mergeLooks, needsSecondLook } from '../../../shared/reading/secondLook'

function field(name: ReadField['field'], value: string, proof: ReadField['proof'] = 'none'): ReadField {
  return { field: name, value, confidence: 0.9, proof, places: [] }
}

const NUMBER = field('number', '110101199003070011', 'check-digit')

describe('a second look', () => {
  it('is taken where a field is missing that every such paper has', () => {
    expect(needsSecondLook('resident-id', 'portrait', [field('name', '尹平'), NUMBER])).toBe(false)
    expect(needsSecondLook('resident-id', 'portrait', [NUMBER])).toBe(true)
    expect(needsSecondLook('resident-id', 'emblem', [field('valid-to', 'long-term', 'form')])).toBe(false)
    expect(needsSecondLook('passport', 'face', [field('name', 'MUESTRA LUISA')])).toBe(true)
    // A sole trader's licence shows no term.
    expect(needsSecondLook('business-licence', 'face', [field('company', '面馆'), NUMBER])).toBe(false)
    // Nobody is named by number in a notice.
    expect(needsSecondLook('responsibility-notice', 'page', [])).toBe(false)
    expect(needsSecondLook('backdrop-photo', 'face', [])).toBe(false)
  })

  it.each(['wrong-check-digit', 'doubtful', 'incomplete'] as const)('is taken at what is %s', (proof) => {
    const fields = [field('name', '尹平', proof), NUMBER]
    expect(needsSecondLook('resident-id', 'portrait', fields)).toBe(true)
  })

  it('gives way to what was proven before, and fills in what was missing', () => {
    const first = [field('name', '尹平'), NUMBER, field('address', '某路1号')]
    const second = [
      field('name', '尹平'),
      field('number', '110101199003070071', 'wrong-check-digit'),
      field('sex', '男'),
    ]
    expect(mergeLooks(first, second)).toEqual([first[0], NUMBER, second[2], first[2]])
    expect(mergeLooks([field('name', '尹�', 'incomplete')], [field('name', '尹平')])).toEqual([
      field('name', '尹平'),
    ])
  })

  it('at what stays doubtful counts where it is surer', () => {
    const [less, more] = [
      field('name', '玉强', 'doubtful'),
      { ...field('name', '王强', 'doubtful'), confidence: 0.95 },
    ]
    expect(mergeLooks([more], [less])).toEqual([more])
    expect(mergeLooks([less], [more])).toEqual([more])
  })

  it('that reads words otherwise makes them doubtful', () => {
    expect(mergeLooks([field('name', '汪强')], [field('name', '王强')])).toEqual([
      field('name', '王强', 'doubtful'),
    ])
  })

  it('that lacks the surname of the first gives way to it, and the name is doubtful', () => {
    const [sure, less] = [field('name', '玉强'), { ...field('name', '王强', 'doubtful'), confidence: 0.5 }]
    expect(mergeLooks([less], [sure])).toEqual([less])
    expect(mergeLooks([sure], [less])).toEqual([less])
    expect(mergeLooks([sure], [sure])).toEqual([sure])
  })
})
