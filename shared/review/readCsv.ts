import { refusal, success, type Result } from '../result'

/**
 * Rows of a CSV text after RFC 4180, which may begin with a byte order mark and end its lines either way; empty lines are left out. Refused
 * with the number of the line on which a quote was opened and never closed.
 */
export function readCsv(text: string): Result<ReadonlyArray<readonly string[]>, number> {
  const source = text.replace(/^\uFEFF/u, '')
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let openedOn: number | null = null
  let line = 1
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at)
    if (openedOn !== null) {
      if (sign === '"' && source.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else if (sign === '"') {
        openedOn = null
      } else {
        cell += sign
      }
    } else if (sign === '"' && cell === '') {
      openedOn = line
    } else if (sign === ',') {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.push([...row, cell.replace(/\r$/u, '')])
      row = []
      cell = ''
    } else {
      cell += sign
    }
    line += sign === '\n' ? 1 : 0
  }
  if (openedOn !== null) {
    return refusal(openedOn)
  }
  return success([...rows, [...row, cell]].filter((cells) => cells.some((each) => each.trim() !== '')))
}
