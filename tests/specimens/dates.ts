/** Calendar arithmetic on `2026-11-21` texts. China has kept one offset, +08:00, since 1991. */
const CHINA_OFFSET_MS = 8 * 3600 * 1000
const DAY_MS = 24 * 3600 * 1000

/** Date in China at an instant given as epoch milliseconds. */
export function chinaDate(atMs: number): string {
  return new Date(atMs + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}

/** Instant with the China offset written out, `2026-11-21T14:32:00+08:00`. */
export function chinaInstant(atMs: number): string {
  return `${new Date(atMs + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Same day of another year; 29 February becomes 28 February. */
export function addYears(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years)
  const day = date.slice(5) === '02-29' ? '02-28' : date.slice(5)
  return `${year}-${day}`
}

/** Whole years between a birth date and a day. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** `2026年11月21日` */
export function chineseDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${month}月${day}日`
}

/** `2026.11.21`, the form on cards. */
export function dottedDate(date: string): string {
  return date.replaceAll('-', '.')
}
