import { describe, expect, it } from 'vitest'
import { submissionTime, submittedBefore } from '../../../../server/controls/controlTimes'
import { makeBundle } from '../../../specimens'
import { contactsOf } from '../../../../shared/calls/contacts'
import type { Decision } from '../../../../shared/review/decision'
import { controlOutcome } from '../../../../shared/review/controls/controlOutcome'
import { detectionRate } from '../../../../shared/review/controls/detectionRate'
import { foreignPhones } from '../../../../shared/review/controls/foreignPhones'

const FAULT = 'national:certificate-matches-form'
const OTHER = 'desk:looks-sharp'
const LINES = [
  {
    id: FAULT,
    reasonIds: ['certificate-differs'],
    machine: {
      verdict: 'fail' as const,
      evidence: [{ kind: 'field' as const, path: 'application.entity.certificate.number' }],
      facts: [],
    },
  },
  { id: OTHER, reasonIds: ['unsharp'], machine: null },
] as unknown as Parameters<typeof controlOutcome>[2]

function made(verdict: Decision['verdict'], change: Partial<Decision> = {}) {
  return { verdict, lines: [], reasons: [], ...change }
}

function answered(lineId: string, verdict: 'ok' | 'not-ok') {
  return { lines: [{ lineId, verdict, machine: null }] }
}

function told(field: string, reasonId?: string) {
  return {
    reasons: [{ field, problem: '不符', advice: '请改', ...(reasonId === undefined ? {} : { reasonId }) }],
  }
}

describe('What a decision about a control case comes to', () => {
  it.each([
    ['passed', made('pass', answered(FAULT, 'ok')), 'missed'],
    // A fault that was seen and let through is missed all the same.
    ['passed with the line not ok', made('pass', answered(FAULT, 'not-ok')), 'missed'],
    ['handed up', made('escalate', answered(FAULT, 'not-ok')), 'escalated'],
    ['returned by the line', made('return', answered(FAULT, 'not-ok')), 'found'],
    ['returned by another line', made('return', answered(OTHER, 'not-ok')), 'other'],
    ['returned with the line ok', made('return', answered(FAULT, 'ok')), 'other'],
    ['returned by a reason of the catalogue', made('return', told('x', 'certificate-differs')), 'found'],
    ['returned by another reason', made('return', told('x', 'unsharp')), 'other'],
    [
      'returned by the field that the line rests on',
      made('return', told('application.entity.certificate.number')),
      'found',
    ],
    ['returned by another field', made('return', told('application.entity.name')), 'other'],
  ] as const)('%s', (_, decision, outcome) => {
    expect(controlOutcome([FAULT], decision, LINES)).toBe(outcome)
  })

  it('is found by any of several rules', () => {
    const decision = made('return', answered(OTHER, 'not-ok'))
    expect(controlOutcome([FAULT, OTHER], decision, LINES)).toBe('found')
  })
})

describe('How often faults are found', () => {
  it('is not known while nothing was decided', () => {
    expect(detectionRate([{ outcome: 'escalated', count: 3 }])).toMatchObject({ escalated: 3, rate: null })
  })

  it('counts a return for something else as not found, and no escalation', () => {
    const { rate } = detectionRate([
      { outcome: 'found', count: 6 },
      { outcome: 'other', count: 1 },
      { outcome: 'missed', count: 3 },
      { outcome: 'escalated', count: 9 },
    ])
    expect(rate?.value).toBe(0.6)
    // Wilson's interval at 6 of 10.
    expect(rate?.low).toBeCloseTo(0.3127, 4)
    expect(rate?.high).toBeCloseTo(0.8318, 4)
  })
})

describe('Numbers of a control case', () => {
  it('are the provider’s own, however they are written', async () => {
    const { bundle } = await makeBundle({ seed: 'phones', pictures: 'none', filingType: 'first-filing' })
    const numbers = contactsOf(bundle.application).map(({ number }) => number)
    expect(foreignPhones(bundle.application, numbers)).toEqual([])
    expect(
      foreignPhones(
        bundle.application,
        numbers.map((number) => `+86 ${number}`),
      ),
    ).toEqual([])
    const paths = foreignPhones(bundle.application, [])
    expect(paths).toHaveLength(numbers.length)
    expect(paths[0]).toBe('application.entity.principal.mobile')
  })
})

describe('When a control case says that it was submitted', () => {
  const now = Date.parse('2026-11-20T02:30:00.417Z')

  it('is about as long before as the filing that drew it, in whole seconds where that is', () => {
    for (const lag of [3000, 40_417, 900_417]) {
      for (let time = 0; time < 50; time += 1) {
        const before = submittedBefore(now - lag, now)
        expect(before).toBeGreaterThanOrEqual(Math.floor(lag / 2))
        expect(before).toBeLessThanOrEqual(lag * 1.5 + 1000)
      }
    }
  })

  it.each([40_417, 900_417])('tells no part of a second where that tells none (%i ms before)', (lag) => {
    expect(submissionTime(now + 12_345, submittedBefore(now - lag, now)) % 1000).toBe(0)
  })

  it('is never after its arrival, though the sender’s clock runs ahead', () => {
    expect(submittedBefore(now + 60_000, now)).toBeGreaterThan(0)
  })
})
