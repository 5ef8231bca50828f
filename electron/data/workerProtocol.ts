import { z } from 'zod'
import { OPERATION_NAMES } from './operationNames'

/**
 * What crosses the border of the data worker's thread: the name of an operation and its arguments, never SQL and
 * never keys. `shut-down` closes the profile and lets the thread end by itself.
 */
export const workerRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    id: z.number().int(),
    operation: z.enum(OPERATION_NAMES),
    args: z.array(z.unknown()),
  }),
  z.strictObject({ kind: z.literal('shut-down'), id: z.number().int() }),
])
export type WorkerRequest = z.output<typeof workerRequestSchema>

/** An error as it crosses: structured cloning would keep neither its code nor, everywhere, its cause. */
export const workerErrorSchema = z.strictObject({
  name: z.string(),
  message: z.string(),
  code: z.string().optional(),
  stack: z.string().optional(),
  get cause() {
    return workerErrorSchema.optional()
  },
})
export type WorkerError = z.output<typeof workerErrorSchema>

export const workerReplySchema = z.discriminatedUnion('ok', [
  z.strictObject({ id: z.number().int(), ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ id: z.number().int(), ok: z.literal(false), error: workerErrorSchema }),
])
export type WorkerReply = z.output<typeof workerReplySchema>

export const workerOptionsSchema = z.strictObject({
  /** Path of the SQLite addon where the packaged one cannot be loaded. */
  nativeBinding: z.string().optional(),
})
export type WorkerOptions = z.output<typeof workerOptionsSchema>
