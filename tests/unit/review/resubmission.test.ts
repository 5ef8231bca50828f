import { describe, expect, it } from 'vitest'
import {
  about,
  answered,
  carriedIds,
  DOMAIN,
  line,
  NAME,
  onPaper,
  PAPERS,
  take,
  type Scene,
} from './returnedCase'
import { FIRST_FILING, PRINCIPAL, WEBSITE } from '../rules/caseMaker'
import type { Application } from '../../../shared/domain/filing'
import type { Decision } from '../../../shared/review/decision'
import { gateProblems } from '../../../shared/review/decisionGate'
import { findingState } from '../../../shared/review/earlierFindings'
import { resubmissionOf } from '../../../shared/review/resubmission'
import type { JudgedDocument } from '../../../shared/rules/judgedCase'

const renamed: Application = {
  ...FIRST_FILING,
  entity: { ...FIRST_FILING.entity, name: '样例银河科技有限公司' },
}
const newCard = PAPERS.map((paper) => (paper.id === 'd2' ? { ...paper, sha256: 'another card' } : paper))

describe('resubmissionOf', () => {
  it('is nothing for a first round', () => {
    const first = { round: 1, submittedAt: '2026-11-20T00:00:00Z', application: FIRST_FILING, documents: [] }
    const filing = { province: '330000', rulePack: 'new', rounds: [first], decisions: [] }
    expect(resubmissionOf(filing, () => [])).toBeNull()
  })

  it('carries answers with who gave them and when while nothing has changed', () => {
    const decided = [{ lineId: 'a', verdict: 'ok' as const, note: '看过', machine: null }]
    expect(take({ lines: [line('a')], decided })?.carried).toEqual([
      { lineId: 'a', verdict: 'ok', note: '看过', round: 1, by: '李娜', at: '2026-11-20T02:00:00.000Z' },
    ])
  })

  it.each([
    ['names the changed field', line('a', { machine: about(NAME) }), renamed, PAPERS],
    [
      'names a field beside it, whose papers are read together',
      line('a', { machine: about('application.entity.remarks') }),
      renamed,
      PAPERS,
    ],
    ['names a paper of the changed entity', line('a', { machine: onPaper('d1') }), renamed, PAPERS],
    ['names the replaced paper', line('a', { machine: onPaper('d2') }), FIRST_FILING, newCard],
    [
      'names a field that the replaced paper proves',
      line('a', { machine: about('application.entity.principal.name') }),
      FIRST_FILING,
      newCard,
    ],
    ['is a person’s and of the group that changed', line('a'), renamed, PAPERS],
    ['is a person’s and about anything', line('a', { group: 'documents' }), FIRST_FILING, newCard],
  ])('starts anew on a line that %s', (_, own, application, documents) => {
    const scene = { lines: [own], application, documents }
    expect(carriedIds(scene)).toEqual([])
    expect(take(scene)?.touchedLineIds).toEqual(['a'])
  })

  it.each([
    ['another field', line('a', { machine: about(DOMAIN) }), renamed, PAPERS],
    ['another paper', line('a', { machine: onPaper('d1') }), FIRST_FILING, newCard],
    ['the access, as a person sees it', line('a', { group: 'access' }), renamed, newCard],
  ])('lets a line about %s stand', (_, own, application, documents) => {
    expect(carriedIds({ lines: [own], application, documents })).toEqual(['a'])
  })

  it('follows a service to its new place', () => {
    const second = { ...WEBSITE, id: 's2', principal: { ...PRINCIPAL, name: '赵例' } }
    const own = line('a', { machine: about('application.services.0.domains.0.name') })
    const moved = line('a', { machine: about('application.services.1.domains.0.name') })
    const services: typeof FIRST_FILING.services = [second, WEBSITE] as never
    const scene = { lines: [own], linesNow: [moved], application: { ...FIRST_FILING, services } }
    expect(carriedIds(scene)).toEqual(['a'])
  })

  it('starts anew where the machine says something else, whatever the reason', () => {
    const passed = line('a', { machine: about(DOMAIN, 'pass') })
    const failed = line('a', { machine: about(DOMAIN, 'fail') })
    expect(carriedIds({ lines: [passed], linesNow: [failed] })).toEqual([])
    // A day later the same rule fails both rounds; the person had seen it pass.
    expect(carriedIds({ lines: [failed], decided: answered([passed]) })).toEqual([])
    const otherWords = { ...passed, machine: { ...about(DOMAIN, 'pass'), measured: '12' } }
    expect(carriedIds({ lines: [passed], linesNow: [otherWords] })).toEqual([])
  })

  it('starts anew where the requirement is another, the line is new, or its pack is not known', () => {
    const own = line('a')
    const reworded = line('a', { requirement: { zh: '另一要求', en: 'another' } })
    expect(carriedIds({ lines: [own], linesNow: [reworded] })).toEqual([])
    expect(carriedIds({ lines: [own], linesNow: [line('b')], decided: answered([line('b')]) })).toEqual([])
    expect(carriedIds({ lines: [own], knowsEarlierPack: false })).toEqual([])
  })

  it('carries a not ok as not ok, and nothing where nobody looked', () => {
    const lines = [line('a'), line('b')]
    const decided: Decision['lines'] = [
      { lineId: 'a', verdict: 'not-ok', machine: null },
      { lineId: 'b', verdict: 'not-looked-at', machine: null },
    ]
    const carried = take({ lines, decided })?.carried ?? []
    expect(carried.map(({ lineId, verdict }) => [lineId, verdict])).toEqual([['a', 'not-ok']])
    const answers = carried.map(({ round, lineId, verdict }) => ({ lineId, verdict, carriedFrom: round }))
    const problems = gateProblems(lines, { verdict: 'pass', answers, reasons: [] }, carried)
    expect(problems).toEqual([
      { code: 'lines-not-looked-at', lineIds: ['b'] },
      { code: 'lines-not-ok', lineIds: ['a'] },
    ])
  })

  it('keeps carried what a decision on this round kept, and no more', () => {
    const lines = [line('a'), line('b')]
    const laterDecision: Decision['lines'] = [
      { lineId: 'a', verdict: 'ok', machine: null, carriedFrom: 1 },
      { lineId: 'b', verdict: 'not-looked-at', machine: null },
    ]
    expect(carriedIds({ lines, laterDecision })).toEqual(['a'])
  })
})

