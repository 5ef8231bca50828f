import { z } from 'zod'
import { auditExchangeReplySchema, auditExchangeRequestSchema } from './audit'
import { caseSchema, holdSchema, queueRowSchema } from './case'
import { commandOutcomeSchema, commandSchema } from './commands'
import { MOST_RESERVATIONS } from './limits'
import { proposalFateSchema } from './proposals'
import { activePackSchema } from './rulePacks'
import { serverHeadSchema } from '../audit/signedHeads'
import { instantSchema } from '../domain/filing'
import { idSchema, sha256Schema } from '../domain/identity'

/**
 * Hand-carry bundles: cases and work between a server and a desk that a network does not join (docs/sync.md). One direction each; the
 * content is signed by whoever made it and sealed for the one it is for. An enrolment is the reply to a desk that asked to be known
 * (`enrolment.ts`); it is written and opened like a bundle.
 */
export const CARRY_DIRECTIONS = ['to-desk', 'to-server', 'enrolment'] as const
export type CarryDirection = (typeof CARRY_DIRECTIONS)[number]

export const CARRY_LIMITS = {
  /** Ten cases with nine papers each, at the size that providers publish. Held in memory as a whole. */
  bundleBytes: 256 * 1024 * 1024,
  cases: 60,
  commands: 2000,
  auditRequests: 20,
  /** A fortnight: whoever is away longer asks again. */
  hours: 14 * 24,
} as const

/** Why a bundle is not taken; nothing of it has been applied. */
export const CARRY_PROBLEMS = [
  /** No bundle at all, or of a version that is not known here. */
  'not-a-bundle',
  /** Changed, cut off, or not what its maker signed. */
  'damaged',
  'other-direction',
  'other-server',
  'other-person',
  'other-machine',
  /** The maker's key is not the one known here. */
  'not-signed',
  /** This very bundle has been taken before. */
  'already-taken',
  /** Something newer has been taken, or heard over the network, since it was made. */
  'older-than-known',
  /** The account it comes from or goes to is closed. */
  'account-closed',
] as const
export const carryProblemSchema = z.enum(CARRY_PROBLEMS)
export type CarryProblem = z.output<typeof carryProblemSchema>

/** For whom and from whom; stands before the sealed part in clear and is covered by the signature. Ids tell nobody a name. */
export interface CarryHeader {
  readonly direction: CarryDirection
  readonly serverId: string
  readonly accountId: string
  readonly deviceId: string
}

/** Counts up for each direction and device, so that an old bundle is known for one. */
const numberSchema = z.number().int().positive()

export const toDeskSchema = z.strictObject({
  number: numberSchema,
  madeAt: instantSchema,
  /** Until when the holds in it last. */
  until: instantSchema,
  /** Answers to the commands of the last bundle that came from the desk. */
  outcomes: z.array(commandOutcomeSchema).max(CARRY_LIMITS.commands),
  /** Everything that the person has; what is not in it has ended. */
  holds: z.array(holdSchema).max(CARRY_LIMITS.cases),
  rows: z.array(queueRowSchema).max(CARRY_LIMITS.cases),
  cases: z.array(caseSchema).max(CARRY_LIMITS.cases),
  fates: z.array(proposalFateSchema),
  packs: z.array(activePackSchema),
  /** Files of the packs that the application did not come with. */
  packFiles: z.array(z.strictObject({ version: z.string(), files: z.record(z.string(), z.json()) })),
  /** What the server has of the device's audit chain; null while it refuses that chain. */
  audit: auditExchangeReplySchema.nullable(),
  serverHead: serverHeadSchema,
  /** Documents behind the text, in this order. */
  blobs: z.array(z.strictObject({ sha256: sha256Schema, bytes: z.number().int().nonnegative() })),
})
export type ToDesk = z.output<typeof toDeskSchema>

export const toServerSchema = z.strictObject({
  number: numberSchema,
  madeAt: instantSchema,
  /** Reservations that were drawn on the desk. */
  drawn: z.array(idSchema).max(CARRY_LIMITS.cases),
  /** Everything that the server has not answered, in the order in which it was given. */
  commands: z.array(commandSchema).max(CARRY_LIMITS.commands),
  audit: z.array(auditExchangeRequestSchema).max(CARRY_LIMITS.auditRequests),
})
export type ToServer = z.output<typeof toServerSchema>

export const carryOutRequestSchema = z.strictObject({
  /** Whose desk it is for. */
  username: z.string().min(1).max(60),
  /** Which of the person's desks; needed when there are several. */
  deviceId: idSchema.optional(),
  /** How long the holds last from now. */
  hours: z.number().int().min(1).max(CARRY_LIMITS.hours),
  /** Up to how many reservations the person is given besides. */
  reservations: z.number().int().min(0).max(MOST_RESERVATIONS),
})

export const carryInReplySchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('taken'),
    number: numberSchema,
    displayName: z.string(),
    applied: z.number().int().nonnegative(),
    refused: z.number().int().nonnegative(),
  }),
  z.strictObject({ outcome: z.literal('refused'), problem: carryProblemSchema }),
])
export type CarryInReply = z.output<typeof carryInReplySchema>
