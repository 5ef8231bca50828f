import { z } from 'zod'
import { provinceCodeSchema } from '../domain/filing'
import { idSchema } from '../domain/identity'
import { shiftSchema } from '../review/day/shift'
import { ROLES } from '../review/roles'

/** Who a case can be handed to, and how much each has in hand. */
export const colleagueSchema = z.strictObject({
  id: idSchema,
  displayName: z.string(),
  role: z.enum(ROLES),
  /** Absent: cases of every province. */
  provinces: z.array(provinceCodeSchema).optional(),
  holds: z.number().int().nonnegative(),
  reservations: z.number().int().nonnegative(),
  shift: shiftSchema,
})
export type Colleague = z.output<typeof colleagueSchema>

export const colleaguesReplySchema = z.strictObject({ colleagues: z.array(colleagueSchema) })

/** `holderId`: who the supervisor saw having the case; somebody else's later hold is not ended. */
export const breakHoldRequestSchema = z.strictObject({ caseId: idSchema, holderId: idSchema })

/** `fromId`: who the supervisor saw having the case, null for nobody. */
export const handOverRequestSchema = z.strictObject({
  caseId: idSchema,
  fromId: idSchema.nullable(),
  toId: idSchema,
})
