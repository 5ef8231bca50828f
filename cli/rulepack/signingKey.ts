import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { z } from 'zod'
import { packCrypto } from '../../electron/common/crypto/packCrypto'
import {
  keyIdOf,
  packDigest,
  signedMessage,
  trustedKeySchema,
  type PackSignature,
  type TrustedKey,
} from '../../shared/rules/packSignature'

/** The private half of a key with its public half, as `rulepack new-key` writes it. */
export const signingKeySchema = trustedKeySchema.extend({
  note: z.string(),
  /** 32 bytes, base64url. */
  privateKey: z.string().regex(/^[\w-]{43}$/),
})
export type SigningKey = z.output<typeof signingKeySchema>

/** A fresh key of this name. */
export function makeSigningKey(name: string): SigningKey {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  if (x === undefined || d === undefined) {
    throw new Error('The platform made no Ed25519 key')
  }
  return {
    note: 'Private key for signing rule packs. Whoever has it can sign in its name: keep it off servers and workstations.',
    keyId: keyIdOf(x, packCrypto),
    name,
    publicKey: x,
    privateKey: d,
  }
}

/** The half that may be given to anybody. */
export function publicHalf({ keyId, name, publicKey }: SigningKey): TrustedKey {
  return { keyId, name, publicKey }
}

/** Signs the content of a pack given by file name with its JSON read; a signature already among them does not count. */
export function signPack(files: Readonly<Record<string, unknown>>, key: SigningKey): PackSignature {
  const digest = packDigest(files, packCrypto)
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.publicKey, d: key.privateKey }
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' })
  const signature = sign(null, Buffer.from(signedMessage(digest)), privateKey).toString('base64url')
  return { algorithm: 'ed25519', keyId: key.keyId, digest, signature }
}
