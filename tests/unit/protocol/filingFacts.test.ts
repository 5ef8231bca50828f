import { describe, expect, it } from 'vitest'
import { changeOrder, makeCase } from '../rules/caseMaker'
import { currentRound, type Case } from '../../../shared/protocol/case'
import { filingFacts, secondReviewRisks } from '../../../shared/protocol/filingFacts'

const LI = '01936000-0000-7000-8000-000000000011'
const WANG = '01936000-0000-7000-8000-000000000012'
const FIRST = makeCase({ documents: [{ kind: 'backdrop-photo' }] })

function decided(verdict: 'escalate' | 'return', round: number, userId = LI): Case['decisions'][number] {
  return {
    commandId: FIRST.id,
    round,
    caseVersion: 1,
    decision: { verdict, rulePack: 'test', lines: [], findings: [], reasons: [] },
    decidedBy: { userId, displayName: '李娜' },
    decidedAt: FIRST.dueAt,
    auditHash: '0'.repeat(64),
  }
}

/** The case with a second round, so that the current one can be told from the first. */
function withSecondRound(part: Partial<Case['rounds'][number]> = {}): Case {
  const [round] = FIRST.rounds
  return { ...FIRST, rounds: round === undefined ? [] : [round, { ...round, round: 2, ...part }] }
}

describe('the facts on which the moves of a case depend', () => {
  it('are those of the round under review', () => {
    const application = changeOrder([['entity.name', 'A', 'B']])
    expect(currentRound(withSecondRound()).round).toBe(2)
    expect(filingFacts(FIRST, LI)).toEqual({
      filingType: 'first-filing',
      photoMissing: false,
      secondReview: 'none',
      sms: 'none',
    })
    expect(filingFacts(withSecondRound({ documents: [] }), LI).photoMissing).toBe(true)
    expect(filingFacts(withSecondRound({ application }), LI).filingType).toBe('change')
    expect(() => currentRound({ rounds: [] })).toThrow('at least one round')
  })

  it('ask for a second look at a pass by a person, and of none by intake', () => {
    const risky = { ...withSecondRound(), decisions: [decided('escalate', 1)] }
    expect(filingFacts(risky, LI).secondReview).toBe('required')
    expect(filingFacts(risky, null).secondReview).toBe('none')
    const seen = { ...risky, decisions: [...risky.decisions, decided('return', 2)] }
    expect(filingFacts(seen, WANG).secondReview).toBe('none')
    expect(filingFacts(seen, LI).secondReview).toBe('required')
  })

  it('say by which risk a pass waits for another person, and by none where it was drawn', () => {
    const pass = {
      ...decided('return', 2),
      decision: { ...decided('return', 2).decision, verdict: 'pass' },
    } as const
    const waiting = { ...withSecondRound(), state: 'second-review' as const }
    const risky = { ...waiting, decisions: [decided('escalate', 1), pass] }
    const idsOf = (filing: Case) => secondReviewRisks(filing).map(({ id }) => id)
    expect(idsOf(risky)).toEqual(['ever-escalated'])
    expect(idsOf({ ...waiting, decisions: [pass] })).toEqual([])
    // Another person had decided about this round, so only the sampling plan can have asked.
    expect(idsOf({ ...waiting, decisions: [decided('escalate', 2, WANG), pass] })).toEqual([])
    expect(idsOf({ ...risky, blind: true })).toEqual([])
    expect(idsOf({ ...risky, state: 'pending-review' })).toEqual([])
  })

  it('say where a failed confirmation leads', () => {
    const sms = (onFailure: 'return' | 'reject') =>
      filingFacts({ ...FIRST, sms: { onFailure } } as unknown as Case, LI).sms
    expect(sms('return')).toBe('failure-returns')
    expect(sms('reject')).toBe('failure-rejects')
    expect(filingFacts({ ...FIRST, sms: null }, LI).sms).toBe('none')
  })
})
