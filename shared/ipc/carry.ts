import { z } from 'zod'
import { instantSchema } from '../domain/filing'
import { idSchema } from '../domain/identity'
import { carryProblemSchema } from '../protocol/carry'

/** Hand-carry bundles as the sync panel shows them. */
export const carryStateViewSchema = z.strictObject({
  /** Tells this desk from others of the same person. */
  deviceId: idSchema,
  /** False until desk and server know each other: from a network, or by enrolment. */
  isReady: z.boolean(),
  given: z.strictObject({ at: instantSchema, commands: z.number().int().nonnegative() }).nullable(),
  taken: z.strictObject({ at: instantSchema, until: instantSchema }).nullable(),
})
export type CarryStateView = z.output<typeof carryStateViewSchema>

/** `fileName` null: the person cancelled. */
export const carryOutViewSchema = z.strictObject({
  fileName: z.string().nullable(),
  commands: z.number().int().nonnegative(),
})
export type CarryOutView = z.output<typeof carryOutViewSchema>

export const carryInViewSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('cancelled') }),
  z.strictObject({ outcome: z.literal('refused'), problem: carryProblemSchema }),
  z.strictObject({
    outcome: z.literal('taken'),
    cases: z.number().int().nonnegative(),
    documents: z.number().int().nonnegative(),
    /** Answers to what was sent before. */
    answers: z.number().int().nonnegative(),
    until: instantSchema,
  }),
])
export type CarryInView = z.output<typeof carryInViewSchema>
