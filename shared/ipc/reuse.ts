import { z } from 'zod'
import { reuseReplySchema } from '../protocol/reuse'

/** Why nobody was asked, or did not answer. Nothing found is another thing than not searched. */
export const NOT_SEARCHED = ['offline', 'too-often', 'not-held', 'failed'] as const

/** Where else the pictures and numbers of a case were used, as the screen shows it. */
export const reuseViewSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('not-searched'), reason: z.enum(NOT_SEARCHED) }),
  z.strictObject({ outcome: z.literal('searched'), searchedAt: z.string(), found: reuseReplySchema }),
])
export type ReuseView = z.output<typeof reuseViewSchema>
