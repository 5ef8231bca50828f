import { z } from 'zod'
import type { ShiftState } from './shift'
import { instantSchema } from '../../domain/filing'

/** Until when notifications are silent: a time, or the end of the shift. */
export const quietSchema = z.discriminatedUnion('until', [
  z.strictObject({ until: z.literal('time'), at: instantSchema }),
  z.strictObject({ until: z.literal('shift-end') }),
])
export type Quiet = z.output<typeof quietSchema>

/** Whether it still holds at `now` (epoch ms). Without a shift there is no end to wait for. */
export function isQuiet(quiet: Quiet | null, shift: ShiftState, now: number): boolean {
  if (quiet === null) {
    return false
  }
  return quiet.until === 'time' ? Date.parse(quiet.at) > now : shift === 'working' || shift === 'break'
}
