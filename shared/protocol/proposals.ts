import { z } from 'zod'
import { instantSchema } from '../domain/filing'
import { idSchema } from '../domain/identity'
import { decisionSchema } from '../review/decision'

/** Refusals of a decision that say that it came too late, not that it was wrong: what was written is kept. */
export const LATE_REFUSALS = ['hold-lost', 'stale-version'] as const

/** What becomes of a proposal: copied into the draft of whoever has the case now, or looked at and not needed. */
export const PROPOSAL_ANSWERS = ['taken-over', 'put-aside'] as const
export type ProposalAnswer = (typeof PROPOSAL_ANSWERS)[number]

const personSchema = z.strictObject({ id: idSchema, displayName: z.string() })

/** A proposal and its fate, without the words: what its author may see after the hold is gone. */
export const proposalFateSchema = z.strictObject({
  /** Id of the command that came too late. */
  id: idSchema,
  caseId: idSchema,
  receivedAt: instantSchema,
  /** Null while nobody has looked at it. */
  answer: z
    .strictObject({ answer: z.enum(PROPOSAL_ANSWERS), by: personSchema, at: instantSchema })
    .nullable(),
})
export type ProposalFate = z.output<typeof proposalFateSchema>

/**
 * A decision that came too late: kept beside the case in the words of its author, never applied by itself. Only
 * somebody who had the case under a real hold can leave one.
 */
export const proposalSchema = proposalFateSchema.omit({ caseId: true }).extend({
  author: personSchema,
  /** By the author's workstation; told, never used to decide. */
  recordedAt: instantSchema,
  caseVersionSeen: z.number().int().positive(),
  refusal: z.enum(LATE_REFUSALS),
  decision: decisionSchema,
})
export type Proposal = z.output<typeof proposalSchema>

/** Of one author on one case; a workstation that sends more keeps them in its own outbox. */
export const MOST_OPEN_PROPOSALS = 10

/** The latest proposals of the person who asks, newest first. */
export const MOST_FATES = 100
export const ownProposalsReplySchema = z.strictObject({
  proposals: z.array(proposalFateSchema).max(MOST_FATES),
})
