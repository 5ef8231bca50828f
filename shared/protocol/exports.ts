import { z } from 'zod'
import { CASE_STATES } from '../filing/caseStates'
import { dateSchema, instantSchema, orderNumberSchema, provinceCodeSchema } from '../domain/filing'
import { idSchema, sha256Schema } from '../domain/identity'
import { packageSignatureSchema, packageStatementSchema } from '../package/packageSignature'

/** Taking submission packages out of the desk: which cases there are, and the team's register of what left, by whom and why. */

/** Why a package is exported. A closed list, so that the register can be counted; details go into the note. */
export const EXPORT_PURPOSES = ['hand-over', 'hand-over-again', 'inspection', 'archive'] as const
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number]

export const exportReasonSchema = z.strictObject({
  purpose: z.enum(EXPORT_PURPOSES),
  note: z.string().trim().max(120),
})
export type ExportReason = z.output<typeof exportReasonSchema>

/** Cases in one answer; a batch has no more. */
export const MOST_EXPORTABLE = 2000

/** `waiting`: passed, not handed over and of which no package has left; `all`: every one that passed and still stands. */
export const EXPORT_SELECTIONS = ['waiting', 'all'] as const

export const exportableRequestSchema = z.strictObject({
  province: provinceCodeSchema.optional(),
  /** Day in China on which the deciding decision was made. */
  day: dateSchema.optional(),
  which: z.enum(EXPORT_SELECTIONS),
})
export type ExportableRequest = z.output<typeof exportableRequestSchema>

const exportableCaseSchema = z.strictObject({
  caseId: idSchema,
  orderNumber: orderNumberSchema,
  province: provinceCodeSchema,
  state: z.enum(CASE_STATES),
  /** Version at the deciding decision. */
  caseVersion: z.number().int().positive(),
  passedAt: instantSchema,
  /** Whether a package of this version has left the desk before. */
  exported: z.boolean(),
})
export type ExportableCase = z.output<typeof exportableCaseSchema>
/** In the order of the decisions. `more`: there are others beyond the most that one answer holds. */
export const exportableReplySchema = z.strictObject({
  cases: z.array(exportableCaseSchema).max(MOST_EXPORTABLE),
  more: z.boolean(),
})

/** A package that is about to leave. `id`: made by the workstation; the same request again has the effect of once. */
export const registerExportRequestSchema = z.strictObject({
  id: idSchema,
  caseId: idSchema,
  package: packageStatementSchema,
  reason: exportReasonSchema,
  encrypted: z.boolean(),
})
export type RegisterExportRequest = z.output<typeof registerExportRequestSchema>
/** `earlier`: how often packages of this version had left before. */
export const registerExportReplySchema = z.strictObject({
  signature: packageSignatureSchema,
  earlier: z.number().int().nonnegative(),
})
export type RegisterExportReply = z.output<typeof registerExportReplySchema>

export const exportRegisterRequestSchema = z.strictObject({
  /** Entries after this one, by its place; 0 for the latest. */
  before: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
const exportRegisterEntrySchema = z.strictObject({
  place: z.number().int().positive(),
  id: idSchema,
  orderNumber: orderNumberSchema,
  caseVersion: z.number().int().positive(),
  sha256: sha256Schema,
  bytes: z.number().int().positive(),
  applicationVersion: z.string(),
  reason: exportReasonSchema,
  encrypted: z.boolean(),
  by: z.string(),
  at: instantSchema,
})
export type ExportRegisterEntry = z.output<typeof exportRegisterEntrySchema>
/** The latest first. */
export const exportRegisterReplySchema = z.strictObject({
  entries: z.array(exportRegisterEntrySchema),
  more: z.boolean(),
})
