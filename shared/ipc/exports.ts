import { z } from 'zod'
import { dateSchema, instantSchema, provinceCodeSchema } from '../domain/filing'
import { requirementGapSchema, MOST_GAPS } from '../package/requirementGap'
import { EXPORT_SELECTIONS, exportReasonSchema } from '../protocol/exports'
import { RECOVERY_RECIPIENT } from '../protocol/recovery'

/** Exports of many packages at once: a job with its items, kept on the workstation until it is done. */

/** Which packages a batch is about. Absent parts: every province, every day. */
export const batchSelectionSchema = z.strictObject({
  province: provinceCodeSchema.optional(),
  day: dateSchema.optional(),
  which: z.enum(EXPORT_SELECTIONS),
})
export type BatchSelection = z.output<typeof batchSelectionSchema>

/** For whom packages are encrypted (age); empty: not at all. */
export const recipientsSchema = z.array(z.string().regex(RECOVERY_RECIPIENT)).max(10)

export const batchRequestSchema = z.strictObject({
  selection: batchSelectionSchema,
  reason: exportReasonSchema,
  recipients: recipientsSchema,
})
export type BatchRequest = z.output<typeof batchRequestSchema>

const EXPORT_JOB_STATES = ['running', 'paused', 'done', 'cancelled'] as const
/** Why a job has paused by itself: nothing of it can go on before a person has seen to that. */
const EXPORT_STOPS = ['offline', 'disk-full', 'folder-missing', 'not-writable', 'forbidden'] as const
export type ExportStop = (typeof EXPORT_STOPS)[number]
/** Why one package could not be exported; the others go on. */
const EXPORT_PROBLEMS = [
  'not-found',
  'not-acknowledged',
  'documents-missing',
  'requirements-missing',
  'not-identical',
  'different-file-exists',
  'media-failed',
  'rule-pack-unknown',
  'unexpected',
] as const
export type ExportProblem = (typeof EXPORT_PROBLEMS)[number]

export const exportJobSchema = z.strictObject({
  id: z.uuid(),
  state: z.enum(EXPORT_JOB_STATES),
  stopped: z.enum(EXPORT_STOPS).nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  folder: z.string(),
  selection: batchSelectionSchema,
  reason: exportReasonSchema,
  recipients: recipientsSchema,
  counts: z.strictObject({
    waiting: z.number().int().nonnegative(),
    done: z.number().int().nonnegative(),
    failed: z.number().int().nonnegative(),
  }),
})
export type ExportJob = z.output<typeof exportJobSchema>

/** An item that is not done: those that failed, with what is to be mended. */
export const exportFailureSchema = z.strictObject({
  caseId: z.uuid(),
  orderNumber: z.string(),
  problem: z.enum(EXPORT_PROBLEMS),
  gaps: z.array(requirementGapSchema).max(MOST_GAPS),
})
export type ExportFailure = z.output<typeof exportFailureSchema>

export const JOB_STEPS = ['pause', 'resume', 'retry-failed', 'cancel'] as const
export type JobStep = (typeof JOB_STEPS)[number]
