import { describe, expect, it } from 'vitest'
import { isDisputed, isSelfApproval, secondReviewFor } from '../../../shared/filing/secondReview'

function decided(round: number, verdict: 'pass' | 'return' | 'escalate', userId: string) {
  return { round, decision: { verdict }, decidedBy: { userId } }
}

describe('secondReviewFor', () => {
  it('asks for nobody else while nothing was ever escalated', () => {
    expect(secondReviewFor({ round: 2, decisions: [decided(1, 'return', 'li')] }, 'li')).toBe('none')
  })

  it('asks for another person in the round after an escalation', () => {
    const decisions = [decided(1, 'escalate', 'li'), decided(1, 'return', 'wang')]
    expect(secondReviewFor({ round: 2, decisions }, 'li')).toBe('required')
    expect(secondReviewFor({ round: 2, decisions }, 'wang')).toBe('required')
  })

  it('counts whoever has decided about this very round: the one who handed the case up, too', () => {
    const escalated = [decided(1, 'escalate', 'li')]
    expect(secondReviewFor({ round: 1, decisions: escalated }, 'wang')).toBe('none')
    expect(secondReviewFor({ round: 1, decisions: escalated }, 'li')).toBe('required')
    const agreed = [...escalated, decided(2, 'pass', 'li'), decided(2, 'pass', 'wang')]
    expect(secondReviewFor({ round: 2, decisions: agreed }, 'li')).toBe('none')
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
