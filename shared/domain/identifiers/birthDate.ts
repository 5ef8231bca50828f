import { daysInMonth } from '../daysInMonth'

/**
 * The calendar date that eight digits `YYYYMMDD` stand for, as `YYYY-MM-DD`; undefined when the Gregorian calendar
 * has no such day. Identity numbers do not reach back before 1800.
 */
export function birthDateOf(digits: string): string | undefined {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  if (year < 1800 || day < 1 || day > daysInMonth(year, month)) {
    return undefined
  }
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
}
