import { z } from 'zod'

/** What the applicant is sent of a return, as it was composed. It stands in the decision and goes to the filing system. */
export const returnMessageSchema = z.strictObject({
  /** Version of the texts. */
  texts: z.iso.date(),
  sms: z.string().trim().min(1).max(1500),
  email: z.strictObject({
    subject: z.string().trim().min(1).max(200),
    /** A hundred reasons of full length fit. */
    body: z.string().trim().min(1).max(130_000),
  }),
})
export type ReturnMessage = z.output<typeof returnMessageSchema>
