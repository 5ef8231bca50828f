import { z } from 'zod'
import { instantSchema } from '../domain/filing'
import { idSchema, sha256Schema } from '../domain/identity'
import { JUDGED_CHANGES, lineStateSchema } from '../rules/checklistChanges'
import { localizedSchema } from '../rules/localized'
import { trustedKeySchema } from '../rules/packSignature'

/** Where a pack came from: with the application, or imported by a supervisor. */
export const PACK_ORIGINS = ['bundled', 'imported'] as const
/** A proposal is active once a second person has agreed; until then it can be withdrawn. */
export const PACK_STATES = ['proposed', 'active', 'withdrawn'] as const

export const rulePackProblemSchema = z.strictObject({
  file: z.string(),
  ruleId: z.string().nullable(),
  /** Dotted path; empty for the whole of the rule or file. */
  field: z.string(),
  message: z.string(),
})

/** A pack that is not used although it lies there, and why. */
export const refusedPackSchema = z.strictObject({
  name: z.string(),
  problems: z.array(rulePackProblemSchema).min(1),
})

/** A pack that filings are judged by, as every workstation is told. */
export const activePackSchema = z.strictObject({
  version: z.string(),
  effectiveFrom: z.string(),
  origin: z.enum(PACK_ORIGINS),
  digest: sha256Schema,
  key: trustedKeySchema,
})
export type ActivePack = z.output<typeof activePackSchema>
export const activePacksReplySchema = z.strictObject({ packs: z.array(activePackSchema) })

/** The files of a pack as they were signed, by name. */
export const packFilesReplySchema = z.strictObject({ files: z.record(z.string(), z.json()) })

export const packRequestSchema = z.strictObject({ version: z.string().max(40) })
export const proposalRequestSchema = z.strictObject({ packId: idSchema })

const changeCountsSchema = z.record(z.enum(JUDGED_CHANGES), z.number().int().nonnegative())
export type ChangeCounts = z.output<typeof changeCountsSchema>

/**
 * What a proposal would have changed in the open queue: each case by the pack it is pinned to, against the proposal.
 * A mere change of words is not counted.
 */
export const dryRunSchema = z.strictObject({
  at: instantSchema,
  by: z.string(),
  cases: z.number().int().nonnegative(),
  changedCases: z.number().int().nonnegative(),
  /** Cases whose own pack this server does not have. */
  unjudged: z.number().int().nonnegative(),
  counts: changeCountsSchema,
  /** Rules whose lines change, those in most cases first. */
  rules: z.array(
    z.strictObject({
      ruleId: z.string(),
      title: localizedSchema,
      cases: z.number().int().positive(),
      counts: changeCountsSchema,
    }),
  ),
})
export type DryRun = z.output<typeof dryRunSchema>

export const dryRunChangesRequestSchema = z.strictObject({
  ruleId: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export const dryRunChangesReplySchema = z.strictObject({
  total: z.number().int().nonnegative(),
  changes: z.array(
    z.strictObject({
      caseId: idSchema,
      orderNumber: z.string(),
      ruleId: z.string(),
      kind: z.enum(JUDGED_CHANGES),
      before: lineStateSchema.nullable(),
      after: lineStateSchema.nullable(),
    }),
  ),
})

const signedBySchema = z.strictObject({ userId: idSchema, by: z.string(), at: instantSchema })

/** A pack as supervisors see it. */
export const packOverviewSchema = z.strictObject({
  /** Null for a bundled pack: nobody proposed it here. */
  packId: idSchema.nullable(),
  version: z.string(),
  effectiveFrom: z.string(),
  title: localizedSchema,
  origin: z.enum(PACK_ORIGINS),
  state: z.enum(PACK_STATES),
  digest: sha256Schema,
  key: trustedKeySchema,
  rules: z.number().int().nonnegative(),
  /** Cases that wait at the desk and are judged by it. */
  openCases: z.number().int().nonnegative(),
  proposed: signedBySchema.nullable(),
  /** Who agreed to it, or withdrew it. */
  settled: signedBySchema.nullable(),
  dryRun: dryRunSchema.nullable(),
})
export type PackOverview = z.output<typeof packOverviewSchema>

export const packsOverviewSchema = z.strictObject({
  /** Version by which filings submitted today are judged. */
  inForce: z.string(),
  packs: z.array(packOverviewSchema),
  refused: z.array(refusedPackSchema),
})

/** The same pack proposed again is the same proposal. */
export const proposeReplySchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('proposed'), packId: idSchema, version: z.string() }),
  z.strictObject({ outcome: z.literal('refused'), problems: z.array(rulePackProblemSchema).min(1) }),
])
export type ProposeReply = z.output<typeof proposeReplySchema>
