import { z } from 'zod'
import { REDRAW_PROBLEMS } from '../review/sampling/redrawSample'

/** What drawing an ended plan anew showed: passes in its register, how many do not fit, and why the first does not. */
export const redrawReplySchema = z.strictObject({
  passes: z.number().int().nonnegative(),
  problems: z.number().int().nonnegative(),
  first: z.enum(REDRAW_PROBLEMS).nullable(),
})
export type RedrawReply = z.output<typeof redrawReplySchema>
