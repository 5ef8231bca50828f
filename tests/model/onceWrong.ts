import type { Step } from './steps'

/** Sequences that long runs found to break something, made as short as they go. */
export const ONCE_WRONG: readonly { readonly what: string; readonly steps: readonly Step[] }[] = [
  {
    what: 'a part of an audit chain that arrives after a longer one',
    steps: [
      { kind: 'act', desk: 2, act: { do: 'sync' }, fates: ['late'] },
      { kind: 'act', desk: 2, act: { do: 'draw' }, fates: ['arrives'] },
      { kind: 'act', desk: 2, act: { do: 'sync' }, fates: [] },
      {
        kind: 'together',
        acts: [
          { desk: 0, act: { do: 'sync' } },
          { desk: 1, act: { do: 'decide', pick: 0, verdict: 'pass' } },
        ],
        order: [],
      },
    ],
  },
  {
    what: 'the answer to a late decision, which is no decision itself',
    steps: [
      { kind: 'act', desk: 2, act: { do: 'decide', pick: 0, verdict: 'pass' }, fates: [] },
      { kind: 'let-pass', minutes: 485, isSwept: false },
      { kind: 'act', desk: 2, act: { do: 'sync' }, fates: [] },
      {
        kind: 'act',
        desk: 2,
        act: { do: 'answer', pick: 0, answer: 'taken-over' },
        fates: ['arrives'],
      },
    ],
  },
]
