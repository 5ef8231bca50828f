import { z } from 'zod'
import { REFUSAL_CODES } from '../protocol/commands'

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
  'offline-sign-in-impossible',
  'offline',
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
  'documents-missing',
  'not-acknowledged',
  'cancelled',
  'disk-full',
  'folder-missing',
  'not-writable',
  'different-file-exists',
  'media-failed',
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
  kind: z.enum(['decide', 'record-submission', 'record-notice', 'adopt-rule-pack']),
  verdict: z.enum(['pass', 'return', 'escalate']).nullable(),
  state: z.enum(OUTBOX_STATES),
  recordedAt: z.string(),
  attempts: z.number().int().nonnegative(),
  refusal: z.enum(REFUSAL_CODES).nullable(),
})
export type OutboxItem = z.output<typeof outboxItemSchema>
