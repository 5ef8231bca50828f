import { z } from 'zod'
import { CHECKLIST_GROUPS } from '../checklist'
import { localizedSchema } from '../localized'
import { packVersionSchema, ruleIdSchema } from '../rule'
import { holdsPersonalNumber } from '../../calls/messageLeaks'
import { dateSchema, provinceCodeSchema } from '../../domain/filing'
import { FILING_TYPES } from '../../domain/filingTypes'

/**
 * What supervisors would add to the rules after what the administration answered: the file between the screen of figures
 * and `npm run rulepack -- draft`. It counts filings and names none. Each proposal becomes a line for a person that warns;
 * nothing in the file can make it block.
 */

/** Begins at one character before the sign, so that a long text costs no more than its length. */
const E_MAIL = /[^\s@]@[^\s@]+\.[^\s@]/u

/** Whether a wording names somebody by number or address; names of persons only a reader can see. */
export function tellsOfSomebody(text: string): boolean {
  return holdsPersonalNumber(text) || E_MAIL.test(text)
}

const wording = (max: number) => {
  const text = z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !tellsOfSomebody(value), {
      message: 'holds a certificate number, telephone number or e-mail address',
    })
  return localizedSchema.extend({ zh: text, en: text })
}

const countSchema = z.number().int().positive()

const shared = {
  title: wording(120),
  requirement: wording(400),
  /** First and last China day of the answers behind it. */
  from: dateSchema,
  to: dateSchema,
}

export const ruleProposalSchema = z.discriminatedUnion('kind', [
  /** A reason for which a division rejected filings and that no rule speaks of. */
  z.strictObject({
    kind: z.literal('uncovered'),
    ...shared,
    province: provinceCodeSchema,
    group: z.enum(CHECKLIST_GROUPS),
    filingTypes: z.array(z.enum(FILING_TYPES)).min(1).max(FILING_TYPES.length),
    /** Reasons of the catalogue that the administration gave as its code. */
    reasonIds: z.array(z.string().min(1).max(80)).max(5),
    /** Filings rejected for it. */
    filings: countSchema,
  }),
  /** A rule for which filings were rejected that had been found to keep it. */
  z.strictObject({
    kind: z.literal('escape'),
    ...shared,
    ruleId: ruleIdSchema,
    answered: countSchema,
    escaped: countSchema,
  }),
])
export type RuleProposal = z.output<typeof ruleProposalSchema>

/** What a supervisor chose. */
export const chosenProposalsSchema = z.strictObject({
  /** The pack that the draft follows: the latest one when they were chosen. */
  basedOn: packVersionSchema,
  /** First day on which filings would be judged by them. */
  effectiveFrom: dateSchema,
  proposals: z.array(ruleProposalSchema).min(1).max(50),
})
export type ChosenProposals = z.output<typeof chosenProposalsSchema>

/** The file. */
export const ruleProposalsSchema = chosenProposalsSchema.extend({
  format: z.literal('beian-desk/rule-proposals'),
  version: z.literal(1),
  /** China day on which they were chosen. */
  madeOn: dateSchema,
})
export type RuleProposals = z.output<typeof ruleProposalsSchema>
