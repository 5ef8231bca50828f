import { z } from 'zod'
import { COMMANDS_PER_DELIVERY } from './limits'
import { instantSchema } from '../domain/filing'
import { idSchema, sha256Schema } from '../domain/identity'
import { noticeSchema } from '../domain/notice'
import { decisionSchema } from '../review/decision'

const envelope = {
  /** Idempotency key: delivering the same command twice has the effect of once and gives the same answer. */
  id: idSchema,
  caseId: idSchema,
  /** Version of the case that the person saw. */
  expectedVersion: z.number().int().positive(),
  /** When the person did it, by the workstation's clock; told, never used to decide. */
  recordedAt: instantSchema,
}

export const decideCommandSchema = z.strictObject({
  ...envelope,
  kind: z.literal('decide'),
  holdToken: z.number().int().positive(),
  decision: decisionSchema,
})

/** A supervisor has handed the package of a passed case to the administration. */
export const recordSubmissionCommandSchema = z.strictObject({
  ...envelope,
  kind: z.literal('record-submission'),
  packageSha256: sha256Schema,
  fileName: z.string().max(120),
})

/** A supervisor enters what has happened to the filing outside the desk. */
export const recordNoticeCommandSchema = z.strictObject({
  ...envelope,
  kind: z.literal('record-notice'),
  notice: noticeSchema,
})

/** Whoever holds the case has it judged by the pack that is in force now, not by the one of the day of submission. */
export const adoptRulePackCommandSchema = z.strictObject({
  ...envelope,
  kind: z.literal('adopt-rule-pack'),
  holdToken: z.number().int().positive(),
  rulePack: z.string().max(40),
})

/** What a workstation asks the server to do to a case. */
export const commandSchema = z.discriminatedUnion('kind', [
  decideCommandSchema,
  recordSubmissionCommandSchema,
  recordNoticeCommandSchema,
  adoptRulePackCommandSchema,
])
export type Command = z.output<typeof commandSchema>

/** Why a command was refused. Closed: the workstation has wording and a way out for each. */
export const REFUSAL_CODES = [
  'not-found',
  'forbidden',
  'stale-version',
  'hold-lost',
  'illegal-move',
  'gate',
  'rule-pack-unknown',
  /** The one who decided a case into second review may not settle it. */
  'self-approval',
  /** The time for the SMS verification has not run out yet. */
  'too-early',
  /** The ICP numbers of an approval do not fit the filing. */
  'numbers-invalid',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

export const commandOutcomeSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    id: idSchema,
    outcome: z.literal('applied'),
    caseVersion: z.number().int().positive(),
    auditHash: sha256Schema,
  }),
  z.strictObject({
    id: idSchema,
    outcome: z.literal('refused'),
    code: z.enum(REFUSAL_CODES),
    /** For the log and the developer; wording for people is looked up by code. */
    message: z.string(),
  }),
])
export type CommandOutcome = z.output<typeof commandOutcomeSchema>

export const commandDeliverySchema = z.strictObject({
  commands: z.array(commandSchema).min(1).max(COMMANDS_PER_DELIVERY),
})
export const commandOutcomesSchema = z.strictObject({ outcomes: z.array(commandOutcomeSchema) })
