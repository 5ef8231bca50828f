import { z } from 'zod'
import { REFUSAL_CODES } from '../protocol/commands'
import { proposalFateSchema } from '../protocol/proposals'

/**
 * Closed codes of refused calls. Wording for people is looked up by code in the renderer's messages; the message
 * beside it is for developers and never carries personal data.
 */
export const FAILURE_CODES = [
  'invalid-request',
  'untrusted-sender',
  'not-signed-in',
  'wrong-credentials',
  'locked-out',
  'one-time-password',
  'identity-unknown',
  'provider-unavailable',
  'company-refused',
  'wrong-passphrase',
  'account-taken',
  'account-closed',
  'former-password',
  'untrusted-server',
  'offline-sign-in-impossible',
  /** Somebody has signed in under that name on this machine. */
  'already-enrolled',
  'offline',
  'server-busy',
  'not-found',
  'not-held',
  'already-decided',
  'nothing-to-draw',
  'held-by-other',
  'self-approval',
  'forbidden',
  'gate',
  'rule-pack-unknown',
  'rule-pack-conflict',
  'second-person-needed',
  /** There is nobody else in the team who could give a second review. */
  'nobody-else',
  'documents-missing',
  'not-acknowledged',
  'cancelled',
  'disk-full',
  'folder-missing',
  'not-writable',
  'different-file-exists',
  'media-failed',
  'requirements-missing',
  'not-identical',
  'storage',
  'unexpected',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

export const failureSchema = z.strictObject({
  code: z.enum(FAILURE_CODES),
  message: z.string(),
  retryable: z.boolean(),
  /** For `gate`: what still keeps the decision from being made. */
  problems: z.array(z.strictObject({ code: z.string(), lineIds: z.array(z.string()) })).optional(),
})
export type Failure = z.output<typeof failureSchema>

export type IpcResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** State of something waiting to be sent. `refused` stays, with its content, until a person settles it. */
export const OUTBOX_STATES = ['queued', 'sending', 'applied', 'refused'] as const
export const outboxItemSchema = z.strictObject({
  id: z.uuid(),
  caseId: z.uuid(),
  orderNumber: z.string(),
  kind: z.enum([
    'decide',
    'record-submission',
    'record-notice',
    'adopt-rule-pack',
    'answer-proposal',
    'record-call',
    'leave-note',
  ]),
  verdict: z.enum(['pass', 'return', 'escalate']).nullable(),
  state: z.enum(OUTBOX_STATES),
  recordedAt: z.string(),
  attempts: z.number().int().nonnegative(),
  refusal: z.enum(REFUSAL_CODES).nullable(),
  /** A decision that came too late is kept beside its case, and later somebody answers it. */
  late: z.strictObject({ answer: proposalFateSchema.shape.answer }).optional(),
  /** The server could not answer this one; it is tried again then, or at once when the person asks. */
  nextTryAt: z.string().optional(),
})
export type OutboxItem = z.output<typeof outboxItemSchema>
