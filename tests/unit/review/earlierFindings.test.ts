import { describe, expect, it } from 'vitest'
import { about, DOMAIN, line, NAME, onPaper, PAPERS, take, type Scene } from './returnedCase'
import { FIRST_FILING, firstFiling, WEBSITE } from '../rules/caseMaker'
import { findingState } from '../../../shared/review/earlierFindings'
import type { Decision } from '../../../shared/review/decision'
import type { ChecklistLine, LineAnswer, MachineVerdict } from '../../../shared/rules/checklist'

type Decided = Decision['lines'][number]
type Reason = Decision['reasons'][number]

const renamed = { ...FIRST_FILING, entity: { ...FIRST_FILING.entity, name: '样例银河科技有限公司' } }
const newCard = PAPERS.map((paper) => (paper.id === 'd2' ? { ...paper, sha256: 'another card' } : paper))

function decided(lineId: string, verdict: Decided['verdict'], machine: Decided['machine'] = null): Decided {
  return { lineId, verdict, machine }
}

function because(field: string, part: Partial<Reason> = {}): Reason {
  return { field, problem: '有误', advice: '改正', ...part }
}

/** Lines that brought the only reason. */
function behind(
  reason: Reason,
  lines: readonly ChecklistLine[],
  decisions: readonly Decided[],
): readonly string[] {
  const scene: Scene = { lines, decided: [...decisions], reasons: [reason] }
  return take(scene)?.findings[0]?.lineIds ?? []
}

describe('the lines behind a reason', () => {
  const onName = (id: string, part: Partial<ChecklistLine> = {}) =>
    line(id, { machine: about(NAME, 'fail'), reasonIds: ['name-wrong'], ...part })

  it.each<[string, Decided, boolean]>([
    ['a person found wrong', decided('a', 'not-ok', 'fail'), true],
    ['a person found wrong though the machine did not', decided('a', 'not-ok', 'pass'), true],
    ['only the machine found broken', decided('a', 'not-looked-at', 'fail'), true],
    ['nobody found broken', decided('a', 'not-looked-at', 'unsure'), false],
    ['a person cleared', decided('a', 'ok', 'fail'), false],
    ['does not concern the case', decided('a', 'not-applicable', 'fail'), false],
    ['was not in the decision', decided('other', 'not-ok', 'fail'), false],
  ])('are among what is wrong: a line that %s', (_, own, isBehind) => {
    const reason = because(NAME, { reasonId: 'name-wrong' })
    expect(behind(reason, [onName('a')], [own])).toEqual(isBehind ? ['a'] : [])
  })

  it('are those with the reason of the catalogue, narrowed by what they are about', () => {
    const lines = [
      onName('a'),
      onName('b', { machine: about(DOMAIN, 'fail') }),
      onName('c', { reasonIds: ['other'] }),
      onName('d', { machine: null }),
    ]
    const all = lines.map(({ id }) => decided(id, 'not-ok'))
    expect(behind(because(NAME, { reasonId: 'name-wrong' }), lines, all)).toEqual(['a'])
    expect(behind(because('application.entity.remarks', { reasonId: 'name-wrong' }), lines, all)).toEqual([
      'a',
      'b',
      'd',
    ])
    expect(behind(because(NAME, { reasonId: 'unknown' }), lines, all)).toEqual([])
    const written = 'application.services[0].domains[0].name'
    expect(behind(because(written, { reasonId: 'name-wrong' }), lines, all)).toEqual(['b'])
  })

  it('are those about the same place, or named in its words, where the catalogue has no entry', () => {
    const lines = [
      line('a', { machine: about(NAME, 'fail') }),
      line('b', { title: { zh: '照片', en: 'Photo' } }),
      line('c', { machine: onPaper('d1') }),
      line('d', {
        machine: { verdict: 'fail', evidence: [{ kind: 'missing-document', documentKind: 'pre-approval' }] },
      }),
    ]
    const all = lines.map(({ id }) => decided(id, 'not-ok'))
    expect(behind(because(NAME), lines, all)).toEqual(['a'])
    expect(behind(because('d1'), lines, all)).toEqual(['c'])
    expect(behind(because('missing:pre-approval'), lines, all)).toEqual(['d'])
    expect(behind(because('d2', { problem: '照片：缺一角' }), lines, all)).toEqual(['b'])
    expect(behind(because('d2', { problem: '缺一角的照片' }), lines, all)).toEqual([])
    // A place goes before the words, whatever they open with.
    expect(behind(because(NAME, { problem: '照片：缺一角' }), lines, all)).toEqual(['a'])
  })

  it('are told as far as this round has them', () => {
    const lines = [line('a', { machine: about(NAME) }), line('b', { machine: about(NAME) })]
    const scene: Scene = {
      lines,
      linesNow: lines.slice(1),
      decided: lines.map(({ id }) => decided(id, 'not-ok', 'unsure')),
      reasons: [because(NAME)],
    }
    expect(take(scene)?.findings[0]?.lineIds).toEqual(['b'])
  })
})

