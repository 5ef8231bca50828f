import { z } from 'zod'
import { callRecordSchema } from '../calls/callRecord'
import { COMMANDS_PER_DELIVERY } from './limits'
import { PROPOSAL_ANSWERS } from './proposals'
import { instantSchema } from '../domain/filing'
import { idSchema, sha256Schema } from '../domain/identity'
import { noticeSchema } from '../domain/notice'
import { handOverNoteSchema } from '../review/day/handOverNote'
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

/**
 * Whoever holds the case, or a supervisor (without a token), has looked at a late decision kept beside it. The case
 * itself stays as it is, so the version that the person saw is not compared.
 */
export const answerProposalCommandSchema = z.strictObject({
  ...envelope,
  kind: z.literal('answer-proposal'),
  holdToken: z.number().int().positive().nullable(),
  proposalId: idSchema,
  answer: z.enum(PROPOSAL_ANSWERS),
})

/**
 * A telephone call that was made about the case. It is a fact: it is kept whoever has the case by now, so the token is that
 * of any hold that the person was given on it (null for who may read any case), and no version is compared.
 */
export const recordCallCommandSchema = z.strictObject({
  ...envelope,
  kind: z.literal('record-call'),
  holdToken: z.number().int().positive().nullable(),
  /** The round that was talked about. */
  round: z.number().int().positive(),
  call: callRecordSchema,
})

/**
 * Words left with a case for whoever has it next, with what the desk lists of it. A fact: the token is that of any hold that
 * the person was given on it, and no version is compared.
 */
export const leaveNoteCommandSchema = z.strictObject({
  ...envelope,
  kind: z.literal('leave-note'),
  holdToken: z.number().int().positive(),
  round: z.number().int().positive(),
  note: handOverNoteSchema,
})

/** What a workstation asks the server to do to a case. */
export const commandSchema = z.discriminatedUnion('kind', [
  decideCommandSchema,
  recordSubmissionCommandSchema,
  recordNoticeCommandSchema,
  adoptRulePackCommandSchema,
  answerProposalCommandSchema,
  recordCallCommandSchema,
  leaveNoteCommandSchema,
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
    /** Present on a late decision: it is kept beside the case under the command's id. */
    kept: z.literal('proposal').optional(),
  }),
])
export type CommandOutcome = z.output<typeof commandOutcomeSchema>

export const commandDeliverySchema = z.strictObject({
  commands: z.array(commandSchema).min(1).max(COMMANDS_PER_DELIVERY),
})
export const commandOutcomesSchema = z.strictObject({ outcomes: z.array(commandOutcomeSchema) })
