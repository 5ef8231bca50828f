import { inflateSync } from 'node:zlib'

const HEADER = 44
const ENTRY = 20

/**
 * The OpenType font in a WOFF 1.0 file (W3C, 2012), which text drawing does not open itself. Throws where the bytes are
 * no such file.
 */
export function unwrapFont(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') {
    throw new TypeError('not a WOFF file')
  }
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const at = HEADER + index * ENTRY
    const [offset, stored, length] = [4, 8, 12].map((place) => woff.readUInt32BE(at + place))
    const bytes = woff.subarray(offset, (offset ?? 0) + (stored ?? 0))
    return {
      tag: woff.subarray(at, at + 4),
      sum: woff.subarray(at + 16, at + 20),
      data: stored === length ? bytes : inflateSync(bytes),
    }
  })
  const directory = Buffer.alloc(12 + count * 16)
  woff.copy(directory, 0, 4, 8)
  const power = Math.floor(Math.log2(count))
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(2 ** power * 16, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE((count - 2 ** power) * 16, 10)
  const parts: Buffer[] = [directory]
  let place = directory.length
  tables.forEach(({ tag, sum, data }, index) => {
    const at = 12 + index * 16
    tag.copy(directory, at)
    sum.copy(directory, at + 4)
    directory.writeUInt32BE(place, at + 8)
    directory.writeUInt32BE(data.length, at + 12)
    // Tables begin at multiples of four bytes.
    const padding = (4 - (data.length % 4)) % 4
    parts.push(data, Buffer.alloc(padding))
    place += data.length + padding
  })
  return Buffer.concat(parts)
}
