import { describe, expect, it } from 'vitest'
import { firstWording, proposalOf, wordingProblem } from '../../../../renderer/review/draftWording'
import {
  ruleCandidates,
  sharedWords,
  type RuleCandidate,
} from '../../../../shared/review/feedback/ruleCandidates'
import { ruleProposalSchema } from '../../../../shared/rules/draft/ruleProposals'

const PERIOD = { from: '2026-11-01', to: '2026-11-30' }
const REASON = { field: 'application.services.0.name', problem: '名称过于宽泛', advice: '请改名' }

function told(orderNumber: string, change: object = {}) {
  const at = '2026-11-20T17:00:00.000Z'
  const filingType = 'first-filing' as const
  return { orderNumber, province: '330000', filingType, at, reason: REASON, ...change }
}

function rule(ruleId: string, answered: number, escaped: number, title: string | null = ruleId) {
  return { ruleId, title: title === null ? null : { zh: title, en: title }, answered, escaped }
}

const uncoveredOf = (...uncovered: ReturnType<typeof told>[]): readonly RuleCandidate[] =>
  ruleCandidates({ ...PERIOD, uncovered, rules: [] })

describe('ruleCandidates', () => {
  it('counts the same words for the same thing in one division together, the most first', () => {
    const found = uncoveredOf(
      told('BA-1', { reason: { ...REASON, problem: '只一次' } }),
      told('BA-2'),
      told('BA-3', { filingType: 'change', at: '2026-11-18T01:00:00.000Z' }),
      told('BA-3'),
      told('BA-4', { province: '440000' }),
    )
    expect(found.map((one) => (one.kind === 'uncovered' ? one.orders : []))).toEqual([
      ['BA-2', 'BA-3'],
      ['BA-1'],
      ['BA-4'],
    ])
    // The second order was answered in the afternoon of the 20th in UTC: the 21st in China.
    expect(found[0]).toMatchObject({
      ...{ from: '2026-11-18', to: '2026-11-21', filingTypes: ['change', 'first-filing'] },
      province: '330000',
    })
  })

  it.each([
    ['application.entity.principal.mobile', 'persons'],
    ['application.services.0.domains.0.name', 'domain'],
    ['application.services.0.access.mode', 'access'],
    ['application.services.0.name', 'service'],
    ['application.entity.name', 'entity'],
    ['d01', 'other'],
  ])('puts %s into the block %s', (field, group) => {
    expect(uncoveredOf(told('BA-1', { reason: { ...REASON, field } }))[0]).toMatchObject({ group })
  })

  it('names rules that let through two filings or more of enough answers, the surest first', () => {
    const rules = [
      rule('few-answers', 19, 9),
      rule('one-escape', 200, 1),
      rule('some', 200, 6),
      rule('many', 200, 30),
      rule('gone', 200, 30, null),
    ]
    const found = ruleCandidates({ ...PERIOD, uncovered: [], rules })
    expect(found.map(({ key }) => key)).toEqual(['many', 'some'])
  })
})

describe('sharedWords', () => {
  const wordsOf = (...orders: readonly string[]): string => {
    const [candidate] = uncoveredOf(...orders.map((order) => told(order)))
    return candidate?.kind === 'uncovered' ? sharedWords(candidate) : 'none'
  }

  it('are what several filings were told, and nothing that one filing alone was told', () => {
    expect(wordsOf('BA-1', 'BA-2')).toBe('名称过于宽泛。请改名')
    expect(wordsOf('BA-1')).toBe('')
    expect(wordsOf('BA-1', 'BA-1')).toBe('')
  })
})

describe('Wording of a draft', () => {
  const [once] = uncoveredOf(told('BA2026-0001'))
  const [twice] = uncoveredOf(told('BA2026-0001'), told('BA2026-0002'))
  const [escape] = ruleCandidates({ ...PERIOD, uncovered: [], rules: [rule('desk:name', 200, 6, '名称')] })

  it('is complete at once for what several were told and for escapes, and asks for words else', () => {
    const problems = [once, twice, escape].map((one) => one && wordingProblem(firstWording(one), one))
    expect(problems).toEqual(['empty', null, null])
  })

  it('takes no number of an order or a person', () => {
    const wording = twice && firstWording(twice)
    const asked = (zh: string) =>
      twice && wording && wordingProblem({ ...wording, requirement: { zh, en: 'x' } }, twice)
    expect(asked('见 BA2026-0002')).toBe('personal')
    expect(asked('联系 13800138000')).toBe('personal')
    expect(asked('名称应体现主体')).toBeNull()
  })

  it.each([
    ['uncovered', twice],
    ['escape', escape],
  ])('goes into the file without the filings (%s)', (kind, candidate) => {
    const proposal = candidate && proposalOf(candidate, firstWording(candidate))
    expect(ruleProposalSchema.parse(proposal)).toMatchObject({ kind })
    expect(JSON.stringify(proposal)).not.toContain('BA2026')
  })
})
