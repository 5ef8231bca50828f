import { z } from 'zod'
import { caseSchema, holdSchema, queueRowSchema } from './case'
import { commandDeliverySchema, commandOutcomesSchema } from './commands'
import { FEED_PAGE_ROWS } from './limits'
import {
  activePacksReplySchema,
  dryRunChangesReplySchema,
  dryRunChangesRequestSchema,
  packFilesReplySchema,
  packOverviewSchema,
  packRequestSchema,
  packsOverviewSchema,
  proposalRequestSchema,
} from './rulePacks'
import { reuseOpenedSchema, reuseOpeningSchema, reuseReplySchema, reuseRequestSchema } from './reuse'
import { instantSchema, orderNumberSchema } from '../domain/filing'
import { idSchema } from '../domain/identity'
import { ROLES } from '../review/roles'
import { packDiffSchema } from '../rules/diffPacks'

/**
 * The HTTP interface of the review server: the only description of what crosses between workstation and server.
 * Server routes and the workstation's client are both built from these schemas.
 */

export const PROTOCOL_VERSION = 1

/** Closed codes of refused requests (status 4xx); the body is `errorBodySchema`. */
export const API_ERRORS = [
  'invalid-request',
  'unauthenticated',
  'wrong-credentials',
  'locked-out',
  'forbidden',
  'not-found',
  'conflict',
  'self-approval',
  'too-large',
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
})
export type User = z.output<typeof userSchema>

export const signInRequestSchema = z.strictObject({
  username: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(200),
})
export const signInReplySchema = z.strictObject({
  token: z.string().min(20),
  expiresAt: instantSchema,
  user: userSchema,
  /** Stable identity of this server's data: a workstation keeps one profile per server and user. */
  serverId: idSchema,
  /** How many cases a workstation keeps reserved for work without a network. */
  reservations: z.number().int().min(0).max(50),
})
export type SignInReply = z.output<typeof signInReplySchema>

