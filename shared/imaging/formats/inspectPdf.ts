/** `encrypted`: it asks for a password, or forbids something by one; nobody behind this desk could open it. */
export type PdfStructure = 'sound' | 'damaged' | 'encrypted'

const MARK = '%PDF-'
/** Readers look for the end mark in the last 1024 bytes (ISO 32000-1, annex H.3, note 18); `startxref` stands before it. */
const END_BYTES = 1024
const START_BYTES = 64
/** A trailer is a dictionary of some ten entries; a table of 100,000 objects, 20 bytes each, may stand before it. */
const TRAILER_BYTES = 2_200_000

/** By its first bytes. A mark further behind is another file's content, or a polyglot. */
export function isPdf(bytes: Uint8Array): boolean {
  return latin(bytes, 0, MARK.length) === MARK
}

/**
 * Follows the end mark to the newest trailer, as every reader does. Says nothing of pages: they lie in streams that
 * only the media process unpacks.
 */
export function inspectPdf(bytes: Uint8Array): PdfStructure {
  const tail = latin(bytes, Math.max(0, bytes.length - END_BYTES - START_BYTES), bytes.length)
  const end = tail.lastIndexOf('%%EOF')
  const place = /startxref\s+(\d{1,10})\s*$/.exec(tail.slice(0, Math.max(0, end)))?.[1]
  if (place === undefined || Number(place) >= bytes.length) {
    return 'damaged'
  }
  const trailer = trailerAt(latin(bytes, Number(place), Number(place) + TRAILER_BYTES))
  if (trailer === null || !/\/Root(?![\w#])/.test(trailer)) {
    return 'damaged'
  }
  return /\/Encrypt(?![\w#])/.test(trailer) ? 'encrypted' : 'sound'
}

/** The newest trailer: behind a table, or the head of a stream of references, which is never packed itself. */
function trailerAt(text: string): string | null {
  const start = text.trimStart()
  if (start.startsWith('xref')) {
    const at = start.indexOf('trailer')
    return at === -1 ? null : plainNames(upTo(start.slice(at), 'startxref'))
  }
  return /^\d{1,10}\s+\d{1,5}\s+obj/.test(start) ? plainNames(upTo(start, 'stream')) : null
}

/** Letters of a name may be written as numbers: /#45ncrypt. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function upTo(text: string, word: string): string {
  const at = text.indexOf(word)
  return at === -1 ? text : text.slice(0, at)
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  const part = bytes.subarray(from, to)
  let text = ''
  for (let at = 0; at < part.length; at += 0x8000) {
    text += String.fromCharCode(...part.subarray(at, at + 0x8000))
  }
  return text
}
