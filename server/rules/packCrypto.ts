import { createPublicKey, verify } from 'node:crypto'
import { sha256 } from '../store/sha256'
import type { PackCrypto } from '../../shared/rules/packSignature'

/** Node's half of verifying rule packs. */
export const packCrypto: PackCrypto = {
  sha256,
  verifyEd25519(publicKey, message, signature) {
    try {
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
      return verify(null, Buffer.from(message), key, Buffer.from(signature, 'base64url'))
    } catch {
      return false
    }
  },
}
