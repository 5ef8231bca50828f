import { crc32, inflateRawSync } from 'node:zlib'
import { refusal, success, type Result } from '../../../shared/result'
import type { ZipEntry } from './writeZip'
import { CENTRAL_HEADER, END_RECORD, LOCAL_HEADER, METHOD } from './zipFormat'

export interface ZipLimits {
  readonly entries: number
  /** All entries together, unpacked. */
  readonly totalBytes: number
}

export interface ReadZipEntry extends ZipEntry {
  /** Where the entry lies in the archive, its local header included. */
  readonly start: number
  readonly end: number
}

/** What is wrong with one entry; the others are still read. */
export interface ZipEntryProblem {
  readonly code:
    'entry-unsafe-path' | 'entry-duplicate' | 'entry-unsupported' | 'entry-damaged' | 'entry-headers-differ'
  readonly path: string
}

export interface ReadZip {
  readonly entries: readonly ReadZipEntry[]
  readonly problems: readonly ZipEntryProblem[]
}

export type ZipProblem = 'not-a-zip' | 'too-many-entries' | 'too-large'

interface Listed {
  readonly path: string
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly offset: number
}

/**
 * Reads a whole archive that `writeZip` could have written; anything more exotic is a problem of its entry. Sizes
 * are checked before anything is unpacked, and unpacking stops at the size that was declared.
 */
export function readZip(archive: Uint8Array, limits: ZipLimits): Result<ReadZip, ZipProblem> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const listed = readDirectory(bytes, limits.entries)
  if (!listed.ok) {
    return listed
  }
  if (listed.value.reduce((sum, entry) => sum + entry.bytes, 0) > limits.totalBytes) {
    return refusal('too-large')
  }
  const entries: ReadZipEntry[] = []
  const problems: ZipEntryProblem[] = []
  const seen = new Set<string>()
  for (const entry of listed.value) {
    const key = entry.path.normalize('NFC').toLowerCase()
    const read: Result<ReadZipEntry, ZipEntryProblem['code']> = seen.has(key)
      ? refusal('entry-duplicate')
      : readEntry(bytes, entry)
    seen.add(key)
    if (read.ok) {
      entries.push(read.value)
    } else {
      problems.push({ code: read.error, path: entry.path })
    }
  }
  return success({ entries, problems })
}

function readDirectory(bytes: Buffer, maxEntries: number): Result<readonly Listed[], ZipProblem> {
  const end = bytes.length - END_RECORD.bytes
  if (end < 0 || bytes.readUInt32LE(end) !== END_RECORD.signature) {
    return refusal('not-a-zip')
  }
  const count = bytes.readUInt16LE(end + 10)
  const length = bytes.readUInt32LE(end + 12)
  const offset = bytes.readUInt32LE(end + 16)
  if (offset + length !== end) {
    return refusal('not-a-zip')
  }
  if (count > maxEntries) {
    return refusal('too-many-entries')
  }
  const listed: Listed[] = []
  let at = offset
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_HEADER.bytes > end || bytes.readUInt32LE(at) !== CENTRAL_HEADER.signature) {
      return refusal('not-a-zip')
    }
    const nameLength = bytes.readUInt16LE(at + 28)
    const next =
      at + CENTRAL_HEADER.bytes + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if (next > end) {
      return refusal('not-a-zip')
    }
    listed.push({
      path: bytes.toString('utf8', at + CENTRAL_HEADER.bytes, at + CENTRAL_HEADER.bytes + nameLength),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedBytes: bytes.readUInt32LE(at + 20),
      bytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at = next
  }
  return at === end ? success(listed) : refusal('not-a-zip')
}

/** Bit 0: encrypted; bit 3: sizes follow the data. Neither is written here. */
const UNSUPPORTED_FLAGS = 0x0009

function readEntry(bytes: Buffer, entry: Listed): Result<ReadZipEntry, ZipEntryProblem['code']> {
  if (!isSafePath(entry.path)) {
    return refusal('entry-unsafe-path')
  }
  const method =
    entry.method === METHOD.stored ? 'stored' : entry.method === METHOD.deflated ? 'deflated' : null
  if (method === null || (entry.flags & UNSUPPORTED_FLAGS) !== 0) {
    return refusal('entry-unsupported')
  }
  const { offset: start } = entry
  const name = Buffer.from(entry.path, 'utf8')
  if (
    start + LOCAL_HEADER.bytes > bytes.length ||
    bytes.readUInt32LE(start) !== LOCAL_HEADER.signature ||
    bytes.readUInt16LE(start + 8) !== entry.method ||
    bytes.readUInt32LE(start + 14) !== entry.crc ||
    bytes.readUInt32LE(start + 18) !== entry.packedBytes ||
    bytes.readUInt32LE(start + 22) !== entry.bytes ||
    !bytes
      .subarray(start + LOCAL_HEADER.bytes, start + LOCAL_HEADER.bytes + bytes.readUInt16LE(start + 26))
      .equals(name)
  ) {
    return refusal('entry-headers-differ')
  }
  const dataStart = start + LOCAL_HEADER.bytes + name.length + bytes.readUInt16LE(start + 28)
  const end = dataStart + entry.packedBytes
  if (end > bytes.length) {
    return refusal('entry-damaged')
  }
  const unpacked = unpack(bytes.subarray(dataStart, end), method, entry.bytes)
  if (unpacked?.length !== entry.bytes || crc32(unpacked) !== entry.crc) {
    return refusal('entry-damaged')
  }
  return success({ path: entry.path, bytes: unpacked, method, start, end })
}

function unpack(packed: Buffer, method: 'stored' | 'deflated', declaredBytes: number): Buffer | null {
  if (method === 'stored') {
    return packed
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(declaredBytes, 1) })
  } catch {
    return null
  }
}

/** Relative, below its folder, and the same on every system. */
function isSafePath(path: string): boolean {
  return (
    path !== '' &&
    !path.includes('\\') &&
    !path.includes('\0') &&
    !path.includes(':') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  )
}
