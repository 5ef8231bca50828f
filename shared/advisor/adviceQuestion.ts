import { z } from 'zod'
import { FACTS } from './facts'
import { dateSchema } from '../domain/filing'

/** What is known about a site, and the day of asking. An absent fact is not known. */
export const adviceQuestionSchema = z.strictObject({
  product: z.enum(FACTS.product).optional(),
  serverPlace: z.enum(FACTS.serverPlace).optional(),
  address: z.enum(FACTS.address).optional(),
  instanceBought: z.enum(FACTS.instanceBought).optional(),
  domainLevel: z.enum(FACTS.domainLevel).optional(),
  domainFiled: z.enum(FACTS.domainFiled).optional(),
  accelerationArea: z.enum(FACTS.accelerationArea).optional(),
  origin: z.enum(FACTS.origin).optional(),
  commercial: z.enum(FACTS.commercial).optional(),
  /** The day of opening, or that it is closed. */
  openSince: z.union([dateSchema, z.literal('not-open')]).optional(),
  /** China date of asking. */
  today: dateSchema,
})
export type AdviceQuestion = z.output<typeof adviceQuestionSchema>
