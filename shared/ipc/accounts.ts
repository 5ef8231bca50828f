import { z } from 'zod'
import {
  bindIdentityRequestSchema,
  changeAccountRequestSchema,
  openAccountRequestSchema,
} from '../protocol/accounts'
import { idSchema } from '../domain/identity'

const accountId = { accountId: idSchema }

/** What a supervisor does about the team's accounts; never about the own. */
export const accountActSchema = z.discriminatedUnion('act', [
  openAccountRequestSchema.extend({ act: z.literal('open') }),
  changeAccountRequestSchema.extend({ act: z.literal('change'), ...accountId }),
  z.strictObject({ act: z.literal('close'), ...accountId }),
  z.strictObject({ act: z.literal('reopen'), ...accountId }),
  z.strictObject({ act: z.literal('reset-password'), ...accountId }),
  bindIdentityRequestSchema.extend({ act: z.literal('bind'), ...accountId }),
  z.strictObject({ act: z.literal('unbind'), ...accountId }),
])
export type AccountAct = z.output<typeof accountActSchema>
