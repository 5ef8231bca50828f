import { describe, expect, it } from 'vitest'
import { advise } from '../../../shared/advisor/advise'
import { advisorTableSchema, type AdvisorTable } from '../../../shared/advisor/advisorTable'

const REASON = { zh: '理由', en: 'Reason' }
const source = (key: string) => ({ key, name: key, url: null, date: '2026-01-01', reliability: 'high' })
const edition = (key: string) => ({ key, title: { zh: key, en: key }, date: key })

function row(id: string, part: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id,
    topic: 'filing',
    when: [{ address: ['domain'] }],
    verdict: 'file-here',
    reason: REASON,
    steps: [],
    source: 's2',
    edition: 'e2',
    cautions: [],
    ...part,
  }
}

function tableJson(rows: readonly unknown[]): unknown {
  return {
    version: '2026-11-22',
    title: { zh: '表', en: 'Table' },
    editions: [edition('e1'), edition('e2'), edition('e3')],
    sources: [source('s1'), source('s2')],
    steps: {
      always: { zh: '总要', en: 'Always' },
      sub: { zh: '二级', en: 'Sub', when: { domainLevel: ['sub'] } },
    },
    rows,
  }
}

function tableOf(...rows: readonly unknown[]): AdvisorTable {
  return advisorTableSchema.parse(tableJson(rows))
}

function problemsOf(...rows: readonly unknown[]): readonly string[] {
  const parsed = advisorTableSchema.safeParse(tableJson(rows))
  return parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []
}

describe('references inside a table', () => {
  it('lead somewhere in a sound one', () => {
    const asksLevel = { when: [{ domainLevel: ['sub'] }, { domainLevel: ['top'], address: ['domain'] }] }
    expect(
      problemsOf(row('a', { steps: ['always'] }), row('b', { ...asksLevel, steps: ['sub', 'always'] })),
    ).toEqual([])
  })

  it.each<[readonly unknown[], string]>([
    [[row('a'), row('b'), row('a')], 'rows.2.id stands there twice'],
    [[row('a', { source: 's9' })], 'rows.0.source no source s9'],
    [[row('a', { edition: 'e9' })], 'rows.0.edition no edition e9'],
    [[row('a', { steps: ['always', 'never'] })], 'rows.0.steps no step never'],
    [[row('a', { steps: ['sub'] })], 'rows.0.steps step sub looks at a fact that the row does not ask for'],
    [
      [row('a', { when: [{ domainLevel: ['sub'] }, { address: ['domain'] }], steps: ['sub'] })],
      'rows.0.steps step sub looks at a fact that the row does not ask for',
    ],
  ])('are told with row and field: case %#', (rows, problem) => {
    expect(problemsOf(...rows)).toEqual([problem])
  })
})

describe('a finding', () => {
  const ask = (table: AdvisorTable, facts: Readonly<Record<string, string>> = {}) =>
    advise(table, { today: '2026-11-22', address: 'domain', ...facts }).topics.find(
      ({ topic }) => topic === 'filing',
    )
  const findings = (table: AdvisorTable, facts: Readonly<Record<string, string>> = {}) => {
    const answer = ask(table, facts)
    return answer?.state === 'answered' ? answer.findings : []
  }

  it('says what its row says, with its own source and edition, and no day without a deadline', () => {
    expect(findings(tableOf(row('a', { steps: ['always'], cautions: ['conflict'] })))).toEqual([
      {
        id: 'a',
        verdict: 'file-here',
        reason: REASON,
        steps: [{ zh: '总要', en: 'Always' }],
        cautions: ['conflict'],
        source: source('s2'),
        edition: edition('e2'),
      },
    ])
    const [found] = findings(tableOf(row('a')))
    expect(Object.keys(found ?? {})).not.toContain('deadline')
  })

  it('stands by the order of the editions, newest first, whatever the order of the rows', () => {
    const rows = ['e3', 'e1', 'e2'].map((key) => row(`of-${key}`, { edition: key }))
    expect(findings(tableOf(...rows)).map(({ id }) => id)).toEqual(['of-e1', 'of-e2', 'of-e3'])
    expect(findings(tableOf(...rows.toReversed())).map(({ id }) => id)).toEqual(['of-e1', 'of-e2', 'of-e3'])
  })

  it('leaves out a step that the facts make needless', () => {
    const both = row('a', { when: [{ domainLevel: ['sub', 'top'] }], steps: ['sub', 'always'] })
    const steps = (domainLevel: string) =>
      findings(tableOf(both), { domainLevel })[0]?.steps.map(({ en }) => en)
    expect(steps('sub')).toEqual(['Sub', 'Always'])
    expect(steps('top')).toEqual(['Always'])
  })

  it('has a last day only where the day of opening is told', () => {
    const table = tableOf(row('a', { daysAfterOpening: 10 }))
    expect(findings(table)[0]?.deadline).toBeUndefined()
    expect(findings(table, { openSince: 'not-open' })[0]?.deadline).toBeUndefined()
    expect(findings(table, { openSince: '2026-11-12' })[0]?.deadline).toEqual({
      date: '2026-11-22',
      overdue: false,
    })
    expect(findings(tableOf(row('a')), { openSince: '2026-11-12' })[0]?.deadline).toBeUndefined()
  })

  it('is of no topic that the row does not speak of, and none where every row is ruled out', () => {
    const table = tableOf(row('a', { when: [{ address: ['none'] }] }))
    expect(ask(table)).toEqual({ topic: 'filing', state: 'open', missing: [] })
    const other = tableOf(
      row('a', { when: [{ address: ['domain'], commercial: ['yes'] }, { origin: ['here'] }] }),
    )
    expect(ask(other)).toEqual({ topic: 'filing', state: 'open', missing: ['origin', 'commercial'] })
  })

  it('is refused of a table that was put together by hand and lacks its source or edition', () => {
    const table = tableOf(row('a'))
    expect(() => ask({ ...table, sources: [] })).toThrow('Row a')
    expect(() => ask({ ...table, editions: [] })).toThrow('Row a')
  })
})
