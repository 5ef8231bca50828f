import { describe, expect, it } from 'vitest'
import { parseRiskTable, RISK_TABLE } from '../../../shared/filing/riskTable'
import {
  isDisputed,
  isSelfApproval,
  risksOf,
  secondReviewFor,
  type ReviewPast,
  type RiskSubject,
} from '../../../shared/filing/secondReview'

function decided(round: number, verdict: 'pass' | 'return' | 'escalate', userId: string) {
  return { round, decision: { verdict }, decidedBy: { userId } }
}

const FILING = { province: '330000', filingType: 'first-filing', submittedOn: '2026-11-20' } as const

const subject = (past: ReviewPast, change: Partial<RiskSubject> = {}): RiskSubject => ({
  ...FILING,
  ...past,
  ...change,
})

describe('secondReviewFor', () => {
  it('asks for nobody else while nothing was ever escalated', () => {
    expect(secondReviewFor(subject({ round: 2, decisions: [decided(1, 'return', 'li')] }), 'li')).toBe('none')
  })

  it('asks for another person in the round after an escalation', () => {
    const decisions = [decided(1, 'escalate', 'li'), decided(1, 'return', 'wang')]
    expect(secondReviewFor(subject({ round: 2, decisions }), 'li')).toBe('required')
    expect(secondReviewFor(subject({ round: 2, decisions }), 'wang')).toBe('required')
  })

  it('counts whoever has decided about this very round: the one who handed the case up, too', () => {
    const escalated = [decided(1, 'escalate', 'li')]
    expect(secondReviewFor(subject({ round: 1, decisions: escalated }), 'wang')).toBe('none')
    expect(secondReviewFor(subject({ round: 1, decisions: escalated }), 'li')).toBe('required')
    const agreed = [...escalated, decided(2, 'pass', 'li'), decided(2, 'pass', 'wang')]
    expect(secondReviewFor(subject({ round: 2, decisions: agreed }), 'li')).toBe('none')
  })
})

const ROW = {
  ...{ id: 'a-risk', from: '2026-01-01', to: '2026-12-31', when: { everEscalated: true } },
  ...{ title: { zh: '甲', en: 'A' }, reason: { zh: '乙', en: 'B' }, source: 'internal' },
}

function tableOf(...rows: readonly object[]) {
  return { format: 'beian-desk/second-review-risks', version: 1, rows }
}

function risks(when: object, change: Partial<RiskSubject> = {}): readonly string[] {
  const table = parseRiskTable(tableOf({ ...ROW, when }))
  if (!table.ok) {
    throw new Error(JSON.stringify(table.error))
  }
  return risksOf(subject({ round: 1, decisions: [] }, change), table.value).map(({ id }) => id)
}

describe('risksOf', () => {
  const escalated = [decided(1, 'escalate', 'li')]

  it.each([
    [{ everEscalated: true }, { decisions: escalated }, true],
    [{ everEscalated: true }, { decisions: [decided(1, 'return', 'li')] }, false],
    [{ roundFrom: 3 }, { round: 3 }, true],
    [{ roundFrom: 3 }, { round: 2 }, false],
    [{ provinces: ['330000'] }, {}, true],
    [{ provinces: ['330000'] }, { province: '440000' }, false],
    [{ filingTypes: ['first-filing'] }, {}, true],
    [{ filingTypes: ['first-filing'] }, { filingType: 'change' as const }, false],
    [{ provinces: ['330000'], roundFrom: 2 }, { round: 1 }, false],
    [{ provinces: ['330000'], roundFrom: 2 }, { round: 2 }, true],
    [{ roundFrom: 2 }, { round: 2, submittedOn: '2025-12-31' }, false],
    [{ roundFrom: 2 }, { round: 2, submittedOn: '2026-01-01' }, true],
    [{ roundFrom: 2 }, { round: 2, submittedOn: '2026-12-31' }, true],
    [{ roundFrom: 2 }, { round: 2, submittedOn: '2027-01-01' }, false],
  ])('%j of %j: %s', (when, change, holds) => {
    expect(risks(when, change)).toEqual(holds ? ['a-risk'] : [])
  })
})

describe('The table of risks', () => {
  it('as shipped asks for another person wherever somebody escalated, as before it was a file', () => {
    expect(RISK_TABLE.map(({ id, to }) => [id, to])).toEqual([['ever-escalated', null]])
  })

  it.each([
    [tableOf(ROW, { ...ROW, id: 'b', when: {} }), 2, 'when'],
    [tableOf({ ...ROW, to: '2025-01-01' }), 1, 'to'],
    [tableOf({ ...ROW, from: 'always', to: null }), 1, 'from'],
    [tableOf({ ...ROW, source: '' }), 1, 'source'],
    [tableOf({ ...ROW, reason: { zh: '乙', en: '' } }), 1, 'reason.en'],
    [tableOf({ ...ROW, when: { provinces: ['333'] } }), 1, 'when.provinces.0'],
    [tableOf({ ...ROW, when: { provinces: [] } }), 1, 'when.provinces'],
    [tableOf(ROW, ROW), 2, 'id'],
    [{ ...tableOf(), version: 2 }, null, 'version'],
    [[], null, ''],
  ])('is refused with file, row and field (%#)', (content, row, field) => {
    expect(parseRiskTable(content)).toMatchObject({
      ok: false,
      error: [{ file: 'resources/supervision/risks.json', row, field }],
    })
  })
})

describe('isSelfApproval', () => {
  it('is the last decider before a second review, and nobody else or elsewhere', () => {
    const past = { decisions: [decided(1, 'escalate', 'wang'), decided(2, 'pass', 'li')] }
    expect(isSelfApproval(past, 'second-review', 'li')).toBe(true)
    expect(isSelfApproval(past, 'second-review', 'wang')).toBe(false)
    expect(isSelfApproval(past, 'photo-review', 'li')).toBe(false)
    const longer = { decisions: [...past.decisions, decided(3, 'pass', 'zhao')] }
    expect(isSelfApproval(longer, 'second-review', 'zhao')).toBe(true)
    expect(isSelfApproval(longer, 'second-review', 'li')).toBe(false)
    expect(isSelfApproval({ decisions: [] }, 'second-review', 'li')).toBe(false)
  })

  it('keeps the author of a disputed pass from settling it, and nobody who has to settle something else', () => {
    const disputed = { decisions: [decided(1, 'pass', 'wang'), decided(1, 'return', 'li')] }
    expect(isDisputed(disputed, 'escalated')).toBe(true)
    expect(isSelfApproval(disputed, 'escalated', 'wang')).toBe(true)
    expect(isSelfApproval(disputed, 'escalated', 'zhao')).toBe(false)
    const handedUp = { decisions: [decided(1, 'pass', 'wang'), decided(1, 'escalate', 'li')] }
    expect(isDisputed(handedUp, 'escalated')).toBe(false)
    expect(isSelfApproval(handedUp, 'escalated', 'wang')).toBe(false)
    expect(isDisputed(disputed, 'returned')).toBe(false)
  })
})
