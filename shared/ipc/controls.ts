import { z } from 'zod'
import { controlsReplySchema, stockControlReplySchema } from '../protocol/controls'
import { localizedSchema } from '../rules/localized'

/** Control cases as the server tells them, with the rules of the pack in force of which the fault may break some. */
export const controlsViewSchema = controlsReplySchema.extend({
  rules: z.array(z.strictObject({ id: z.string(), title: localizedSchema })),
})
export type ControlsView = z.output<typeof controlsViewSchema>

export const stockReplySchema = z.union([
  z.strictObject({ outcome: z.literal('cancelled') }),
  stockControlReplySchema,
])
export type StockReply = z.output<typeof stockReplySchema>
