import { z } from 'zod'
import { shiftMoveSchema } from '../review/day/shift'

/** Told at once after a day without a network; nobody has that many. */
export const MOST_SHIFT_MOVES = 200

/** Moves of the person's own shift, in the order in which they were made. */
export const shiftMovesRequestSchema = z.strictObject({
  moves: z.array(shiftMoveSchema).min(1).max(MOST_SHIFT_MOVES),
})
