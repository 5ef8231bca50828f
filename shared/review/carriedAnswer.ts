import { z } from 'zod'
import { instantSchema } from '../domain/filing'
import { lineAnswerSchema } from '../rules/checklist'

/** An answer of an earlier round that still stands, because what it rests on is unchanged. */
export const carriedAnswerSchema = lineAnswerSchema.extend({
  verdict: z.enum(['ok', 'not-ok', 'not-applicable']),
  /** Round in which a person gave the answer. */
  round: z.number().int().positive(),
  by: z.string(),
  at: instantSchema,
})
export type CarriedAnswer = z.output<typeof carriedAnswerSchema>