describe('the gate', () => {
  const lines = [line('a')]
  const carriable = take({ lines })?.carried ?? []
  const intent = { verdict: 'pass' as const, reasons: [] }

  it('takes a carried answer for as long as it may be carried', () => {
    const answers = [{ lineId: 'a', verdict: 'ok' as const, carriedFrom: 1 }]
    expect(gateProblems(lines, { ...intent, answers }, carriable)).toEqual([])
    expect(gateProblems(lines, { ...intent, answers }, [])).toEqual([
      { code: 'lines-not-carried', lineIds: ['a'] },
    ])
  })

  it.each([
    ['another verdict', { lineId: 'a', verdict: 'not-applicable', carriedFrom: 1 }],
    ['another round', { lineId: 'a', verdict: 'ok', carriedFrom: 2 }],
    ['nothing that was said', { lineId: 'a', verdict: 'not-looked-at', carriedFrom: 1 }],
  ] as const)('refuses %s', (_, answer) => {
    expect(gateProblems(lines, { ...intent, answers: [answer] }, carriable)[0]).toEqual({
      code: 'lines-not-carried',
      lineIds: ['a'],
    })
  })

  it('asks nothing of a person’s own answer', () => {
    expect(gateProblems(lines, { ...intent, answers: [{ lineId: 'a', verdict: 'ok' }] })).toEqual([])
  })
})

describe('findings of the last return', () => {
  const broken = line('a', { machine: about(NAME, 'fail'), reasonIds: ['name-wrong'] })
  const mended = { ...broken, machine: about(NAME, 'pass') }
  const notLooked: Decision['lines'] = [{ lineId: 'a', verdict: 'not-looked-at', machine: 'fail' }]
  const reason = { reasonId: 'name-wrong', field: NAME, problem: '名称不符', advice: '按证件填写' }
  const base = { lines: [broken], decided: notLooked, reasons: [reason] }

  function stateOf(
    scene: Scene,
    answers: ReadonlyMap<string, { lineId: string; verdict: 'ok' | 'not-ok' }> = new Map(),
  ) {
    const [finding] = take(scene)?.findings ?? []
    return finding === undefined ? null : findingState(finding, scene.linesNow ?? scene.lines, answers)
  }

  it('are fixed when what they are about changed and the machine’s line passes', () => {
    expect(stateOf({ ...base, linesNow: [mended], application: renamed })).toBe('fixed')
  })

  it('are to be checked when it changed and the line does not pass, until the person says so', () => {
    const scene = { ...base, linesNow: [broken], application: renamed }
    expect(stateOf(scene)).toBe('changed')
    expect(stateOf(scene, new Map([['a', { lineId: 'a', verdict: 'ok' }]]))).toBe('fixed')
    const overruled = { ...base, linesNow: [mended], application: renamed }
    expect(stateOf(overruled, new Map([['a', { lineId: 'a', verdict: 'not-ok' }]]))).toBe('changed')
  })

  it('are unchanged when nothing about them is', () => {
    expect(stateOf({ ...base, documents: newCard })).toBe('unchanged')
  })

  it('written by hand stay to be checked, since no line can tell', () => {
    const byHand = { field: 'd2', problem: '缺一角', advice: '重拍' }
    expect(stateOf({ ...base, reasons: [byHand], documents: newCard })).toBe('changed')
    expect(stateOf({ ...base, reasons: [byHand] })).toBe('unchanged')
    const whole = { field: 'application', problem: '请核对', advice: '请核对' }
    expect(stateOf({ ...base, reasons: [whole], documents: newCard })).toBe('changed')
  })

  it('call their subject by what it is called now', () => {
    const missing = { field: 'missing:verification-form', problem: '缺核验单', advice: '补传' }
    const gone = { field: 'd1', problem: '看不清', advice: '重拍' }
    const form = { id: 'd9', kind: 'verification-form', face: 'page', owner: 'entity', sha256: 'f' } as const
    const moved = newCard.map((paper) => ({ ...paper, id: `new-${paper.id}` }))
    const scene = { ...base, reasons: [missing, gone, reason] }
    const names = (documents: readonly JudgedDocument[]) =>
      take({ ...scene, documents })?.findings.map(({ subjectNow, isChanged }) => [subjectNow, isChanged])
    expect(names([...moved, form])).toEqual([
      ['d9', true],
      ['new-d1', false],
      [NAME, false],
    ])
    expect(names(newCard.slice(1))).toEqual([
      ['missing:verification-form', false],
      ['missing:business-licence', true],
      [NAME, false],
    ])
  })
})
