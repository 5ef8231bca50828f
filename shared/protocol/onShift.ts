import { z } from 'zod'
import { colleagueSchema } from './colleagues'
import { instantSchema, orderNumberSchema } from '../domain/filing'
import { idSchema } from '../domain/identity'

/** Notes of one answer; newest first. */
export const MOST_LEFT_NOTES = 200

/** Who is at work, and the hand-over notes that wait for somebody. See docs/calls.md. */
export const onShiftReplySchema = z.strictObject({
  people: z.array(colleagueSchema.pick({ id: true, displayName: true, role: true, shift: true })),
  /**
   * The newest note of the round, of each case under review that somebody else has by now: those of one's own cases; for whoever may
   * read any case, all of them. The words stand with the case alone. `holder` null: nobody has it.
   */
  notes: z
    .array(
      z.strictObject({
        caseId: idSchema,
        orderNumber: orderNumberSchema,
        from: z.string(),
        holder: z.string().nullable(),
        leftAt: instantSchema,
      }),
    )
    .max(MOST_LEFT_NOTES),
})
export type OnShift = z.output<typeof onShiftReplySchema>