describe('whether what a reason is about has changed', () => {
  const changedBy = (reason: Reason, part: Partial<Scene> = {}) =>
    take({ lines: [], reasons: [reason], ...part })?.findings[0]?.isChanged

  it('is told by any change where it is about the whole', () => {
    const whole = because('application')
    expect(changedBy(whole)).toBe(false)
    expect(changedBy(whole, { application: renamed })).toBe(true)
    expect(changedBy(whole, { documents: newCard })).toBe(true)
    expect(changedBy(whole, { documents: PAPERS.slice(1) })).toBe(true)
  })

  it('is told by its lines where it has some, the whole included', () => {
    const own = line('a', { title: { zh: '证件', en: 'Card' }, machine: onPaper('d2') })
    const scene = { lines: [own], decided: [decided('a', 'not-ok', 'unsure')] }
    const whole = because('application', { problem: '证件不清' })
    expect(changedBy(whole, { ...scene, documents: newCard })).toBe(true)
    const elsewhere = because(DOMAIN, { problem: '证件不清' })
    expect(changedBy(elsewhere, { ...scene, documents: newCard })).toBe(true)
    expect(changedBy(elsewhere, { ...scene, application: renamed })).toBe(false)
    const wordless = { ...scene, lines: [line('a', { title: { zh: '证件', en: 'Card' } })] }
    expect(changedBy(elsewhere, { ...wordless, documents: newCard })).toBe(false)
  })

  it('is told by the paper or the field that it names', () => {
    expect(changedBy(because('d2'), { documents: newCard })).toBe(true)
    expect(changedBy(because('d1'), { documents: newCard })).toBe(false)
    expect(changedBy(because(NAME), { application: renamed })).toBe(true)
    expect(changedBy(because('missing:resident-id'), { documents: newCard })).toBe(true)
    expect(changedBy(because('missing:pre-approval'), { documents: newCard })).toBe(false)
  })
})

describe('what a reason is about now', () => {
  const nowOf = (field: string, part: Partial<Scene> = {}) =>
    take({ lines: [], reasons: [because(field)], ...part })?.findings[0]?.subjectNow

  it('is the whole where the field is gone, and its new place where it moved', () => {
    const [first] = FIRST_FILING.services
    const second = { ...WEBSITE, id: 's2', access: first?.access }
    const moved = firstFiling({}, second as never, {})
    expect(nowOf('application.services.0.name', { application: moved })).toBe('application.services.1.name')
    expect(nowOf('application.services[0].domains[0].name', { application: moved })).toBe(
      'application.services.1.domains.0.name',
    )
    const { legalRepresentative: _, ...entity } = FIRST_FILING.entity
    expect(
      nowOf('application.entity.legalRepresentative', { application: { ...FIRST_FILING, entity } }),
    ).toBe('application')
  })

  it('is the paper that was missing once one of its kind is there', () => {
    const letter = {
      id: 'd8',
      kind: 'authorization-letter',
      face: 'page',
      owner: 'entity',
      sha256: 'l',
    } as const
    const form = { ...letter, id: 'd9', kind: 'verification-form' } as const
    const documents = [...PAPERS, letter, form]
    expect(nowOf('missing:verification-form', { documents })).toBe('d9')
    expect(nowOf('missing:pre-approval', { documents })).toBe('missing:pre-approval')
    expect(nowOf('missing:business-licence', { documents })).toBe('missing:business-licence')
  })
})

describe('where a finding stands', () => {
  const word = (verdict: MachineVerdict['verdict'] | null) => (verdict === null ? null : about(NAME, verdict))
  const stateOf = (
    lines: readonly ChecklistLine[],
    answers: Readonly<Record<string, LineAnswer['verdict']>> = {},
    finding = { isChanged: true, lineIds: ['a', 'b'] },
  ) =>
    findingState(
      finding,
      lines,
      new Map(Object.entries(answers).map(([lineId, verdict]) => [lineId, { lineId, verdict }])),
    )
  const both = (a: MachineVerdict['verdict'] | null, b: MachineVerdict['verdict'] | null) => [
    line('a', { machine: word(a) }),
    line('b', { machine: word(b) }),
    line('c', { machine: word('fail') }),
  ]

  it.each([
    [both('pass', 'pass'), {}, 'fixed'],
    [both('pass', 'fail'), {}, 'changed'],
    [both('pass', 'unsure'), {}, 'changed'],
    [both('pass', 'not-applicable'), {}, 'changed'],
    [both('pass', null), {}, 'changed'],
    [both('pass', 'fail'), { b: 'ok' }, 'fixed'],
    [both('pass', 'fail'), { b: 'not-applicable' }, 'fixed'],
    [both('pass', 'pass'), { b: 'not-ok' }, 'changed'],
    [both('pass', 'pass'), { b: 'not-looked-at' }, 'fixed'],
    [both('pass', 'pass'), { c: 'not-ok' }, 'fixed'],
    [both('fail', 'fail'), { c: 'ok' }, 'changed'],
    [both('pass', 'pass').slice(2), {}, 'changed'],
  ] as const)(
    'every line of it counts, by the person’s word or else the machine’s: case %#',
    (lines, answers, state) => {
      expect(stateOf(lines, answers)).toBe(state)
    },
  )

  it('is as it was where nothing changed, whatever anybody says', () => {
    expect(stateOf(both('pass', 'pass'), { a: 'ok', b: 'ok' }, { isChanged: false, lineIds: ['a'] })).toBe(
      'unchanged',
    )
  })
})
