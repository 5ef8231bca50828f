import { z } from 'zod'
import { smsFileProblemSchema } from '../protocol/smsResultFile'
import { MOST_SMS_RESULTS, SMS_RESULT_ANSWERS, smsResultSchema } from '../protocol/smsResults'

/** A list of SMS results as it was read, and what would become of each line. */
export const smsFileViewSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('cancelled') }),
  z.strictObject({ outcome: z.literal('unreadable'), problems: z.array(smsFileProblemSchema) }),
  z.strictObject({
    outcome: z.literal('read'),
    lines: z.array(smsResultSchema).max(MOST_SMS_RESULTS),
    answers: z.array(z.enum(SMS_RESULT_ANSWERS)).max(MOST_SMS_RESULTS),
  }),
])
export type SmsFileView = z.output<typeof smsFileViewSchema>
