import fc from 'fast-check'
import { FATES, type Fate } from './modelNetwork'
import { PROPOSAL_ANSWERS, type ProposalAnswer } from '../../shared/protocol/proposals'
import type { DecisionVerdict } from '../../shared/review/decision'

/** What one desk does by itself. `pick` chooses among what is there: cases held, rows of the queue, refused decisions. */
export type Act =
  | { readonly do: 'draw' }
  | { readonly do: 'draw-this'; readonly pick: number }
  | { readonly do: 'edit'; readonly pick: number }
  | { readonly do: 'decide'; readonly pick: number; readonly verdict: DecisionVerdict }
  | { readonly do: 'release'; readonly pick: number }
  | { readonly do: 'settle'; readonly pick: number }
  | { readonly do: 'answer'; readonly pick: number; readonly answer: ProposalAnswer }
  | { readonly do: 'sync' }
  | { readonly do: 'download' }
  | { readonly do: 'change-shift' }

/** One step of a sequence. */
export type Step =
  | { readonly kind: 'act'; readonly desk: number; readonly act: Act; readonly fates: readonly Fate[] }
  | {
      readonly kind: 'together'
      readonly acts: readonly { readonly desk: number; readonly act: Act }[]
      readonly order: readonly number[]
    }
  | { readonly kind: 'cut' | 'join' | 'crash'; readonly desk: number }
  | { readonly kind: 'crash-during'; readonly desk: number; readonly act: Act; readonly after: number }
  | { readonly kind: 'late'; readonly pick: number }
  | { readonly kind: 'let-pass'; readonly minutes: number; readonly isSwept: boolean }
  | { readonly kind: 'withdraw'; readonly pick: number }
  /** The supervisor ends a hold that is seen on the queue, or gives the case to a colleague. */
  | { readonly kind: 'move-hold'; readonly pick: number; readonly to: number | null }

const pick = fc.nat(99)

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ do: 'draw' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('draw-this' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), pick }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      pick,
      verdict: fc.constantFrom('pass' as const, 'return' as const, 'escalate' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      pick,
      answer: fc.constantFrom(...PROPOSAL_ANSWERS),
    }),
  },
  { weight: 5, arbitrary: fc.constant({ do: 'sync' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'download' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'change-shift' as const }) },
)

/** Half of the exchanges go well; otherwise something happens to one of the first requests. */
const fates: fc.Arbitrary<readonly Fate[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 5 }) },
)

/** Steps of a team of so many desks. */
export function stepOf(desks: number): fc.Arbitrary<Step> {
  const desk = fc.nat(desks - 1)
  return fc.oneof(
    { weight: 16, arbitrary: fc.record({ kind: fc.constant('act' as const), desk, act, fates }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('together' as const),
        acts: fc.uniqueArray(fc.record({ desk, act }), {
          minLength: 2,
          maxLength: 4,
          selector: (one) => one.desk,
        }),
        order: fc.array(fc.nat(3), { maxLength: 12 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), desk }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('join' as const), desk }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const), desk }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('crash-during' as const), desk, act, after: fc.nat(14) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('late' as const), pick }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('let-pass' as const),
        // Short of a renewal, past it, past a hold, past a reservation.
        minutes: fc.constantFrom(5, 20, 130, 245, 485),
        isSwept: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), pick }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('move-hold' as const), pick, to: fc.option(desk) }),
    },
  )
}
