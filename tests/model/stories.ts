import type { Step } from './steps'
import { SUPERVISOR } from './world'

/** Sequences that are played every time: what long runs found to break something, made as short as it goes, and what they seldom come to. */
export const STORIES: readonly { readonly what: string; readonly steps: readonly Step[] }[] = [
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
  {
    what: 'words that were typed after a decision that then was refused',
    steps: [
      { kind: 'act', desk: 0, act: { do: 'draw-this', pick: 0 }, fates: [] },
      { kind: 'cut', desk: 0 },
      { kind: 'act', desk: 0, act: { do: 'decide', pick: 0, verdict: 'pass' }, fates: [] },
      { kind: 'act', desk: SUPERVISOR, act: { do: 'sync' }, fates: [] },
      { kind: 'move-hold', pick: 0, to: null },
      { kind: 'join', desk: 0 },
      { kind: 'act', desk: 0, act: { do: 'sync' }, fates: [] },
      { kind: 'act', desk: 0, act: { do: 'draw-this', pick: 0 }, fates: [] },
      { kind: 'act', desk: 0, act: { do: 'edit', pick: 0 }, fates: [] },
      { kind: 'act', desk: 0, act: { do: 'settle', pick: 0 }, fates: [] },
    ],
  },
]
