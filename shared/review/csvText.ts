/** One cell: text, a number as it is, or nothing. */
type CsvCell = string | number | null

/** Told by Excel from the first bytes alone; without it Chinese text is read in the machine's own code page. */
const BYTE_ORDER_MARK = '\uFEFF'

/** What spreadsheets take for a formula, in its wide forms as well, and the two characters that may stand before one. */
const FORMULA_START = /^[=+\-@＝＋－＠\t\r]/

/**
 * A table as CSV after RFC 4180: every text in quotes, lines ended by CRLF, UTF-8 with a byte order mark. Text that a
 * spreadsheet would carry out as a formula is led by an apostrophe; numbers cannot be one.
 */
export function csvText(rows: ReadonlyArray<readonly CsvCell[]>): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(cell: CsvCell): string {
  if (cell === null) {
    return ''
  }
  if (typeof cell === 'number') {
    return String(cell)
  }
  const text = FORMULA_START.test(cell) ? `'${cell}` : cell
  return `"${text.replaceAll('"', '""')}"`
}
