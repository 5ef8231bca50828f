import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { identityOf } from '../../../shared/protocol/carryKeys'

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Signs for one device. */
export interface DeviceSigner {
  /** 32 bytes, base64url without padding. */
  readonly publicKey: string
  /** 64 bytes, base64url without padding. */
  sign(message: string): string
  /** Identity (age) that opens what is sealed for this device. */
  readonly carryIdentity: string
}

/** `seed`: 32 bytes; the same seed is the same key. */
export function createDeviceSigner(seed: Uint8Array): DeviceSigner {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return {
    publicKey: x,
    carryIdentity: identityOf(createHash('sha512').update(seed).digest()),
    sign: (message) => sign(null, Buffer.from(message), key).toString('base64url'),
  }
}
