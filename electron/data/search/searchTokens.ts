/**
 * How text is cut for the queue's search. Chinese, Japanese and Korean writing has no spaces and its names have two
 * characters, so each character is a token and a query is a phrase of them; latin words and numbers stay whole and
 * are found by their beginning. Text is folded first (NFKC, lower case), so that full-width digits are found.
 */

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const TOKEN = new RegExp(`${IDEOGRAPH.source}|(?:(?!${IDEOGRAPH.source})[\\p{L}\\p{N}])+`, 'gu')
/** Private-use character: a token of the index that no query can contain, so phrases never run across two fields. */
const FIELD_BREAK = '\uE000'

function tokensOf(text: string): readonly string[] {
  return (text.normalize('NFKC').toLowerCase().match(TOKEN) ?? []).map(indexable)
}

/** The tokenizer's tables are older than the newest ideographs, which do occur in names: those go in by number. */
function indexable(token: string): string {
  const codePoint = token.codePointAt(0) ?? 0
  return codePoint > 0xffff ? `x${codePoint.toString(16)}` : token
}

/** Text for the index out of separate fields. */
export function searchText(fields: readonly string[]): string {
  return fields.map((field) => tokensOf(field).join(' ')).join(` ${FIELD_BREAK} `)
}

/**
 * The full-text query of what a person typed: every word must occur, a word being a phrase of its tokens. Null when
 * nothing was typed; a query that matches nothing when what was typed has no letter, number or character.
 */
export function searchQuery(typed: string): string | null {
  const words = typed
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (words.length === 0) {
    return null
  }
  const phrases = words.map(tokensOf).filter((tokens) => tokens.length > 0)
  return phrases.length === 0 ? '""' : phrases.map(phraseOf).join(' AND ')
}

/** Tokens carry letters and numbers only, so quoting them is safe. */
function phraseOf(tokens: readonly string[]): string {
  const isWordLast = !IDEOGRAPH.test(tokens.at(-1) ?? '')
  return `"${tokens.join(' ')}"${isWordLast ? ' *' : ''}`
}
