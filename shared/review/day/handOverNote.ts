import { z } from 'zod'
import { instantSchema } from '../../domain/filing'
import { idSchema } from '../../domain/identity'

/** What the desk lists of a case by itself when a shift ends. */
export const caseStandSchema = z.strictObject({
  /** Lines of the checklist that are answered in the draft, and those of them that are not ok. */
  answered: z.number().int().nonnegative(),
  notOk: z.number().int().nonnegative(),
  /** A call is half written down. */
  hasCallDraft: z.boolean(),
  callBackAt: instantSchema.nullable(),
  promisedUntil: z.iso.date().nullable(),
})
export type CaseStand = z.output<typeof caseStandSchema>

/** Words for whoever has the case next, as a person leaves them at the end of a shift. */
export const handOverNoteSchema = z.strictObject({
  text: z.string().trim().min(1).max(1000),
  stand: caseStandSchema,
})

/** A note that the server keeps beside the case. `id`: of the command that left it. */
export const caseNoteSchema = z.strictObject({
  id: idSchema,
  round: z.number().int().positive(),
  note: handOverNoteSchema,
  by: z.strictObject({ userId: idSchema, displayName: z.string() }),
  receivedAt: instantSchema,
})
export type CaseNote = z.output<typeof caseNoteSchema>

/** Of one case; who leaves more says nothing by them. */
export const MOST_NOTES = 50
