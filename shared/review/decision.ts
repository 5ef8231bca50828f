import { z } from 'zod'
import { findingSchema } from '../imaging/findings'
import { MOST_CORRECTIONS, readingCorrectionSchema } from '../matching/corrections'
import { returnMessageSchema } from './messages/returnMessage'
import { lineAnswerSchema, machineVerdictSchema } from '../rules/checklist'
import { pinsSchema } from './pin'

export const VERDICTS = ['pass', 'return', 'escalate'] as const
export type DecisionVerdict = (typeof VERDICTS)[number]

/** One reason of a return, in the shape the provider's filing system shows applicants: field, problem, advice. */
export const returnReasonSchema = z.strictObject({
  /** Id in the catalogue of reasons; absent when written by hand. */
  reasonId: z.string().max(80).optional(),
  /** Path in `filing.json` or the id of a document. */
  field: z.string().trim().min(1).max(160),
  problem: z.string().trim().min(1).max(500),
  advice: z.string().trim().min(1).max(500),
})
export type ReturnReason = z.output<typeof returnReasonSchema>

/** How a checklist line stood when the decision was made: the machine's word and the person's, apart. */
export const decidedLineSchema = lineAnswerSchema.extend({
  machine: machineVerdictSchema.shape.verdict.nullable(),
  /** The answer was given in this earlier round and stood, because what it rests on has not changed since. */
  carriedFrom: z.number().int().positive().optional(),
})

/** A reviewer's decision on one round of a case, whole: it can be read years later without anything else. */
export const decisionSchema = z.strictObject({
  verdict: z.enum(VERDICTS),
  rulePack: z.string(),
  lines: z.array(decidedLineSchema),
  findings: z.array(findingSchema),
  reasons: z.array(returnReasonSchema).max(100),
  /** What the applicant is sent of a return. Absent in decisions made before there were messages. */
  message: returnMessageSchema.optional(),
  /** For colleagues only; never part of what the applicant is told. */
  internalNote: z.string().trim().max(2000).optional(),
  /** Readings of papers that the person put right. */
  corrections: z.array(readingCorrectionSchema).max(MOST_CORRECTIONS).optional(),
  /** Spots of documents that the person marked; for colleagues only. */
  pins: pinsSchema.optional(),
})
export type Decision = z.output<typeof decisionSchema>
