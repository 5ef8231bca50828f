import { createPrivateKey, sign } from 'node:crypto'
import type { SigningKey } from '../rulepack/signingKey'
import { recoveryMessage, type RecoverySettings } from '../../shared/protocol/recovery'

/** Settings for the server (`RECOVERY_FILE`), signed by a key of the provider. `issuedAt` is an ISO instant. */
export function signRecovery(recipient: string, issuedAt: string, key: SigningKey): RecoverySettings {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.publicKey, d: key.privateKey }
  const message = Buffer.from(recoveryMessage({ recipient, issuedAt }))
  const signature = sign(null, message, createPrivateKey({ key: jwk, format: 'jwk' })).toString('base64url')
  return { format: 'beian-desk/recovery', recipient, issuedAt, keyId: key.keyId, signature }
}
