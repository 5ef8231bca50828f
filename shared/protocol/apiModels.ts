import { z } from 'zod'
import { holdSchema, queueRowSchema } from './case'
import { drawGroundsSchema } from './drawGrounds'
import { FEED_MOST_ROWS, FEED_PAGE_ROWS } from './limits'
import { recoverySettingsSchema } from './recovery'
import { instantSchema, orderNumberSchema, provinceCodeSchema } from '../domain/filing'
import { idSchema } from '../domain/identity'
import { newPasswordSchema } from '../review/passwordRules'
import { ROLES } from '../review/roles'

export const PROTOCOL_VERSION = 1

/** Closed codes of refused requests (status 4xx); the body is `errorBodySchema`. */
export const API_ERRORS = [
  'invalid-request',
  'unauthenticated',
  'wrong-credentials',
  /** The password was given by a supervisor and is good for choosing another. */
  'one-time-password',
  /** The identity provider knows the person, and no account here is bound to them. */
  'identity-unknown',
  /** The identity provider does not answer. */
  'provider-unavailable',
  'locked-out',
  'forbidden',
  'not-found',
  'conflict',
  'self-approval',
  'too-large',
  /** More is asked than the server can do now; the same request may succeed after `Retry-After`. */
  'busy',
  'unexpected',
] as const
export type ApiErrorCode = (typeof API_ERRORS)[number]
export const errorBodySchema = z.strictObject({
  error: z.strictObject({ code: z.enum(API_ERRORS), message: z.string() }),
})

export const userSchema = z.strictObject({
  id: idSchema,
  username: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  /** Provinces whose cases the person is given first. Absent: all are alike. */
  provinces: z.array(provinceCodeSchema).min(1).max(40).optional(),
})
export type User = z.output<typeof userSchema>

export const signInRequestSchema = z.strictObject({
  username: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(200),
  /** In place of a one-time password, which opens nothing without it. */
  newPassword: newPasswordSchema.optional(),
})
/** Tokens of a sign-in. A workstation renews them by itself until the sign-in ends, half a day after its beginning. */
export const tokensSchema = z.strictObject({
  /** For `Authorization: Bearer …`; lives for a quarter of an hour. */
  token: z.string().min(20),
  expiresAt: instantSchema,
  /** Good for one renewal. Shown a second time, it ends the whole sign-in: somebody has a copy. */
  refreshToken: z.string().min(20),
  user: userSchema,
})
export type RefreshReply = z.output<typeof tokensSchema>
export const refreshRequestSchema = z.strictObject({ refreshToken: z.string().min(20).max(200) })

export const signInReplySchema = tokensSchema.extend({
  /** For whom workstations wrap their data keys a second time; absent where the provider has no recovery key. */
  recovery: recoverySettingsSchema.optional(),
  /** Stable identity of this server's data: a workstation keeps one profile per server and user. */
  serverId: idSchema,
  /** How many cases a workstation keeps reserved for work without a network. */
  reservations: z.number().int().min(0).max(50),
})
export type SignInReply = z.output<typeof signInReplySchema>

export const feedRequestSchema = z.strictObject({
  /** Position after the last change already applied; 0 at the beginning. */
  after: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(FEED_MOST_ROWS).default(FEED_PAGE_ROWS),
})
/**
 * Changed cases in the order in which they became visible; a case that changed twice appears once, at its latest
 * place. `more`: ask again at once.
 */
export const feedReplySchema = z.strictObject({
  rows: z.array(queueRowSchema),
  cursor: z.number().int().min(0),
  more: z.boolean(),
})
export type FeedReply = z.output<typeof feedReplySchema>

/** Why this case is the next one: shown in one line. */
export const drawReasonSchema = z.enum([
  'escalated',
  'second-review',
  'photo-waiting',
  'most-overdue',
  'due-first',
])
export type DrawReason = z.output<typeof drawReasonSchema>

export const drawnSchema = z.strictObject({
  hold: holdSchema,
  reason: drawReasonSchema,
  grounds: drawGroundsSchema,
})
export type Drawn = z.output<typeof drawnSchema>
export const drawReplySchema = z.strictObject({ drawn: drawnSchema.nullable() })
export const holdRequestSchema = z.strictObject({ caseId: idSchema })
export const holdReplySchema = z.strictObject({ hold: holdSchema })
/** All holds and reservations of the user after topping reservations up to `count`. */
export const reserveRequestSchema = z.strictObject({ count: z.number().int().min(0).max(50) })
export const holdsReplySchema = z.strictObject({ holds: z.array(holdSchema) })
export const releaseRequestSchema = z.strictObject({ caseId: idSchema, token: z.number().int().positive() })
export const releaseReplySchema = z.strictObject({ released: z.boolean() })

/**
 * The answer itself says that the database answers. `storage`: whether documents can be kept now. `audit` is `checking` while the
 * server still walks its audit chain after a start.
 */
export const healthReplySchema = z.strictObject({
  status: z.literal('ok'),
  protocol: z.number().int().positive(),
  storage: z.enum(['ok', 'failing']),
  audit: z.enum(['checking', 'intact', 'broken']),
})
export type HealthReply = z.output<typeof healthReplySchema>

export const caseRequestSchema = z.strictObject({ caseId: idSchema })

/** Why a bundle, or a part of it, was refused. `path` names the file or the field. */
export const INTAKE_PROBLEMS = [
  'archive-unreadable',
  'archive-too-large',
  'path-unsafe',
  'manifest-missing',
  'manifest-unreadable',
  'field-invalid',
  'document-missing',
  'document-empty',
  'document-too-large',
  'document-not-an-image',
  'document-format-refused',
  'document-several-pictures',
  'document-encrypted',
  'document-duplicate-id',
  'file-not-listed',
  'round-not-expected',
  'order-conflict',
  'order-unknown',
  'supplement-not-expected',
  'notice-not-expected',
] as const
export type IntakeProblemCode = (typeof INTAKE_PROBLEMS)[number]
export const intakeProblemSchema = z.strictObject({
  code: z.enum(INTAKE_PROBLEMS),
  path: z.string(),
  message: z.string(),
})
export type IntakeProblem = z.output<typeof intakeProblemSchema>
export const intakeReplySchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('accepted'),
    caseId: idSchema,
    orderNumber: orderNumberSchema,
    round: z.number().int().positive(),
    /** True when exactly this bundle had been received before; nothing was changed. */
    duplicate: z.boolean(),
  }),
  z.strictObject({ outcome: z.literal('refused'), problems: z.array(intakeProblemSchema).min(1) }),
])
export type IntakeReply = z.output<typeof intakeReplySchema>
