const DATE = /^Written on (?:\d{4}-\d{2}-\d{2}|DATE)\.$/m

/** The line that `withDate` fills in. */
export const DATE_LINE = 'Written on DATE.'

export function withDate(page: string, date: string): string {
  return page.replace(DATE, `Written on ${date}.`)
}

/** Whether two pages say the same but for the day and for how their tables are padded. */
export function sameReport(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function plain(page: string): string {
  return page.replace(DATE, DATE_LINE).replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ').trim()
}
