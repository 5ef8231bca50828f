import { z } from 'zod'
import { callRecordSchema } from '../calls/callRecord'
import { instantSchema } from '../domain/filing'
import { idSchema } from '../domain/identity'

/** A call that the server keeps beside the case. `receivedAt`: by the server's clock; when it was made is in the call. */
export const caseCallSchema = z.strictObject({
  /** Id of the command that recorded it. */
  id: idSchema,
  round: z.number().int().positive(),
  call: callRecordSchema,
  by: z.strictObject({ userId: idSchema, displayName: z.string() }),
  receivedAt: instantSchema,
})
export type CaseCall = z.output<typeof caseCallSchema>

/** Of one round; who calls more often does something else than follow up. */
export const MOST_CALLS = 100
