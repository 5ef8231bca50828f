import { daysInMonth } from '../domain/daysInMonth'

const DAYS_IN_ERA = 146_097
const DAYS_IN_CENTURY = 36_524
const DAYS_IN_FOUR_YEARS = 1461
/** Days from 0000-03-01 to 1970-01-01. */
const TO_EPOCH = 719_468

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar, `2026-11-21`; earlier days are negative. Undefined for a
 * text that is no such date. Counts in years that begin in March, so that the leap day comes last.
 */
export function dayNumberOf(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    return undefined
  }
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8))
  if (day < 1 || day > daysInMonth(year, month)) {
    return undefined
  }
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return 365 * marchYear + leapDays + daysBefore(marchMonth) + day - 1 - TO_EPOCH
}

/** The date so many days after 1970-01-01. Throws for what is no number of days. */
export function dateOfDay(dayNumber: number): string {
  if (!Number.isSafeInteger(dayNumber)) {
    throw new RangeError('Not a number of days')
  }
  const fromMarch = dayNumber + TO_EPOCH
  const era = Math.floor(fromMarch / DAYS_IN_ERA)
  const dayOfEra = fromMarch - era * DAYS_IN_ERA
  const leapDays =
    Math.floor(dayOfEra / (DAYS_IN_FOUR_YEARS - 1)) -
    Math.floor(dayOfEra / DAYS_IN_CENTURY) +
    Math.floor(dayOfEra / (DAYS_IN_ERA - 1))
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = 400 * era + yearOfEra + (month <= 2 ? 1 : 0)
  const day = dayOfYear - daysBefore(marchMonth) + 1
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days before a month in a year that begins in March: five months have 153 days, and so have the next five. */
function daysBefore(marchMonth: number): number {
  return Math.floor((153 * marchMonth + 2) / 5)
}
