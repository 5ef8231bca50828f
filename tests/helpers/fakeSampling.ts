import type { ReplyOf } from '../../shared/ipc/contract'
import { estimateErrors, type SampleCount } from '../../shared/review/sampling/estimateErrors'
import type { SamplingPlan, SamplingTerms } from '../../shared/review/sampling/samplingPlan'

type Reply = ReplyOf<'sampling.read'>

const TERMS: SamplingTerms = {
  rates: { reduced: 20, normal: 50, tightened: 200 },
  floors: [{ province: '330000', filingType: 'first-filing', permille: 300 }],
  rule: { tightenFaults: 2, tightenOf: 5, relaxAfter: 5, reduceAfter: 10 },
  blind: true,
}

function planOf(number: number, terms: SamplingTerms, endedAt: string | null): SamplingPlan {
  return {
    id: `0199f000-0000-7000-8000-00000000000${String(number)}`,
    terms,
    seedSha256: `${String(number)}b7e`.repeat(16),
    startedBy: '王磊',
    startedAt: `2026-11-1${String(number)}T01:30:00.000Z`,
    endedAt,
  }
}

function looks(permille: number, spared: number, agreed: number, overruled: number): readonly SampleCount[] {
  return [
    { permille, drawn: false, outcome: null, count: spared },
    { permille, drawn: true, outcome: 'agreed', count: agreed },
    { permille, drawn: true, outcome: 'overruled', count: overruled },
    { permille, drawn: true, outcome: null, count: 1 },
  ]
}

const LI = looks(50, 1180, 58, 1)
const ZHOU = looks(200, 260, 61, 4)
const HE = looks(50, 12, 0, 0)

function figures(): NonNullable<Reply['shown']>['figures'] {
  return {
    all: estimateErrors([...LI, ...ZHOU, ...HE]),
    reviewers: [
      {
        id: '0199d000-0000-7000-b000-000000000003',
        displayName: '何静',
        level: 'normal',
        estimate: estimateErrors(HE),
      },
      {
        id: '0199d000-0000-7000-b000-000000000002',
        displayName: '李娜',
        level: 'normal',
        estimate: estimateErrors(LI),
      },
      {
        id: '0199d000-0000-7000-b000-000000000001',
        displayName: '周敏',
        level: 'tightened',
        estimate: estimateErrors(ZHOU),
      },
    ],
    provinces: [
      { code: '110000', estimate: estimateErrors(LI) },
      { code: '330000', estimate: estimateErrors([...ZHOU, ...HE]) },
    ],
    filingTypes: [
      { type: 'first-filing', estimate: estimateErrors(ZHOU) },
      { type: 'change', estimate: estimateErrors([...LI, ...HE]) },
    ],
  }
}

/** Plans as the server would answer them; a new one ends the one before. */
export function createFakeSampling() {
  let plans: readonly SamplingPlan[] = [planOf(4, TERMS, null), planOf(1, TERMS, '2026-11-14T01:30:00.000Z')]

  function read(planId?: string): Reply {
    const plan = plans.find(({ id }) => id === planId) ?? plans[0]
    return { plans: [...plans], shown: plan ? { plan, figures: figures() } : null }
  }

  return {
    read,
    start(terms: SamplingTerms | null): Reply {
      const before = plans.map((plan) => ({ ...plan, endedAt: plan.endedAt ?? '2026-11-22T02:00:00.000Z' }))
      plans = terms === null ? before : [planOf(9, terms, null), ...before]
      return read()
    },
  }
}
