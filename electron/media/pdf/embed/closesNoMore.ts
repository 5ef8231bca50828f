const WHITE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set(Array.from('()<>[]{}/%', (sign) => sign.charCodeAt(0)))
const [OPEN, CLOSE, BACKSLASH, PERCENT] = [0x28, 0x29, 0x5c, 0x25]
/** What stands alone in the data of a picture and would be an operator if the picture ended before it. */
const HIDDEN_CLOSE = /[\0\t\n\f\r ](?:Q|EMC)[\0\t\n\f\r ]/

/**
 * Whether a content closes only what it opened (`q` and `Q`, marked content). Not every reader keeps a form that closes more
 * inside of its frame, and it could then paint over the page around it.
 */
export function closesNoMore(content: Uint8Array): boolean {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  let states = 0
  let marked = 0
  for (let at = 0; at < text.length;) {
    const byte = text[at] ?? 0
    if (byte === OPEN) {
      at = endOfString(text, at)
    } else if (byte === PERCENT) {
      at = endOfLine(text, at)
    } else if (WHITE.has(byte) || (DELIMITERS.has(byte) && byte !== 0x2f)) {
      at += 1
    } else {
      const end = endOfWord(text, at)
      const word = text.toString('latin1', at, end)
      at = end
      states += word === 'q' ? 1 : word === 'Q' ? -1 : 0
      marked += word === 'BMC' || word === 'BDC' ? 1 : word === 'EMC' ? -1 : 0
      if (states < 0 || marked < 0) {
        return false
      }
      if (word === 'ID') {
        const data = endOfPicture(text, at)
        if (data === null) {
          return false
        }
        at = data
      }
    }
  }
  return true
}

/** A name is a word with its stroke, so that /Q is none that closes. */
function endOfWord(text: Uint8Array, from: number): number {
  let at = from + 1
  while (at < text.length && !WHITE.has(text[at] ?? 0) && !DELIMITERS.has(text[at] ?? 0)) {
    at += 1
  }
  return at
}

function endOfString(text: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const byte = text[at]
    if (byte === BACKSLASH) {
      at += 1
    } else if (byte === OPEN) {
      depth += 1
    } else if (byte === CLOSE) {
      depth -= 1
      if (depth === 0) {
        return at + 1
      }
    }
  }
  return text.length
}

function endOfLine(text: Uint8Array, from: number): number {
  let at = from
  while (at < text.length && text[at] !== 10 && text[at] !== 13) {
    at += 1
  }
  return at
}

/** Behind the data of a picture written into the content; null when it has no end, or hides what would close. */
function endOfPicture(text: Buffer, from: number): number | null {
  for (let at = text.indexOf('EI', from); at !== -1; at = text.indexOf('EI', at + 1)) {
    const isAlone = WHITE.has(text[at - 1] ?? 0) && (at + 2 === text.length || WHITE.has(text[at + 2] ?? 1))
    if (isAlone) {
      return HIDDEN_CLOSE.test(text.toString('latin1', from, at)) ? null : at + 2
    }
  }
  return null
}
