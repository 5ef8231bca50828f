import { z } from 'zod'
import { chinaDate } from '../../calendar/chinaTime'
import { instantSchema } from '../../domain/filing'
import { idSchema } from '../../domain/identity'

/** What a person says of their own day. */
export const SHIFT_MOVES = ['start', 'pause', 'resume', 'end'] as const
export type ShiftMove = (typeof SHIFT_MOVES)[number]

const SHIFT_STATES = ['none', 'working', 'break', 'ended'] as const
export type ShiftState = (typeof SHIFT_STATES)[number]

/** Where a person's shift stands; `since` is null for none. */
export const shiftSchema = z.strictObject({ state: z.enum(SHIFT_STATES), since: instantSchema.nullable() })
export type Shift = z.output<typeof shiftSchema>

/** A move as the workstation tells it. `at`: by its clock. */
export const shiftMoveSchema = z.strictObject({ id: idSchema, move: z.enum(SHIFT_MOVES), at: instantSchema })
export type ToldShiftMove = z.output<typeof shiftMoveSchema>

const AFTER = { start: 'working', pause: 'break', resume: 'working', end: 'ended' } as const satisfies Record<
  ShiftMove,
  ShiftState
>

const LEGAL: Readonly<Record<ShiftState, readonly ShiftMove[]>> = {
  none: ['start'],
  working: ['pause', 'end'],
  break: ['resume', 'end'],
  ended: ['start'],
}

/** Where the shift stands at `now` (epoch ms) when that was the last move; a shift is over with its day in China. */
export function shiftAt(last: Pick<ToldShiftMove, 'move' | 'at'> | null, now: number): Shift {
  return last === null || chinaDate(Date.parse(last.at)) !== chinaDate(now)
    ? { state: 'none', since: null }
    : { state: AFTER[last.move], since: last.at }
}

/** Whether the move follows from where the shift stands. */
export function isLegalMove(state: ShiftState, move: ShiftMove): boolean {
  return LEGAL[state].includes(move)
}
