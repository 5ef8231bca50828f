import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FILING_TYPES, type FilingType } from '../../../shared/domain/filingTypes'
import {
  CASE_ACTIONS,
  CASE_ACTORS,
  CASE_STATES,
  isHandedOver,
  isInReview,
  nextState,
  type CaseAction,
  type CaseState,
  type FilingFacts,
} from '../../../shared/filing/caseStates'
import { drawableStates, offeredStates } from '../../../shared/filing/drawing'
import { ROLES } from '../../../shared/review/roles'

const HOSTED = ['first-filing', 'add-provider', 'new-service-filed-elsewhere', 'new-service-filed-here']
const SMS = ['none', 'failure-returns', 'failure-rejects'] as const

/** Every set of facts a filing can have. */
const FACTS: readonly FilingFacts[] = FILING_TYPES.flatMap((filingType) =>
  [true, false].flatMap((photoMissing) =>
    (['none', 'required'] as const).flatMap((secondReview) =>
      SMS.map((sms) => ({ filingType, photoMissing, secondReview, sms })),
    ),
  ),
)

/** The moves as the guide tells them, written a second time and another way: who may, and where it leads. */
function expected(from: CaseState, action: CaseAction, actor: string, facts: FilingFacts): CaseState | null {
  const isPerson = ['reviewer', 'senior-reviewer', 'supervisor'].includes(actor)
  const isTeller = actor === 'intake' || actor === 'supervisor'
  const isSettler = actor === 'senior-reviewer' || actor === 'supervisor'
  const hasPhoto = HOSTED.includes(facts.filingType)
  const hasSms = facts.filingType !== 'remove-provider' && facts.sms !== 'none'
  const afterPass = hasPhoto && facts.photoMissing ? 'awaiting-backdrop' : 'passed'
  const passed = facts.secondReview === 'required' ? 'second-review' : afterPass
  switch (`${from} ${action}`) {
    case 'pending-review pass':
      return isPerson ? passed : null
    case 'escalated pass':
      return isSettler ? passed : null
    case 'second-review pass':
      return isPerson ? afterPass : null
    case 'photo-review pass':
      return isPerson && hasPhoto ? (facts.secondReview === 'required' ? 'second-review' : 'passed') : null
    case 'pending-review return':
      return isPerson ? 'returned' : null
    case 'second-review return':
      return isSettler ? 'returned' : actor === 'reviewer' ? 'escalated' : null
    case 'escalated return':
      return isSettler ? 'returned' : null
    case 'photo-review return':
      return isPerson && hasPhoto ? 'awaiting-photo' : null
    case 'pending-review escalate':
      return actor === 'reviewer' ? 'escalated' : null
    case 'photo-review escalate':
      return actor === 'reviewer' && hasPhoto ? 'escalated' : null
    case 'returned resubmit':
    case 'rejected resubmit':
      return actor === 'intake' ? 'pending-review' : null
    case 'awaiting-backdrop send-backdrop':
      return isTeller && hasPhoto ? 'awaiting-photo' : null
    case 'awaiting-backdrop receive-photo':
    case 'awaiting-photo receive-photo':
      return actor === 'intake' && hasPhoto ? 'photo-review' : null
    case 'passed submit':
      return actor === 'supervisor' ? 'submitted' : null
    case 'submitted send-sms':
      return isTeller && hasSms ? 'sms-verification' : null
    case 'submitted begin-administration-review':
      return isTeller && facts.sms === 'none' ? 'administration-review' : null
    case 'sms-verification verify-sms':
      return isTeller && hasSms ? 'administration-review' : null
    case 'sms-verification fail-sms':
      return isTeller && hasSms ? (facts.sms === 'failure-returns' ? 'returned' : 'rejected') : null
    case 'administration-review approve':
      return isTeller ? 'approved' : null
    case 'administration-review reject':
      return isTeller ? 'rejected' : null
    default:
      return action === 'withdraw' &&
        actor === 'intake' &&
        !['approved', 'rejected', 'withdrawn'].includes(from)
        ? 'withdrawn'
        : null
  }
}

function factsOf(filingType: FilingType): FilingFacts {
  return { filingType, photoMissing: true, secondReview: 'none', sms: 'failure-returns' }
}

describe('nextState', () => {
  it.each(FILING_TYPES)('knows exactly the moves of a filing of type %s', (filingType) => {
    const differences: string[] = []
    let legal = 0
    for (const facts of FACTS.filter((candidate) => candidate.filingType === filingType)) {
      for (const from of CASE_STATES) {
        for (const action of CASE_ACTIONS) {
          for (const actor of CASE_ACTORS) {
            const to = nextState(from, action, actor, facts)
            legal += to === null ? 0 : 1
            if (to !== expected(from, action, actor, facts)) {
              differences.push(`${from} ${action} ${actor} ${JSON.stringify(facts)}: ${String(to)}`)
            }
          }
        }
      }
    }
    expect(differences).toEqual([])
    expect(legal).toBeGreaterThan(300)
  })

  it('asks for no photo where none is taken, and for no SMS when the provider is removed', () => {
    expect(nextState('pending-review', 'pass', 'reviewer', factsOf('first-filing'))).toBe('awaiting-backdrop')
    for (const type of ['change', 'claim', 'cancel-entity', 'cancel-service', 'remove-provider'] as const) {
      expect(nextState('pending-review', 'pass', 'reviewer', factsOf(type))).toBe('passed')
    }
    expect(nextState('submitted', 'send-sms', 'intake', factsOf('remove-provider'))).toBeNull()
  })
})

describe('a case on its way', () => {
  const step = fc.record({
    action: fc.constantFrom(...CASE_ACTIONS),
    actor: fc.constantFrom(...CASE_ACTORS),
    facts: fc.constantFrom(...FACTS),
  })

  it('never leaves the table, and stays closed once it is', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let state: CaseState = 'pending-review'
        for (const { action, actor, facts } of steps) {
          const isClosed = state === 'approved' || state === 'withdrawn'
          const next = nextState(state, action, actor, facts)
          expect(isClosed && next !== null).toBe(false)
          state = next ?? state
          expect(CASE_STATES).toContain(state)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('reaches every state from its beginning', () => {
    const reached = new Set<CaseState>(['pending-review'])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      for (const from of [...reached]) {
        for (const action of CASE_ACTIONS) {
          for (const actor of CASE_ACTORS) {
            for (const facts of FACTS) {
              reached.add(nextState(from, action, actor, facts) ?? from)
            }
          }
        }
      }
    }
    expect([...reached].sort()).toEqual([...CASE_STATES].sort())
  })
})

describe('who gets which cases', () => {
  it.each(ROLES)('offers a %s only what the role may draw, and can decide', (role) => {
    for (const state of offeredStates(role)) {
      expect(drawableStates(role)).toContain(state)
    }
    for (const state of drawableStates(role)) {
      expect(isInReview(state)).toBe(true)
      expect(nextState(state, 'pass', role, factsOf('first-filing'))).not.toBeNull()
    }
  })

  it('leaves reviewers’ cases to reviewers', () => {
    expect(offeredStates('supervisor').filter((state) => offeredStates('reviewer').includes(state))).toEqual(
      [],
    )
  })

  it('calls handed over what the administration has and has not refused', () => {
    expect(CASE_STATES.filter(isHandedOver)).toEqual([
      'submitted',
      'sms-verification',
      'administration-review',
      'approved',
    ])
  })
})
