import { describe, expect, it } from 'vitest'
import type { CarriedAnswer } from '../../../shared/review/carriedAnswer'
import { gateProblems, isMachineCleared } from '../../../shared/review/decisionGate'
import type { ReturnReason } from '../../../shared/review/decision'
import type { ChecklistLine, LineAnswer, MachineVerdict } from '../../../shared/rules/checklist'

const SOURCE = { key: 's', name: 's', url: null, date: '2026-01-01', reliability: 'high' } as const
const REASON: ReturnReason = { field: 'application.entity.name', problem: '不一致', advice: '更正' }

function line(id: string, blocking: boolean, machine: MachineVerdict['verdict'] | null): ChecklistLine {
  return {
    id,
    group: 'entity',
    title: { zh: id, en: id },
    requirement: { zh: id, en: id },
    severity: 'return',
    blocking,
    cautions: [],
    confidence: 'published',
    source: SOURCE,
    effectiveFrom: null,
    effectiveTo: null,
    facts: [],
    corroboratedBy: [],
    conflictsWith: [],
    machine: machine === null ? null : { verdict: machine, evidence: [] },
    reasonIds: [],
  }
}

const answer = (lineId: string, verdict: LineAnswer['verdict']): LineAnswer => ({ lineId, verdict })

function passing(lines: readonly ChecklistLine[], ...answers: readonly LineAnswer[]): unknown {
  return gateProblems(lines, { verdict: 'pass', answers, reasons: [] })
}

describe('a pass', () => {
  it.each([
    ['pass', true],
    ['not-applicable', true],
    ['fail', false],
    ['unsure', false],
    [null, false],
  ] as const)('of a blocking line that the machine found %s needs nobody to look: %s', (machine, cleared) => {
    const one = line('a', true, machine)
    expect(isMachineCleared(one)).toBe(cleared)
    expect(passing([one])).toEqual(cleared ? [] : [{ code: 'lines-not-looked-at', lineIds: ['a'] }])
    expect(passing([one], answer('a', 'not-looked-at'))).toEqual(passing([one]))
  })

  it.each(['fail', 'unsure', null] as const)(
    'does not ask for a line that blocks nothing (%s)',
    (machine) => {
      expect(passing([line('a', false, machine)])).toEqual([])
    },
  )

  it.each(['ok', 'not-applicable'] as const)('takes a person’s %s for every line', (verdict) => {
    expect(
      passing([line('a', true, 'fail'), line('b', true, null)], answer('a', verdict), answer('b', verdict)),
    ).toEqual([])
  })

  it.each([true, false])('is kept back by a line somebody found not ok, blocking or not (%s)', (blocking) => {
    expect(passing([line('a', blocking, 'pass')], answer('a', 'not-ok'))).toEqual([
      { code: 'lines-not-ok', lineIds: ['a'] },
    ])
  })

  it('names all lines of each kind, in their order', () => {
    const lines = [
      line('a', true, null),
      line('b', true, 'fail'),
      line('c', true, 'unsure'),
      line('d', true, 'pass'),
    ]
    expect(passing(lines, answer('c', 'not-ok'), answer('d', 'not-ok'))).toEqual([
      { code: 'lines-not-looked-at', lineIds: ['a', 'b'] },
      { code: 'lines-not-ok', lineIds: ['c', 'd'] },
    ])
  })
})

describe('a return', () => {
  const intent = { verdict: 'return', answers: [] } as const

  it('needs a reason and nothing else', () => {
    expect(gateProblems([line('a', true, null)], { ...intent, reasons: [] })).toEqual([
      { code: 'reasons-missing', lineIds: [] },
    ])
    expect(gateProblems([line('a', true, 'fail')], { ...intent, reasons: [REASON] })).toEqual([])
  })
})

describe('an escalation', () => {
  const intent = { verdict: 'escalate', answers: [], reasons: [] } as const

  it.each([undefined, '', '  \n'])('needs a note: %j is none', (internalNote) => {
    expect(gateProblems([line('a', true, null)], { ...intent, internalNote })).toEqual([
      { code: 'note-missing', lineIds: [] },
    ])
  })

  it('needs nothing else', () => {
    expect(gateProblems([line('a', true, null)], { ...intent, internalNote: '请主管看' })).toEqual([])
  })
})

describe('answers', () => {
  it.each(['pass', 'return', 'escalate'] as const)(
    'to lines that are not there keep back a %s',
    (verdict) => {
      const intent = { verdict, answers: [answer('x', 'ok')], reasons: [REASON], internalNote: '看' }
      expect(gateProblems([], intent)).toEqual([{ code: 'unknown-line', lineIds: ['x'] }])
    },
  )

  it('carried from an earlier round must be what may be carried, in line, verdict and round', () => {
    const lines = [line('a', true, null)]
    const carried = { ...answer('a', 'ok'), carriedFrom: 1 }
    const given = { by: '李文', at: '2026-11-20T10:00:00+08:00' }
    const problems = (...carriable: ReadonlyArray<Omit<CarriedAnswer, 'by' | 'at'>>): unknown =>
      gateProblems(
        lines,
        { verdict: 'pass', answers: [carried], reasons: [] },
        carriable.map((own) => ({ ...own, ...given })),
      )
    const refused = [{ code: 'lines-not-carried', lineIds: ['a'] }]
    expect(problems({ lineId: 'a', verdict: 'ok', round: 1 })).toEqual([])
    expect(problems()).toEqual(refused)
    expect(problems({ lineId: 'b', verdict: 'ok', round: 1 })).toEqual(refused)
    expect(problems({ lineId: 'a', verdict: 'not-applicable', round: 1 })).toEqual(refused)
    expect(problems({ lineId: 'a', verdict: 'ok', round: 2 })).toEqual(refused)
    expect(gateProblems(lines, { verdict: 'pass', answers: [carried], reasons: [] })).toEqual(refused)
  })
})
