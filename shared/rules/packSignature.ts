import { z } from 'zod'
import { canonicalJson } from '../canonicalJson'
import { sha256Schema } from '../domain/identity'
import { refusal, success, type Result } from '../result'
import type { RulePackProblem } from './rulePack'

/** The file beside `pack.json` that says who answers for the pack. It is no part of what it signs. */
export const SIGNATURE_FILE = 'signature.json'

/** 32 bytes of an Ed25519 key, base64url without padding. */
const keyBytesSchema = z.string().regex(/^[\w-]{43}$/)
const keyIdSchema = z.string().regex(/^[0-9a-f]{16}$/)

export const packSignatureSchema = z.strictObject({
  algorithm: z.literal('ed25519'),
  keyId: keyIdSchema,
  /** Of the pack's content, see `packDigest`. */
  digest: sha256Schema,
  /** 64 bytes over `signedMessage(digest)`, base64url without padding. */
  signature: z.string().regex(/^[\w-]{86}$/),
})
export type PackSignature = z.output<typeof packSignatureSchema>

/** A public key of somebody whose packs are taken. */
export const trustedKeySchema = z.strictObject({
  keyId: keyIdSchema,
  /** Who holds the private half, as people are told. */
  name: z.string().min(1).max(80),
  publicKey: keyBytesSchema,
})
export type TrustedKey = z.output<typeof trustedKeySchema>
export const trustedKeysSchema = z.strictObject({ keys: z.array(trustedKeySchema).max(50) })

/** The two primitives that differ between platforms. */
export interface PackCrypto {
  /** Lower-case hex of text in UTF-8. */
  readonly sha256: (text: string) => string
  /** Key and signature are base64url, the message is text in UTF-8. False also for a key that is none. */
  readonly verifyEd25519: (publicKey: string, message: string, signature: string) => boolean
}

/** A key is named by its own bytes, so that no list can give a known name to another key. */
export function keyIdOf(publicKey: string, crypto: Pick<PackCrypto, 'sha256'>): string {
  return crypto.sha256(publicKey).slice(0, 16)
}

/** SHA-256 of the canonical content of all files but the signature: spaces, line ends and order of keys do not count. */
export function packDigest(
  files: Readonly<Record<string, unknown>>,
  crypto: Pick<PackCrypto, 'sha256'>,
): string {
  const { [SIGNATURE_FILE]: _signature, ...content } = files
  return crypto.sha256(canonicalJson(content))
}

/** What is signed: the digest under a name of its own, so that the signature means nothing anywhere else. */
export function signedMessage(digest: string): string {
  return `beian-desk/rule-pack sha256:${digest}`
}

/**
 * Whether one of the keys answers for exactly this content. Answers who does; a refusal names the signature and the
 * field of it that does not fit.
 */
export function checkPackSignature(
  files: Readonly<Record<string, unknown>>,
  keys: readonly TrustedKey[],
  crypto: PackCrypto,
): Result<{ readonly digest: string; readonly key: TrustedKey }, readonly RulePackProblem[]> {
  const refused = (field: string, message: string) =>
    refusal([{ file: SIGNATURE_FILE, ruleId: null, field, message }])
  if (!Object.hasOwn(files, SIGNATURE_FILE)) {
    return refused('', 'is missing: the pack is not signed')
  }
  const parsed = packSignatureSchema.safeParse(files[SIGNATURE_FILE])
  if (!parsed.success) {
    return refusal(
      parsed.error.issues.map((issue) => ({
        file: SIGNATURE_FILE,
        ruleId: null,
        field: issue.path.join('.'),
        message: issue.message,
      })),
    )
  }
  const { keyId, digest, signature } = parsed.data
  const key = keys.find((candidate) => candidate.keyId === keyId)
  if (key === undefined || keyIdOf(key.publicKey, crypto) !== keyId) {
    return refused('keyId', `no trusted key ${keyId}`)
  }
  if (packDigest(files, crypto) !== digest) {
    return refused('digest', 'does not fit: the pack was changed after it was signed')
  }
  if (!crypto.verifyEd25519(key.publicKey, signedMessage(digest), signature)) {
    return refused('signature', `was not made by key ${keyId}`)
  }
  return success({ digest, key })
}
