/** Stands for what is hidden; how many characters that are is not told for names. */
const HIDDEN = '＊'

/**
 * A personal value as people see it who have no business with it: 王＊, 1101＊＊1234, 138＊＊78, z＊@example.com. Enough to
 * tell two cases apart on the phone, not enough to use.
 */
export function maskPersonal(value: string): string {
  const at = value.lastIndexOf('@')
  if (at > 0) {
    return `${first(value, 1)}${HIDDEN}${value.slice(at)}`
  }
  const length = Array.from(value).length
  if (length >= 15) {
    return `${first(value, 4)}${HIDDEN}${HIDDEN}${last(value, 4)}`
  }
  return length >= 7 ? `${first(value, 3)}${HIDDEN}${HIDDEN}${last(value, 2)}` : `${first(value, 1)}${HIDDEN}`
}

function first(value: string, count: number): string {
  return Array.from(value).slice(0, count).join('')
}

function last(value: string, count: number): string {
  return Array.from(value).slice(-count).join('')
}
