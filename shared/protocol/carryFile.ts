import { CARRY_DIRECTIONS, type CarryHeader } from './carry'
import type { AuditCrypto } from '../audit/auditCrypto'
import { idSchema } from '../domain/identity'
import { refusal, success, type Result } from '../result'

/**
 * How a hand-carry bundle lies in a file: one line in clear, then an age file. Within: the maker's signature, the length of a JSON
 * text, the text, and the documents it lists, one behind the other.
 */

const MAGIC = 'beian-desk/carry/v1'
/** The line has 144 bytes; what has none within this is no bundle. */
const LONGEST_LINE = 300
const NEWLINE = 10

/** What differs between platforms: text as UTF-8 and back, besides the primitives of signatures. */
export interface CarryCodec extends AuditCrypto {
  readonly encode: (text: string) => Uint8Array
  readonly decode: (bytes: Uint8Array) => string
}

/** The line in clear, with its end. */
export function carryLine({ direction, serverId, accountId, deviceId }: CarryHeader): string {
  return `${[MAGIC, direction, serverId, accountId, deviceId].join(' ')}\n`
}

/** Takes a file apart, without opening it. Null: no bundle. */
export function readCarryLine(
  file: Uint8Array,
): { readonly header: CarryHeader; readonly sealed: Uint8Array } | null {
  const end = file.subarray(0, LONGEST_LINE).indexOf(NEWLINE)
  const parts = String.fromCharCode(...file.subarray(0, Math.max(end, 0))).split(' ')
  const [magic, direction, serverId, accountId, deviceId] = parts
  const known = CARRY_DIRECTIONS.find((candidate) => candidate === direction)
  const ids = [serverId, accountId, deviceId].map((id) => idSchema.safeParse(id).data)
  const [server, account, device] = ids
  if (parts.length !== 5 || magic !== MAGIC || !known || !server || !account || !device) {
    return null
  }
  const header = { direction: known, serverId: server, accountId: account, deviceId: device }
  return { header, sealed: file.subarray(end + 1) }
}

/** What is signed: for whom and from whom, and the text. Documents hang on the hashes in the text. */
export function carryMessage(
  header: CarryHeader,
  text: string,
  { sha256 }: Pick<AuditCrypto, 'sha256'>,
): string {
  return `${carryLine(header)}${sha256(text)}`
}

/** The content before it is sealed. */
export function packCarry(
  text: string,
  signature: string,
  blobs: readonly Uint8Array[],
  { encode }: Pick<CarryCodec, 'encode'>,
): Uint8Array {
  const body = encode(text)
  const parts = [encode(`${signature}\n${body.length}\n`), body, ...blobs]
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    packed.set(part, at)
    at += part.length
  }
  return packed
}

/** What was sealed, and is not checked yet. */
interface Unsealed {
  readonly signature: string
  readonly text: string
  readonly rest: Uint8Array
}

/** Takes apart what was sealed. Null: it is not whole. */
export function cutCarry(packed: Uint8Array, { decode }: Pick<CarryCodec, 'decode'>): Unsealed | null {
  const signatureEnd = packed.indexOf(NEWLINE)
  const lengthEnd = packed.indexOf(NEWLINE, signatureEnd + 1)
  if (signatureEnd !== 86 || lengthEnd < 0 || lengthEnd > 100) {
    return null
  }
  const signature = decode(packed.subarray(0, signatureEnd))
  const length = Number(decode(packed.subarray(signatureEnd + 1, lengthEnd)))
  const end = lengthEnd + 1 + length
  if (!Number.isSafeInteger(length) || end > packed.length) {
    return null
  }
  return { signature, text: decode(packed.subarray(lengthEnd + 1, end)), rest: packed.subarray(end) }
}

/** Whether whoever has the private half of this key made it. */
export function isCarrySigned(
  { signature, text }: Unsealed,
  header: CarryHeader,
  publicKey: string,
  crypto: AuditCrypto,
): boolean {
  return crypto.verifyEd25519(publicKey, carryMessage(header, text, crypto), signature)
}

/** Opens what was sealed, and checks who made it. `publicKey`: the maker's, as it is known here. */
export function unpackCarry(
  packed: Uint8Array,
  header: CarryHeader,
  publicKey: string,
  codec: CarryCodec,
): Result<{ readonly text: string; readonly rest: Uint8Array }, 'damaged' | 'not-signed'> {
  const unsealed = cutCarry(packed, codec)
  if (!unsealed) {
    return refusal('damaged')
  }
  return isCarrySigned(unsealed, header, publicKey, codec) ? success(unsealed) : refusal('not-signed')
}

/** The documents behind the text, by hash; null when they are not as long as the text says. */
export function cutBlobs(
  rest: Uint8Array,
  listed: ReadonlyArray<{ readonly sha256: string; readonly bytes: number }>,
): ReadonlyMap<string, Uint8Array> | null {
  const blobs = new Map<string, Uint8Array>()
  let at = 0
  for (const { sha256, bytes } of listed) {
    blobs.set(sha256, rest.subarray(at, at + bytes))
    at += bytes
  }
  return at === rest.length ? blobs : null
}
