import { daysInMonth } from '../../domain/daysInMonth'

/**
 * The date so many months later. A month without that day ends on its last one: 2026-11-30 and three months are
 * 2027-02-28, as the day by which a period counted in months runs out.
 */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 }
  const last = daysInMonth(target.year, target.month)
  return [target.year, target.month, Math.min(day, last)]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-')
}

/** Completed years of age on a date. Who was born on 29 February grows older on 1 March in a common year. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}
