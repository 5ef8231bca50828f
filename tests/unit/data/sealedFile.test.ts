import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CHUNK_BYTES,
  readSealedFile,
  seal,
  SealedFileDamaged,
} from '../../../electron/common/crypto/sealedFile'

const KEY = new Uint8Array(32).fill(7)
const CONTEXT = 'original/abc'
const HEADER = 32
const SEALED_CHUNK = CHUNK_BYTES + 16

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'beian-sealed-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function sealContent(content: Uint8Array, context = CONTEXT): Buffer {
  return Buffer.from(seal(KEY, context, content, randomBytes))
}

function write(bytes: Uint8Array): string {
  const file = path.join(folder, 'file.sealed')
  writeFileSync(file, bytes)
  return file
}

function open(bytes: Uint8Array, range?: { start: number; end: number }, context = CONTEXT, key = KEY) {
  return readSealedFile(write(bytes), key, context, range)
}

/** Three chunks and a bit, each chunk different. */
function longContent(): Uint8Array {
  return new Uint8Array(3 * CHUNK_BYTES + 100).map(
    (_, index) => (index * 31 + Math.floor(index / CHUNK_BYTES)) % 251,
  )
}

describe('sealedFile', () => {
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])(
    'opens what it sealed, %i bytes long',
    (length) => {
      const content = new Uint8Array(randomBytes(length))
      expect(Buffer.from(open(sealContent(content))).equals(content)).toBe(true)
    },
  )

  it('opens any range as the same part of the whole', () => {
    const content = longContent()
    const file = write(sealContent(content))
    fc.assert(
      fc.property(fc.nat(content.length + 10), fc.nat(content.length + 10), (start, end) => {
        const part = readSealedFile(file, KEY, CONTEXT, { start, end })
        const expected = content.subarray(start, Math.max(start, end))
        expect(Buffer.from(part).equals(expected)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('leaves no trace of the content and never gives the same bytes twice', () => {
    const content = Buffer.from('识别不出的内容'.repeat(20))
    const [one, other] = [sealContent(content), sealContent(content)]
    expect(one.includes(content.subarray(0, 12))).toBe(false)
    expect(one.equals(other)).toBe(false)
  })

  it('refuses any flipped byte, wherever it is', () => {
    const sealed = sealContent(new Uint8Array(randomBytes(300)))
    for (let position = 0; position < sealed.length; position += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(position) ^ 0x01, position)
      expect(() => open(changed), `byte ${position}`).toThrow(SealedFileDamaged)
    }
  })

  it('refuses a file cut anywhere, also exactly between two chunks', () => {
    const sealed = sealContent(longContent())
    const cuts = [0, 10, HEADER, HEADER + SEALED_CHUNK, HEADER + 3 * SEALED_CHUNK, sealed.length - 1]
    for (const cut of cuts) {
      expect(() => open(sealed.subarray(0, cut)), `cut at ${cut}`).toThrow(SealedFileDamaged)
    }
    expect(() => open(Buffer.concat([sealed, Buffer.from('x')]))).toThrow(SealedFileDamaged)
  })

  it('refuses a file whose header was shortened along with its chunks', () => {
    const sealed = sealContent(longContent())
    const shortened = Buffer.from(sealed.subarray(0, HEADER + SEALED_CHUNK))
    shortened.writeBigUInt64BE(BigInt(CHUNK_BYTES), 24)
    expect(() => open(shortened)).toThrow(SealedFileDamaged)
  })

  it('refuses chunks in another order', () => {
    const sealed = sealContent(longContent())
    const chunk = (index: number) =>
      sealed.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK)
    const swapped = Buffer.concat([sealed.subarray(0, HEADER), chunk(1), chunk(0), chunk(2), chunk(3)])
    expect(swapped.length).toBe(sealed.length)
    expect(() => open(swapped)).toThrow(SealedFileDamaged)
  })

  it("refuses another file's chunk and another file's header", () => {
    const [one, other] = [sealContent(longContent()), sealContent(longContent())]
    const foreignChunk = Buffer.from(one)
    other.copy(foreignChunk, HEADER, HEADER, HEADER + SEALED_CHUNK)
    expect(() => open(foreignChunk)).toThrow(SealedFileDamaged)
    expect(() => open(Buffer.concat([other.subarray(0, HEADER), one.subarray(HEADER)]))).toThrow(
      SealedFileDamaged,
    )
  })

  it("refuses a whole file in another's place, and another key", () => {
    const sealed = sealContent(longContent())
    expect(() => open(sealed, undefined, 'original/other')).toThrow(SealedFileDamaged)
    expect(() => open(sealed, undefined, CONTEXT, new Uint8Array(32).fill(8))).toThrow(SealedFileDamaged)
  })

  it('opens an undamaged part of a file that is damaged elsewhere', () => {
    const sealed = sealContent(longContent())
    sealed.writeUInt8(sealed.readUInt8(HEADER + 2 * SEALED_CHUNK) ^ 1, HEADER + 2 * SEALED_CHUNK)
    expect(open(sealed, { start: 10, end: 20 })).toEqual(longContent().subarray(10, 20))
    expect(() => open(sealed, { start: 2 * CHUNK_BYTES, end: 2 * CHUNK_BYTES + 1 })).toThrow(
      SealedFileDamaged,
    )
  })

  it('passes errors of the file system through', () => {
    expect(() => readSealedFile(path.join(folder, 'none'), KEY, CONTEXT)).toThrow(/ENOENT/)
    expect(readFileSync(write(sealContent(new Uint8Array(1)))).length).toBe(HEADER + 1 + 16)
  })
})
