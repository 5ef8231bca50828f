/** Formats people send and intake does not take, by the name it says in its answer. */
export type RefusedFormat =
  'SVG' | 'PDF behind other bytes' | 'GIF' | 'AVIF' | 'BigTIFF' | 'BMP compressed by run lengths'

/** An XML declaration, a document type and remarks may come before the drawing. */
const SEARCHED_BYTES = 4096

/** Names what a file is that is no picture intake takes; null when it is none of these. */
export function refusedFormatOf(bytes: Uint8Array): RefusedFormat | null {
  const start = String.fromCharCode(...bytes.subarray(0, SEARCHED_BYTES))
  if (/^GIF8[79]a/.test(start)) {
    return 'GIF'
  }
  // PDF readers look for the mark anywhere in the first 1024 bytes (ISO 32000-1, annex H.3, note 13); one that does not
  // begin with it may be something else as well.
  if (start.slice(0, 1024).includes('%PDF-')) {
    return 'PDF behind other bytes'
  }
  if (start.startsWith('ftypavi', 4)) {
    return 'AVIF'
  }
  if (start.startsWith('II+\0') || start.startsWith('MM\0+')) {
    return 'BigTIFF'
  }
  return /^(?:\u00ef\u00bb\u00bf)?\s*</.test(start) && /<(?:\w+:)?svg[\s>/]/i.test(start) ? 'SVG' : null
}
