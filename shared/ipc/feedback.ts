import { z } from 'zod'
import { feedbackAnswerSchema, feedbackSchema, MOST_FEEDBACK } from '../protocol/feedback'
import { feedbackFileProblemSchema } from '../protocol/feedbackFile'

/** A list of the administration's answers as it was read, and what would become of each filing. */
export const feedbackFileViewSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('cancelled') }),
  z.strictObject({ outcome: z.literal('unreadable'), problems: z.array(feedbackFileProblemSchema) }),
  z.strictObject({
    outcome: z.literal('read'),
    filings: z.array(feedbackSchema).max(MOST_FEEDBACK),
    answers: z.array(feedbackAnswerSchema).max(MOST_FEEDBACK),
    /** How many lines name the file of a certificate; those files are not read here. */
    certificates: z.number().int().nonnegative(),
  }),
])
export type FeedbackFileView = z.output<typeof feedbackFileViewSchema>
