import { z } from 'zod'
import { serverKeySchema } from './audit'
import { userSchema } from './apiModels'
import { recoverySettingsSchema } from './recovery'
import type { AuditCrypto } from '../audit/auditCrypto'
import {
  countersignatureSchema,
  publicKeySchema,
  serverHeadSchema,
  signatureSchema,
} from '../audit/signedHeads'
import { canonicalJson } from '../canonicalJson'
import { instantSchema } from '../domain/filing'
import { idSchema } from '../domain/identity'

/**
 * Enrolment by file: how a desk that never meets a network and its server come to know each other's key (docs/sync.md). The
 * desk's request is signed and holds no secret; the reply is a file like a hand-carry bundle, signed by the server and sealed for
 * the desk. Neither side knows the other's key before: at each end a person types the fingerprint that the other end shows.
 */

/** The request, a JSON file. Whoever made it has the private half of `publicKey`. */
export const enrolmentRequestSchema = z.strictObject({
  format: z.literal('beian-desk/enrolment-request'),
  /** Whose desk it is to be. */
  username: z.string().regex(/^\P{C}{1,60}$/u),
  deviceId: idSchema,
  publicKey: publicKeySchema,
  madeAt: instantSchema,
  /** 64 bytes over `enrolmentMessage`, base64url without padding. */
  signature: signatureSchema,
})
export type EnrolmentRequest = z.output<typeof enrolmentRequestSchema>

/** Far more than a request or a reply has. */
export const ENROLMENT_BYTES = 64 * 1024

/** What the desk signs, under a name of its own, so that the signature means nothing anywhere else. */
export function enrolmentMessage({
  username,
  deviceId,
  publicKey,
  madeAt,
}: Omit<EnrolmentRequest, 'format' | 'signature'>): string {
  return `beian-desk/enrolment-request ${canonicalJson({ username, deviceId, publicKey, madeAt })}`
}

/** Whether the desk that is named has made the request. */
export function isEnrolmentSigned(request: EnrolmentRequest, crypto: AuditCrypto): boolean {
  return crypto.verifyEd25519(request.publicKey, enrolmentMessage(request), request.signature)
}

/** What is in the reply: all that a first sign-in tells, but no token. */
export const enrolmentSchema = z.strictObject({
  madeAt: instantSchema,
  /** The key signs the reply, later bundles, and what the server says of audit chains. */
  server: serverKeySchema,
  user: userSchema,
  /** As in `signInReplySchema`. */
  reservations: z.number().int().min(0).max(50),
  recovery: recoverySettingsSchema.optional(),
  /** The server's word on the empty chain of the desk, and on its own. */
  countersignature: countersignatureSchema,
  serverHead: serverHeadSchema,
})
export type Enrolment = z.output<typeof enrolmentSchema>

/** Why the server enrols no desk by a request; nothing has been changed. */
const ENROLMENT_REFUSALS = [
  /** Not signed by the key it names: changed, or made by somebody who does not have that key. */
  'not-signed',
  'account-unknown',
  'account-closed',
  /** The role has no cases, so there is nothing to carry. */
  'no-cases',
  /** The id of the desk is known with another key. */
  'other-key',
  /** The desk is a colleague's. */
  'other-person',
  /** The desk has been at work since: its chain has entries. */
  'already-enrolled',
] as const
export type EnrolmentRefusal = (typeof ENROLMENT_REFUSALS)[number]

export const enrolmentAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('enrolled'),
    displayName: z.string(),
    /** Its fingerprint is what the person at the desk is told. */
    serverKey: publicKeySchema,
    /** The reply as a file, base64. */
    file: z.base64().max(2 * ENROLMENT_BYTES),
  }),
  z.strictObject({ outcome: z.literal('refused'), problem: z.enum(ENROLMENT_REFUSALS) }),
])
export type EnrolmentAnswer = z.output<typeof enrolmentAnswerSchema>

/** Why the desk takes no reply; it still waits then, and nothing has been changed. */
const ENROLMENT_PROBLEMS = [
  /** No reply at all, or of a version that is not known here. */
  'not-a-reply',
  /** A hand-carry bundle. */
  'other-direction',
  /** For another desk, or for a request that was given up. */
  'other-machine',
  /** Changed or cut off. */
  'damaged',
  /** Not signed by the server that it names. */
  'not-signed',
  /** The server is not the one whose fingerprint was typed. */
  'other-server',
  'other-person',
  /** This desk is enrolled, or its key has been in use elsewhere. */
  'already-enrolled',
] as const
export const enrolmentProblemSchema = z.enum(ENROLMENT_PROBLEMS)
export type EnrolmentProblem = z.output<typeof enrolmentProblemSchema>
