import { createCipheriv, createDecipheriv } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { deriveKey } from './deriveKey'

/**
 * Sealed files: bytes at rest under authenticated encryption, in chunks so that a part can be read without the rest.
 *
 *     header  32 bytes   "BDSF", version, 3 bytes zero, random file id (16), length of the content (8, big endian)
 *     chunk   64 KiB + 16 bytes tag, the last one shorter; an empty content has one empty chunk
 *
 * Each file has its own key, derived from the store's key and the file id. The nonce of a chunk is its number and
 * whether it is the last one; header and `context` (what the file is, for instance its name) are authenticated with
 * every chunk. So a flipped byte, a cut end, chunks in another order, a chunk of another file and a whole file put in
 * another's place are all refused.
 */

const MAGIC = Buffer.from('BDSF', 'latin1')
const VERSION = 1
const HEADER_BYTES = 32
const FILE_ID_BYTES = 16
const TAG_BYTES = 16
export const CHUNK_BYTES = 64 * 1024
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES

/** The sealed bytes are not what was written here. The message never tells any of the content. */
export class SealedFileDamaged extends Error {
  constructor(what: string) {
    super(`Sealed file refused: ${what}`)
    this.name = 'SealedFileDamaged'
  }
}

interface Header {
  readonly bytes: Buffer
  readonly fileId: Buffer
  readonly length: number
}

/** Bytes of the file that seals `content`. `key` has 32 bytes; `context` must be given again to open it. */
export function seal(
  key: Uint8Array,
  context: string,
  content: Uint8Array,
  randomBytes: (count: number) => Uint8Array,
): Uint8Array {
  const header = makeHeader(randomBytes(FILE_ID_BYTES), content.length)
  const fileKey = fileKeyOf(key, header)
  const chunks: Uint8Array[] = [header.bytes]
  const last = lastChunkOf(header.length)
  for (let index = 0; index <= last; index += 1) {
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(index, index === last))
    cipher.setAAD(associatedData(header, context))
    const start = index * CHUNK_BYTES
    chunks.push(
      cipher.update(content.subarray(start, start + CHUNK_BYTES)),
      cipher.final(),
      cipher.getAuthTag(),
    )
  }
  fileKey.fill(0)
  return Buffer.concat(chunks)
}

/**
 * Opens the part of a sealed file that `range` asks for (`end` not included; cut to the content), or all of it.
 * Throws `SealedFileDamaged` when any chunk of that part, or the file's length, is not as it was written; errors of
 * the file system pass through.
 */
export function readSealedFile(
  file: string,
  key: Uint8Array,
  context: string,
  range: { readonly start: number; readonly end: number } = { start: 0, end: Number.MAX_SAFE_INTEGER },
): Uint8Array<ArrayBuffer> {
  const handle = openSync(file, 'r')
  try {
    const header = parseHeader(readAt(handle, 0, HEADER_BYTES))
    if (fstatSync(handle).size !== sealedSize(header.length)) {
      throw new SealedFileDamaged('its size is not the one in its header')
    }
    return openRange(handle, header, { key, context, ...clampRange(range, header.length) })
  } finally {
    closeSync(handle)
  }
}

interface Opening {
  readonly key: Uint8Array
  readonly context: string
  readonly start: number
  readonly end: number
}

function openRange(handle: number, header: Header, opening: Opening): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(opening.end - opening.start)
  const fileKey = fileKeyOf(opening.key, header)
  const last = lastChunkOf(header.length)
  const firstNeeded = Math.floor(opening.start / CHUNK_BYTES)
  const lastNeeded = Math.min(last, Math.floor(Math.max(opening.start, opening.end - 1) / CHUNK_BYTES))
  for (let index = firstNeeded; index <= lastNeeded; index += 1) {
    const sealed = readAt(
      handle,
      HEADER_BYTES + index * SEALED_CHUNK_BYTES,
      sealedChunkSize(index, header.length),
    )
    const chunk = openChunk(
      fileKey,
      sealed,
      nonceOf(index, index === last),
      associatedData(header, opening.context),
    )
    const chunkStart = index * CHUNK_BYTES
    const from = Math.max(opening.start, chunkStart)
    const to = Math.min(opening.end, chunkStart + chunk.length)
    content.set(chunk.subarray(from - chunkStart, to - chunkStart), from - opening.start)
  }
  fileKey.fill(0)
  return content
}

function openChunk(fileKey: Buffer, sealed: Buffer, nonce: Buffer, associated: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(associated)
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()])
  } catch {
    throw new SealedFileDamaged('a chunk does not verify')
  }
}

function makeHeader(fileId: Uint8Array, length: number): Header {
  const bytes = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(bytes)
  bytes.writeUInt8(VERSION, 4)
  bytes.set(fileId, 8)
  bytes.writeBigUInt64BE(BigInt(length), 24)
  return { bytes, fileId: bytes.subarray(8, 24), length }
}

function parseHeader(bytes: Buffer): Header {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC) || bytes.readUInt32BE(4) !== VERSION << 24) {
    throw new SealedFileDamaged('no header of a known version')
  }
  const length = Number(bytes.readBigUInt64BE(24))
  if (!Number.isSafeInteger(length)) {
    throw new SealedFileDamaged('no such length')
  }
  return { bytes, fileId: bytes.subarray(8, 24), length }
}

function fileKeyOf(key: Uint8Array, header: Header): Buffer {
  return deriveKey(key, 'beian-desk/sealed-file/v1', header.fileId)
}

function associatedData(header: Header, context: string): Buffer {
  return Buffer.concat([header.bytes, Buffer.from(context, 'utf8')])
}

/** Seven bytes zero, the chunk's number, and whether it is the last. The file's key is used for this file alone. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

function lastChunkOf(length: number): number {
  return Math.max(0, Math.ceil(length / CHUNK_BYTES) - 1)
}

function sealedSize(length: number): number {
  return HEADER_BYTES + length + (lastChunkOf(length) + 1) * TAG_BYTES
}

function sealedChunkSize(index: number, length: number): number {
  return Math.min(CHUNK_BYTES, length - index * CHUNK_BYTES) + TAG_BYTES
}

function clampRange(range: { readonly start: number; readonly end: number }, length: number) {
  const start = Math.min(Math.max(0, range.start), length)
  return { start, end: Math.max(start, Math.min(range.end, length)) }
}

function readAt(handle: number, position: number, count: number): Buffer {
  const bytes = Buffer.alloc(count)
  for (let read = 0; read < count;) {
    const got = readSync(handle, bytes, read, count - read, position + read)
    if (got === 0) {
      throw new SealedFileDamaged('it ends too early')
    }
    read += got
  }
  return bytes
}
