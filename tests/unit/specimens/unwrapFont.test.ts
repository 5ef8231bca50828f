import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unwrapFont } from '../../specimens/pictures/unwrapFont'

/** A WOFF file of two tables, one of them compressed. */
function wrapped(
  tables: readonly { readonly tag: string; readonly data: Buffer; readonly packed: boolean }[],
): Buffer {
  const header = Buffer.alloc(44 + tables.length * 20)
  header.write('wOFF', 'latin1')
  header.writeUInt32BE(0x00010000, 4)
  header.writeUInt16BE(tables.length, 12)
  const parts: Buffer[] = [header]
  let place = header.length
  tables.forEach(({ tag, data, packed }, index) => {
    const stored = packed ? deflateSync(data) : data
    const at = 44 + index * 20
    header.write(tag, at, 'latin1')
    header.writeUInt32BE(place, at + 4)
    header.writeUInt32BE(stored.length, at + 8)
    header.writeUInt32BE(data.length, at + 12)
    header.writeUInt32BE(0xabcd0000 + index, at + 16)
    parts.push(stored)
    place += stored.length
  })
  return Buffer.concat(parts)
}

describe('unwrapping a font', () => {
  it('gives the tables as they were, at multiples of four, under the same version', () => {
    const cmap = Buffer.from('a table of characters, '.repeat(20))
    const head = Buffer.from([1, 2, 3, 4, 5])
    const font = unwrapFont(
      wrapped([
        { tag: 'cmap', data: cmap, packed: true },
        { tag: 'head', data: head, packed: false },
      ]),
    )
    expect(font.readUInt32BE(0)).toBe(0x00010000)
    expect(font.readUInt16BE(4)).toBe(2)
    const tables = [0, 1].map((index) => {
      const at = 12 + index * 16
      const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)]
      expect(offset % 4).toBe(0)
      expect(font.readUInt32BE(at + 4)).toBe(0xabcd0000 + index)
      return { tag: font.toString('latin1', at, at + 4), data: font.subarray(offset, offset + length) }
    })
    expect(tables).toEqual([
      { tag: 'cmap', data: cmap },
      { tag: 'head', data: head },
    ])
  })

  it('refuses what is no such file', () => {
    expect(() => unwrapFont(Buffer.from('OTTO and more'))).toThrow('not a WOFF file')
  })
})
