import type { Slot } from '../../../shared/calendar/workingCalendar'

/** `09:00-12:00, 13:30-18:00` */
export function clockText(slots: readonly Slot[]): string {
  return slots.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ')
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
