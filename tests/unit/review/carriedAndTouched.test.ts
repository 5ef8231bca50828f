import { describe, expect, it } from 'vitest'
import { about, answered, DOMAIN, line, NAME, onPaper, PAPERS, take, type Scene } from './returnedCase'
import { FIRST_FILING } from '../rules/caseMaker'
import type { Decision } from '../../../shared/review/decision'
import { resubmissionOf } from '../../../shared/review/resubmission'
import type { ChecklistLine } from '../../../shared/rules/checklist'

const renamed = { ...FIRST_FILING, entity: { ...FIRST_FILING.entity, name: '样例银河科技有限公司' } }
const newCard = PAPERS.map((paper) => (paper.id === 'd2' ? { ...paper, sha256: 'another card' } : paper))

function touchedIds(scene: Scene): readonly string[] | undefined {
  return take(scene)?.touchedLineIds
}

describe('which lines the applicant has touched', () => {
  const name = line('name', { machine: about(NAME) })
  const remarks = line('remarks', { machine: about('application.entity.remarks') })
  const domain = line('domain', { machine: about(DOMAIN) })
  const person = line('person', { group: 'documents' })
  const lines = [name, remarks, domain, person]

  it('are none where nothing changed', () => {
    expect(touchedIds({ lines })).toEqual([])
  })

  it('are those that name what changed, and the answered ones that rest on it', () => {
    expect(touchedIds({ lines, application: renamed })).toEqual(['name', 'remarks', 'person'])
    const notLooked: Decision['lines'] = lines.map(({ id, machine }) => ({
      lineId: id,
      verdict: 'not-looked-at',
      machine: machine?.verdict ?? null,
    }))
    expect(touchedIds({ lines, application: renamed, decided: notLooked })).toEqual(['name'])
    const someAnswered = [...answered([domain, person]), ...notLooked.slice(0, 2)]
    expect(touchedIds({ lines, application: renamed, decided: someAnswered })).toEqual(['name', 'person'])
  })

  it('are those of which one paper of several is another', () => {
    const two = line('two', {
      machine: { verdict: 'unsure', evidence: [...onPaper('d1').evidence, ...onPaper('d2').evidence] },
    })
    expect(touchedIds({ lines: [two, domain], documents: newCard, decided: [] })).toEqual(['two', 'domain'])
    const notLooked: Decision['lines'] = [
      { lineId: 'two', verdict: 'not-looked-at', machine: 'unsure' },
      { lineId: 'domain', verdict: 'not-looked-at', machine: 'unsure' },
    ]
    expect(touchedIds({ lines: [two, domain], documents: newCard, decided: notLooked })).toEqual(['two'])
  })

  it.each<[string, Partial<ChecklistLine>]>([
    ['another requirement', { requirement: { zh: '另一要求', en: '要求 name' } }],
    ['its English wording', { requirement: { zh: '要求 name', en: 'another' } }],
    ['its Chinese wording', { requirement: { zh: '另一要求', en: 'name' } }],
    ['another verdict', { machine: about(NAME, 'fail') }],
    ['another measure', { machine: { ...about(NAME), measured: '12' } }],
    ['another expectation', { machine: { ...about(NAME), expected: '12' } }],
    ['no word of the machine', { machine: null }],
  ])('are those that ask or find something else now: %s', (_, change) => {
    const own = line('name', { machine: about(NAME), requirement: { zh: '要求 name', en: 'name' } })
    const now = { ...own, ...change }
    expect(touchedIds({ lines: [domain, own], linesNow: [domain, now] })).toEqual(['name'])
    expect(
      take({ lines: [domain, own], linesNow: [domain, now] })?.carried.map(({ lineId }) => lineId),
    ).toEqual(['domain'])
  })

  it('are those whose decision was made on another word of the machine', () => {
    const decided = answered([domain]).map((own) => ({ ...own, machine: 'pass' as const }))
    expect(touchedIds({ lines: [domain], decided })).toEqual(['domain'])
    expect(touchedIds({ lines: [domain, name], decided: answered([domain]) })).toEqual(['name'])
  })
})

describe('a round that nobody returned', () => {
  const round = { submittedAt: '2026-11-20T00:00:00Z', documents: PAPERS, application: FIRST_FILING }
  const rounds = [1, 2, 3].map((number) => ({ ...round, round: number }))
  const lines = [line('a'), line('b')]
  const filing = { province: '330000', rulePack: 'new', rounds }

  it('carries nothing, finds nothing, and has everything to look at', () => {
    expect(resubmissionOf({ ...filing, decisions: [] }, () => lines)).toEqual({
      carried: [],
      touchedLineIds: ['a', 'b'],
      findings: [],
    })
    expect(resubmissionOf({ ...filing, decisions: [] }, () => null)).toEqual({
      carried: [],
      touchedLineIds: [],
      findings: [],
    })
    expect(resubmissionOf({ ...filing, rounds: [], decisions: [] }, () => lines)).toBeNull()
  })

  it('carries an answer under the name of who gave it first', () => {
    const made = (number: number, displayName: string, own: Decision['lines']) => ({
      round: number,
      decision: { verdict: 'return' as const, rulePack: 'old', lines: own, findings: [], reasons: [] },
      decidedBy: { displayName },
      decidedAt: `2026-11-2${String(number)}T02:00:00.000Z`,
    })
    const first = made(1, '李娜', answered(lines))
    const second = made(2, '王强', [
      { lineId: 'a', verdict: 'ok', machine: null, carriedFrom: 1 },
      { lineId: 'b', verdict: 'not-ok', machine: null, note: '不清' },
    ])
    const seen: number[] = []
    const resubmission = resubmissionOf({ ...filing, decisions: [first, second] }, (_pack, judged) => {
      seen.push(judged.rounds.length)
      return lines
    })
    expect(resubmission?.carried).toEqual([
      { lineId: 'a', verdict: 'ok', round: 1, by: '李娜', at: '2026-11-21T02:00:00.000Z' },
      { lineId: 'b', verdict: 'not-ok', note: '不清', round: 2, by: '王强', at: '2026-11-22T02:00:00.000Z' },
    ])
    expect(seen).toEqual([3, 2])
    // Where the first decision is not known any more, whoever took its answer over answers for it.
    expect(resubmissionOf({ ...filing, decisions: [second] }, () => lines)?.carried[0]).toEqual({
      lineId: 'a',
      verdict: 'ok',
      round: 1,
      by: '王强',
      at: '2026-11-22T02:00:00.000Z',
    })
  })
})
