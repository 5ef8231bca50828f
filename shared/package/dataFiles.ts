import { z } from 'zod'
import { applicationSchema, instantSchema, orderNumberSchema, provinceCodeSchema } from '../domain/filing'
import { idSchema, sha256Schema } from '../domain/identity'
import { findingSchema } from '../imaging/findings'
import { caseDocumentSchema, timelineEntrySchema } from '../protocol/case'
import { returnReasonSchema, VERDICTS } from '../review/decision'
import { checklistLineSchema, machineVerdictSchema, PERSON_VERDICTS } from '../rules/checklist'

/** The files under `data/` of a submission package. Notes that reviewers wrote for colleagues are in none of them. */

/** The application as it passed, with its documents and where each lies in the package. */
export const packageFilingSchema = z.strictObject({
  orderNumber: orderNumberSchema,
  round: z.number().int().positive(),
  province: provinceCodeSchema,
  submittedAt: instantSchema,
  application: applicationSchema,
  documents: z.array(caseDocumentSchema.extend({ file: z.string() })),
})
export type PackageFiling = z.output<typeof packageFilingSchema>

const decidedBySchema = z.strictObject({ displayName: z.string() })

/** The decision by which the case passed: the machine's word and the person's on every line. */
export const packageDecisionSchema = z.strictObject({
  orderNumber: orderNumberSchema,
  round: z.number().int().positive(),
  caseVersion: z.number().int().positive(),
  verdict: z.literal('pass'),
  rulePack: z.string(),
  decidedBy: decidedBySchema,
  decidedAt: instantSchema,
  auditHash: sha256Schema,
  lines: z.array(
    z.strictObject({
      lineId: z.string(),
      verdict: z.enum(PERSON_VERDICTS),
      machine: machineVerdictSchema.shape.verdict.nullable(),
    }),
  ),
  findings: z.array(findingSchema),
})
export type PackageDecision = z.output<typeof packageDecisionSchema>

/** What every line asks for, from which source, and what the machine measured. */
export const packageChecklistSchema = z.strictObject({
  orderNumber: orderNumberSchema,
  rulePack: z.string(),
  lines: z.array(checklistLineSchema),
})
export type PackageChecklist = z.output<typeof packageChecklistSchema>

/** The case's way up to the deciding decision. */
export const packageCaseSchema = z.strictObject({
  caseId: idSchema,
  orderNumber: orderNumberSchema,
  version: z.number().int().positive(),
  round: z.number().int().positive(),
  timeline: z.array(timelineEntrySchema),
  earlierDecisions: z.array(
    z.strictObject({
      round: z.number().int().positive(),
      verdict: z.enum(VERDICTS),
      decidedBy: decidedBySchema,
      decidedAt: instantSchema,
      auditHash: sha256Schema,
      reasons: z.array(returnReasonSchema),
    }),
  ),
})
export type PackageCase = z.output<typeof packageCaseSchema>
