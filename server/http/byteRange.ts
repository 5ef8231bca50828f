/** Part of a document: places of its first and last byte. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Reads a `Range` header (RFC 9110, section 14) for a document of so many bytes. `whole` when there is none, when it
 * is no single range of bytes, or when it cannot be understood, which all mean that the whole is sent.
 */
export function parseByteRange(
  header: string | undefined,
  bytes: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) {
    return 'whole'
  }
  if (first === '') {
    const length = Number(last)
    return length === 0 ? 'unsatisfiable' : { start: Math.max(bytes - length, 0), end: bytes - 1 }
  }
  const start = Number(first)
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (last !== '' && Number(last) < start) {
    return 'whole'
  }
  return start < bytes ? { start, end } : 'unsatisfiable'
}
