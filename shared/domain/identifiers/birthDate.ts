/** Days of each month in a leap year. */
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * The calendar date that eight digits `YYYYMMDD` stand for, as `YYYY-MM-DD`; undefined when the Gregorian calendar
 * has no such day. Identity numbers do not reach back before 1800.
 */
export function birthDateOf(digits: string): string | undefined {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const longest = month === 2 && !leap ? 28 : (LONGEST_MONTHS[month - 1] ?? 0)
  if (year < 1800 || day < 1 || day > longest) {
    return undefined
  }
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
}
