import { z } from 'zod'
import { canonicalJson } from '../canonicalJson'
import { instantSchema } from '../domain/filing'
import { keyIdOf, type PackCrypto, type TrustedKey } from '../rules/packSignature'

/** The public half of an X25519 key as age writes it. */
export const RECOVERY_RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/

/**
 * For whom every workstation of the team wraps its data key a second time, so that work is not lost with a password.
 * Signed by a key of the provider: a server that has fallen into the wrong hands must not name somebody else.
 */
export const recoverySettingsSchema = z.strictObject({
  format: z.literal('beian-desk/recovery'),
  recipient: z.string().regex(RECOVERY_RECIPIENT),
  issuedAt: instantSchema,
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  /** 64 bytes over `recoveryMessage`, base64url without padding. */
  signature: z.string().regex(/^[\w-]{86}$/),
})
export type RecoverySettings = z.output<typeof recoverySettingsSchema>

/** What is signed, under a name of its own, so that the signature means nothing anywhere else. */
export function recoveryMessage({
  recipient,
  issuedAt,
}: Pick<RecoverySettings, 'recipient' | 'issuedAt'>): string {
  return `beian-desk/recovery ${canonicalJson({ recipient, issuedAt })}`
}

/** Whether one of the keys answers for these settings. */
export function isRecoverySigned(
  settings: RecoverySettings,
  keys: readonly TrustedKey[],
  crypto: PackCrypto,
): boolean {
  const key = keys.find((candidate) => candidate.keyId === settings.keyId)
  return (
    key !== undefined &&
    keyIdOf(key.publicKey, crypto) === settings.keyId &&
    crypto.verifyEd25519(key.publicKey, recoveryMessage(settings), settings.signature)
  )
}
