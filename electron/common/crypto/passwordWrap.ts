import { createCipheriv, createDecipheriv } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import { canonicalJson } from '../../../shared/canonicalJson'
import { KEY_BYTES } from './deriveKey'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const SALT_BYTES = 16

/** Cost of turning a password into a key; kept beside the wrapped key so that it can be raised later. */
export interface KdfCost {
  readonly memoryKiB: number
  readonly passes: number
  readonly parallelism: number
}

/** RFC 9106, second recommended option (64 MiB, 3 passes), with one lane: WebAssembly has one thread. */
export const DEFAULT_KDF_COST: KdfCost = { memoryKiB: 64 * 1024, passes: 3, parallelism: 1 }

const base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, { error: 'Wrong length' })

/** A key wrapped by a password: AES-256-GCM under an Argon2id key, everything but the password beside it. */
export const passwordWrapSchema = z.strictObject({
  kind: z.literal('password'),
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    // Upper bounds keep a damaged file from taking the machine's memory or an hour.
    memoryKiB: z
      .number()
      .int()
      .min(8)
      .max(1024 * 1024),
    passes: z.number().int().min(1).max(64),
    parallelism: z.number().int().min(1).max(16),
    salt: base64(SALT_BYTES),
  }),
  nonce: base64(NONCE_BYTES),
  wrapped: base64(KEY_BYTES + TAG_BYTES),
})
type PasswordWrap = z.output<typeof passwordWrapSchema>

/** Wraps a 32-byte key so that this password opens it. */
export async function wrapKey(
  key: Uint8Array,
  password: string,
  cost: KdfCost,
  randomBytes: (count: number) => Uint8Array,
): Promise<PasswordWrap> {
  const kdf = { name: 'argon2id' as const, ...cost, salt: encode(randomBytes(SALT_BYTES)) }
  const nonce = randomBytes(NONCE_BYTES)
  const wrappingKey = await passwordKey(password, kdf)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
  cipher.setAAD(Buffer.from(canonicalJson(kdf)))
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  wrappingKey.fill(0)
  return { kind: 'password', kdf, nonce: encode(nonce), wrapped: encode(wrapped) }
}

/** The key, or null when the password is not the one it was wrapped with. */
export async function unwrapKey(wrap: PasswordWrap, password: string): Promise<Buffer | null> {
  if (password === '') {
    return null
  }
  const wrappingKey = await passwordKey(password, wrap.kdf)
  const wrapped = Buffer.from(wrap.wrapped, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(wrap.nonce, 'base64'), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(canonicalJson(wrap.kdf)))
  decipher.setAuthTag(wrapped.subarray(KEY_BYTES))
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, KEY_BYTES)), decipher.final()])
  } catch {
    // The tag is the only thing that can fail here, and the only thing that tells a wrong password.
    return null
  } finally {
    wrappingKey.fill(0)
  }
}

async function passwordKey(password: string, kdf: PasswordWrap['kdf']): Promise<Uint8Array> {
  return argon2id({
    // The same password typed on another system may arrive in another normal form.
    password: password.normalize('NFC'),
    salt: Buffer.from(kdf.salt, 'base64'),
    parallelism: kdf.parallelism,
    iterations: kdf.passes,
    memorySize: kdf.memoryKiB,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  })
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
