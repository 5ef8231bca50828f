import { describe, expect, it } from 'vitest'
import { escapeShare } from '../../../../shared/review/feedback/escapeShare'
import { ruleOfReason } from '../../../../shared/review/feedback/ruleOfReason'
import type { Evidence } from '../../../../shared/rules/checklist'

const REASON = { field: 'application.services.0.name', problem: '名称不规范', advice: '请修改' }

function line(id: string, evidence: readonly Evidence[], reasonIds: readonly string[] = []) {
  return { id, reasonIds: [...reasonIds], machine: { verdict: 'pass' as const, evidence: [...evidence] } }
}

const NAME = line(
  'national:website-name',
  [{ kind: 'field', path: 'application.services.0.name' }],
  ['bad-name'],
)
const PHOTO = line('desk:photo', [{ kind: 'document', documentId: 'd07' }], ['photo-blurred', 'bad-picture'])
const SCAN = line('desk:scan', [{ kind: 'document', documentId: 'd03' }], ['bad-picture'])
const LINES = [NAME, PHOTO, SCAN, { id: 'national:by-hand', reasonIds: [], machine: null }]

describe('ruleOfReason', () => {
  it.each([
    ['the id of a rule', { ...REASON, code: 'national:by-hand' }, 'national:by-hand'],
    ['a reason that one line alone gives', { ...REASON, code: 'photo-blurred' }, 'desk:photo'],
    ['a field that one line alone rests on', REASON, 'national:website-name'],
    ['a document that one line alone rests on', { ...REASON, field: 'd03' }, 'desk:scan'],
  ])('takes %s', (_, reason, expected) => {
    expect(ruleOfReason(reason, LINES)).toBe(expected)
  })

  it.each([
    ['a reason that two lines give', { ...REASON, code: 'bad-picture' }],
    ['a code that nothing has, whatever the field says', { ...REASON, code: 'their-own-17' }],
    ['a field that no line rests on', { ...REASON, field: 'application' }],
  ])('guesses nothing of %s', (_, reason) => {
    expect(ruleOfReason(reason, LINES)).toBeNull()
  })

  it('guesses nothing where two lines rest on the field', () => {
    expect(ruleOfReason(REASON, [...LINES, { ...NAME, id: 'national:website-words' }])).toBeNull()
  })
})

describe('escapeShare', () => {
  it('gives no rate of few answers', () => {
    expect(escapeShare({ answered: 19, escaped: 5 })).toBeNull()
  })

  // Newcombe (Stat. Med. 17, 1998), table I, method 3: 15/148 and 0/20.
  it.each([
    [148, 15, 0.0624, 0.1605],
    [20, 0, 0, 0.1611],
  ])('of %i answers with %i escapes lies between the published bounds', (answered, escaped, low, high) => {
    const share = escapeShare({ answered, escaped })
    expect(share?.value).toBe(escaped / answered)
    expect(share?.low).toBeCloseTo(low, 4)
    expect(share?.high).toBeCloseTo(high, 4)
  })
})
