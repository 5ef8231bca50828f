import { z } from 'zod'
import { deviceEntrySchema, serverEntrySchema } from '../audit/chainEntries'
import {
  countersignatureSchema,
  deviceHeadSchema,
  publicKeySchema,
  serverHeadSchema,
} from '../audit/signedHeads'
import { instantSchema, orderNumberSchema } from '../domain/filing'
import { idSchema, sha256Schema } from '../domain/identity'
import { ROLES } from '../review/roles'

/** What workstations and auditors exchange with the review server about the audit chains. */

/** `server`, or the id of a device. */
const chainNameSchema = z.string().regex(/^(?:server|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/)

/** Entries of a device in one exchange. */
const AUDIT_ENTRIES_PER_EXCHANGE = 500
/** Entries in one page of what an auditor reads. */
const AUDIT_PAGE = 200

/** Key under which a device seals changes of a case; 32 bytes, hex. */
const deviceKeySchema = z.strictObject({ caseId: idSchema, key: sha256Schema })

/** An entry of a device by its number and hash; number 0 is the beginning. */
const placeSchema = z.strictObject({ sequence: z.number().int().nonnegative(), hash: sha256Schema })
export type ChainPlace = z.output<typeof placeSchema>

/** A device's new entries, its head under its own signature, and the server head that it was shown last. */
export const auditExchangeRequestSchema = z.strictObject({
  deviceId: idSchema,
  publicKey: publicKeySchema,
  /** Of the last entry in `entries`, or of the last one acknowledged when there are none. */
  head: deviceHeadSchema,
  entries: z.array(deviceEntrySchema).max(AUDIT_ENTRIES_PER_EXCHANGE),
  keys: z.array(deviceKeySchema).max(AUDIT_ENTRIES_PER_EXCHANGE),
  serverHead: serverHeadSchema.nullable(),
  /**
   * What the server said a moment ago that it has of this chain, when it refused it as too short; null otherwise. A request that the
   * network delivers late, after newer ones, cannot say it: that is how such a one is told from a chain that was cut.
   */
  disputed: placeSchema.nullable(),
})
export type AuditExchangeRequest = z.output<typeof auditExchangeRequestSchema>

/**
 * Why a device's chain is not taken: it is shorter than what the server has of it, or it says something else where the
 * server has entries already.
 */
const CHAIN_PROBLEMS = ['truncated', 'forked'] as const
export type ChainProblem = (typeof CHAIN_PROBLEMS)[number]

export const serverKeySchema = z.strictObject({ id: idSchema, publicKey: publicKeySchema })
export const auditExchangeReplySchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('countersigned'),
    server: serverKeySchema,
    countersignature: countersignatureSchema,
    serverHead: serverHeadSchema,
    /** Whether the server head that the device brought stands in the server's chain; null when it brought none. */
    continuesServerHead: z.boolean().nullable(),
  }),
  z.strictObject({
    outcome: z.literal('refused'),
    problem: z.enum(CHAIN_PROBLEMS),
    /** Last entry that the server has of this device. */
    known: placeSchema,
  }),
])
export type AuditExchangeReply = z.output<typeof auditExchangeReplySchema>

/** What an auditor asks for; all of it must fit. */
export const auditQuerySchema = z.strictObject({
  /** `server`, or the id of a device. */
  chain: chainNameSchema,
  /** Entries before this one, newest first; the newest when absent. */
  before: z.number().int().positive().optional(),
  person: idSchema.optional(),
  orderNumber: orderNumberSchema.optional(),
  kind: z.string().min(1).max(60).optional(),
  /** China calendar days, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  limit: z.number().int().min(1).max(AUDIT_PAGE),
})
export type AuditQuery = z.output<typeof auditQuerySchema>
/** The same as it stands in an address. */
export const auditListRequestSchema = auditQuerySchema.extend({
  chain: auditQuerySchema.shape.chain.default('server'),
  before: z.coerce.number().int().positive().optional(),
  caseId: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(AUDIT_PAGE).default(100),
})

/** An entry as an auditor sees it. `change`: `none` was sealed, it is open here, or its key is `destroyed`. */
const auditViewEntrySchema = z.strictObject({
  sequence: z.number().int().positive(),
  at: instantSchema,
  kind: z.string(),
  person: z.strictObject({ id: idSchema, displayName: z.string() }).nullable(),
  caseId: idSchema.nullable(),
  orderNumber: orderNumberSchema.nullable(),
  /** Canonical JSON of codes, numbers and hashes. */
  detail: z.string(),
  change: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('none') }),
    z.strictObject({ state: z.literal('destroyed') }),
    /** Canonical JSON of what stood before and after. */
    z.strictObject({ state: z.literal('open'), before: z.string(), after: z.string() }),
  ]),
  hash: sha256Schema,
})
export type AuditViewEntry = z.output<typeof auditViewEntrySchema>
export const auditListReplySchema = z.strictObject({
  entries: z.array(auditViewEntrySchema),
  more: z.boolean(),
})

/** A workstation's chain as the server knows it. */
const auditDeviceSchema = z.strictObject({
  id: idSchema,
  publicKey: publicKeySchema,
  person: z.strictObject({ id: idSchema, displayName: z.string(), role: z.enum(ROLES) }),
  registeredAt: instantSchema,
  sequence: z.number().int().nonnegative(),
  hash: sha256Schema,
  countersignedAt: instantSchema.nullable(),
  /** The last time it showed a chain that does not continue this one. */
  refused: z
    .strictObject({
      at: instantSchema,
      problem: z.enum(CHAIN_PROBLEMS),
      shownSequence: z.number().int().nonnegative(),
      shownHash: sha256Schema,
    })
    .nullable(),
})
export type AuditDevice = z.output<typeof auditDeviceSchema>

/** The server's chain verified now, every device's entries included. `faults`: the first that do not fit. */
export const auditStateReplySchema = z.strictObject({
  server: serverKeySchema,
  head: serverHeadSchema,
  people: z.array(z.strictObject({ id: idSchema, displayName: z.string() })),
  kinds: z.array(z.string()),
  devices: z.array(auditDeviceSchema),
  faults: z.array(
    z.strictObject({
      chain: chainNameSchema,
      sequence: z.number().int().nonnegative(),
    }),
  ),
})
export type AuditStateReply = z.output<typeof auditStateReplySchema>

/** Raw entries of one chain in order, for whoever verifies it without trusting the server's word. */
export const auditChainRequestSchema = z.strictObject({
  chain: chainNameSchema,
  after: z.coerce.number().int().min(0),
})
export const auditChainReplySchema = z.strictObject({
  server: z.array(serverEntrySchema),
  device: z.array(deviceEntrySchema),
  more: z.boolean(),
})
