import { z } from 'zod'
import { queueRowSchema } from '../protocol/case'
import { caseStandSchema, handOverNoteSchema } from '../review/day/handOverNote'
import { quietSchema } from '../review/day/quiet'
import { shiftSchema } from '../review/day/shift'

/** The person's shift, and until when notifications are silent; null when they are not. */
export const dayViewSchema = z.strictObject({ shift: shiftSchema, quiet: quietSchema.nullable() })
export type DayView = z.output<typeof dayViewSchema>

/** A case that is held here, with what the hand-over lists of it by itself. */
export const caseInHandSchema = z.strictObject({ row: queueRowSchema, stand: caseStandSchema })
export type CaseInHand = z.output<typeof caseInHandSchema>

/** Words for the next reviewer of one case. */
export const leftNoteSchema = z.strictObject({ caseId: z.uuid(), text: handOverNoteSchema.shape.text })
export type LeftNote = z.output<typeof leftNoteSchema>
