import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readZip, type ZipLimits } from '../../../electron/common/archive/readZip'
import { writeZip, type ZipEntry } from '../../../electron/common/archive/writeZip'
import { createHash } from 'node:crypto'

const LIMITS: ZipLimits = { entries: 20, totalBytes: 1_000_000 }
const text = (value: string): Uint8Array => Buffer.from(value, 'utf8')

const sample: readonly ZipEntry[] = [
  { path: 'manifest.json', bytes: text('{"a":1}'.repeat(50)), method: 'deflated' },
  { path: 'originals/01.jpg', bytes: text('picture'), method: 'stored' },
]

function problemsOf(archive: Uint8Array): readonly string[] {
  const read = readZip(archive, LIMITS)
  return read.ok ? read.value.problems.map(({ code, path }) => `${code} ${path}`) : [read.error]
}

/** Overwrites bytes of the sample, at a place in the first entry's central header. */
function withCentral(offset: number, value: Buffer): Buffer {
  const archive = Buffer.from(writeZip(sample))
  const directory = archive.readUInt32LE(archive.length - 6)
  value.copy(archive, directory + offset)
  return archive
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

describe('writeZip', () => {
  it('writes the same bytes for the same entries: the compressor and the times do not move', () => {
    // A new version of the compressor may give other bytes; then packages need a new format version.
    const hash = createHash('sha256').update(writeZip(sample)).digest('hex')
    expect(hash).toBe('92d0acc4a49bd59ee513fee9daf24f0a615d27a8627b01ce3f089c6f8d00ad56')
  })

  it('is read back entry by entry', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            path: fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9]{1,8})?$/),
            bytes: fc.uint8Array({ maxLength: 3000 }),
            method: fc.constantFrom('stored' as const, 'deflated' as const),
          }),
          { maxLength: 12, selector: ({ path }) => path },
        ),
        (entries) => {
          const read = readZip(writeZip(entries), LIMITS)
          expect(read.ok && read.value.problems).toEqual([])
          expect(
            read.ok &&
              read.value.entries.map(({ path, bytes, method }) => ({ path, bytes: [...bytes], method })),
          ).toEqual(entries.map(({ path, bytes, method }) => ({ path, bytes: [...bytes], method })))
        },
      ),
    )
  })
})

describe('readZip', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('PK? no'.repeat(30))],
    ['half an archive', writeZip(sample).subarray(0, 200)],
    ['an archive with bytes after it', Buffer.concat([writeZip(sample), Buffer.from('x')])],
    ['an archive with bytes before it', Buffer.concat([Buffer.from('x'), writeZip(sample)])],
  ])('refuses %s', (_, archive) => {
    expect(problemsOf(archive)).toEqual(['not-a-zip'])
  })

  it.each(['../outside', '/absolute', 'a/../../b', 'a//b', 'C:evil', 'back\\slash', './here', ''])(
    'names the unsafe path %j',
    (path) => {
      expect(problemsOf(writeZip([{ path, bytes: text('x'), method: 'stored' }]))).toEqual([
        `entry-unsafe-path ${path}`,
      ])
    },
  )

  it('names an entry that is there twice, differences of case and composition included', () => {
    const entry = (path: string): ZipEntry => ({ path, bytes: text('x'), method: 'stored' })
    expect(problemsOf(writeZip([entry('a.json'), entry('A.json')]))).toEqual(['entry-duplicate A.json'])
    expect(problemsOf(writeZip([entry('\u00e9'), entry('e\u0301')]))).toEqual(['entry-duplicate e\u0301'])
  })

  it('names encrypted and otherwise packed entries', () => {
    expect(problemsOf(withCentral(8, Buffer.from([1, 8])))).toContain('entry-unsupported manifest.json')
    expect(problemsOf(withCentral(10, Buffer.from([12, 0])))).toContain('entry-unsupported manifest.json')
  })

  it('stops unpacking at the declared size', () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000))
    const archive = Buffer.from(writeZip([{ path: 'bomb', bytes: bomb, method: 'stored' }]))
    const directory = archive.readUInt32LE(archive.length - 6)
    for (const [local, central] of [[8, 10] as const]) {
      archive.writeUInt16LE(8, local)
      archive.writeUInt16LE(8, directory + central)
    }
    archive.writeUInt32LE(1000, 22)
    archive.writeUInt32LE(1000, directory + 24)
    expect(problemsOf(archive)).toEqual(['entry-damaged bomb'])
  })

  it('refuses more and larger entries than the limits before unpacking', () => {
    expect(problemsOf(withCentral(24, u32(4_000_000)))).toEqual(['too-large'])
    const many = Array.from({ length: 21 }, (_, index) => ({
      path: `f${String(index)}`,
      bytes: text('x'),
      method: 'stored' as const,
    }))
    expect(problemsOf(writeZip(many))).toEqual(['too-many-entries'])
  })

  it('answers any bytes without throwing', () => {
    const archive = Buffer.from(writeZip(sample))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
        const altered = Buffer.from(archive)
        for (const [place, value] of changes) {
          altered[place % altered.length] = value
        }
        readZip(altered, LIMITS)
      }),
      { numRuns: 500 },
    )
  })
})
