import { workingHoursSchema, type WorkingHours } from './calendarData'

/** Working hours as people write them: `09:00-12:00, 13:30-18:00`. */
export function hoursText(hours: WorkingHours): string {
  return hours.map(({ from, to }) => `${from}-${to}`).join(', ')
}

/**
 * Reads such a text; also with Chinese commas and full-width or long hyphens, as an input method writes them. Null for what is
 * none, for slots that overlap or are out of order.
 */
export function readHours(text: string): WorkingHours | null {
  const slots = text.split(/[,，、;；]/u).map((slot) => {
    const [from = '', to = '', ...rest] = slot
      .replaceAll('：', ':')
      .split(/[-–—－~～至]/u)
      .map((time) => time.trim().replace(/^(\d):/u, '0$1:'))
    return rest.length === 0 ? { from, to } : null
  })
  const parsed = workingHoursSchema.safeParse(slots)
  return parsed.success ? parsed.data : null
}