export const feedRequestSchema = z.strictObject({
  /** Position after the last change already applied; 0 at the beginning. */
  after: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(FEED_PAGE_ROWS).default(FEED_PAGE_ROWS),
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

export const drawnSchema = z.strictObject({ hold: holdSchema, reason: drawReasonSchema })
export type Drawn = z.output<typeof drawnSchema>
export const drawReplySchema = z.strictObject({ drawn: drawnSchema.nullable() })
export const holdRequestSchema = z.strictObject({ caseId: idSchema })
export const holdReplySchema = z.strictObject({ hold: holdSchema })
/** All holds and reservations of the user after topping reservations up to `count`. */
export const reserveRequestSchema = z.strictObject({ count: z.number().int().min(0).max(50) })
export const holdsReplySchema = z.strictObject({ holds: z.array(holdSchema) })
export const releaseRequestSchema = z.strictObject({ caseId: idSchema, token: z.number().int().positive() })
export const releaseReplySchema = z.strictObject({ released: z.boolean() })

/** `checking`: the server is still walking its audit chain after a start. */
export const healthReplySchema = z.strictObject({
  status: z.literal('ok'),
  protocol: z.number().int().positive(),
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

/** Routes by name. `auth`: session of a person, key of the provider's filing system, or none. */
export const apiRoutes = {
  health: { method: 'GET', path: '/v1/health', auth: 'none', reply: healthReplySchema },
  signIn: {
    method: 'POST',
    path: '/v1/session',
    auth: 'none',
    body: signInRequestSchema,
    reply: signInReplySchema,
  },
  signOut: { method: 'DELETE', path: '/v1/session', auth: 'session', reply: z.strictObject({}) },
  feed: {
    method: 'GET',
    path: '/v1/feed',
    auth: 'session',
    query: feedRequestSchema,
    reply: feedReplySchema,
  },
  drawNext: {
    method: 'POST',
    path: '/v1/holds/next',
    auth: 'session',
    body: z.strictObject({}),
    reply: drawReplySchema,
  },
  hold: {
    method: 'POST',
    path: '/v1/holds',
    auth: 'session',
    body: holdRequestSchema,
    reply: holdReplySchema,
  },
  /** Renews every hold of the user and tops up reservations; what is not in the answer is lost. */
  reserve: {
    method: 'POST',
    path: '/v1/holds/reserve',
    auth: 'session',
    body: reserveRequestSchema,
    reply: holdsReplySchema,
  },
  release: {
    method: 'POST',
    path: '/v1/holds/release',
    auth: 'session',
    body: releaseRequestSchema,
    reply: releaseReplySchema,
  },
  case: {
    method: 'GET',
    path: '/v1/cases/:caseId',
    auth: 'session',
    params: caseRequestSchema,
    reply: caseSchema,
  },
  commands: {
    method: 'POST',
    path: '/v1/commands',
    auth: 'session',
    body: commandDeliverySchema,
    reply: commandOutcomesSchema,
  },
  /** Where else the pictures and numbers of a case were used; for whoever may read the case. */
  searchReuse: {
    method: 'POST',
    path: '/v1/reuse/search',
    auth: 'session',
    body: reuseRequestSchema,
    reply: reuseReplySchema,
  },
  /** Gives the right to one found picture of another case, for as long as the own case is held; recorded. */
  openReused: {
    method: 'POST',
    path: '/v1/reuse/openings',
    auth: 'session',
    body: reuseOpeningSchema,
    reply: reuseOpenedSchema,
  },
  /** Packs by which filings are judged; every workstation keeps them. */
  rulePacks: { method: 'GET', path: '/v1/rule-packs', auth: 'session', reply: activePacksReplySchema },
  /** Files of an imported pack in force. Bundled ones come with the application and are not handed out. */
  rulePackFiles: {
    method: 'GET',
    path: '/v1/rule-packs/:version',
    auth: 'session',
    params: packRequestSchema,
    reply: packFilesReplySchema,
  },
  /** For supervisors, like everything below. */
  ruleProposals: { method: 'GET', path: '/v1/rule-proposals', auth: 'session', reply: packsOverviewSchema },
  /** Against the pack in force today. */
  rulePackDiff: {
    method: 'GET',
    path: '/v1/rule-proposals/:packId/diff',
    auth: 'session',
    params: proposalRequestSchema,
    reply: packDiffSchema,
  },
  /** Judges the whole open queue; the answer comes when that is done. */
  dryRunRulePack: {
    method: 'POST',
    path: '/v1/rule-proposals/:packId/dry-run',
    auth: 'session',
    params: proposalRequestSchema,
    reply: packOverviewSchema,
  },
  dryRunChanges: {
    method: 'GET',
    path: '/v1/rule-proposals/:packId/dry-run',
    auth: 'session',
    params: proposalRequestSchema,
    query: dryRunChangesRequestSchema,
    reply: dryRunChangesReplySchema,
  },
  /** By another supervisor than the one who proposed it. */
  activateRulePack: {
    method: 'POST',
    path: '/v1/rule-proposals/:packId/activate',
    auth: 'session',
    params: proposalRequestSchema,
    reply: packOverviewSchema,
  },
  withdrawRulePack: {
    method: 'POST',
    path: '/v1/rule-proposals/:packId/withdraw',
    auth: 'session',
    params: proposalRequestSchema,
    reply: packOverviewSchema,
  },
} as const
/** The JSON Schema of `filing.json`, open to everybody who builds bundles. */
export const FILING_BUNDLE_SCHEMA_PATH = '/v1/schemas/filing-bundle.json'

/**
 * Three routes carry bytes rather than JSON:
 * `POST /v1/intake` (auth: intake key; body: a zip of one bundle, `application/zip`; reply `intakeReplySchema`, 201 or 422),
 * `GET /v1/cases/:caseId/documents/:sha256` (auth: session; `Range` honoured, `ETag` is the hash),
 * `POST /v1/rule-proposals` (auth: session of a supervisor; body: a zip of one signed rule pack; reply `proposeReplySchema`, 201 or 422).
 */
export const BYTE_ROUTES = {
  intake: '/v1/intake',
  document: '/v1/cases/:caseId/documents/:sha256',
  ruleProposal: '/v1/rule-proposals',
} as const
