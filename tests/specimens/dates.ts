// What the calendar of the product lacks: specimens count in years and write dates the way papers do.

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
