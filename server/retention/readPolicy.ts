import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** States from which a case does not come back. */
const CLOSED_STATES = ['approved', 'rejected', 'withdrawn'] as const

const ruleSchema = z.strictObject({
  state: z.enum(CLOSED_STATES),
  /** Since the case came into that state. */
  days: z.number().int().min(1).max(36_500),
  reason: z.string().min(1),
  source: z.string().min(1),
})
const policySchema = z.strictObject({
  format: z.literal('beian-desk/retention'),
  version: z.literal(1),
  rules: z.array(ruleSchema),
})
export type RetentionRule = z.output<typeof ruleSchema>

/** How long closed cases are kept. Throws for a file that is none: nothing is purged by a guess. */
export async function readPolicy(file: string): Promise<readonly RetentionRule[]> {
  return policySchema.parse(JSON.parse(await readFile(file, 'utf8'))).rules
}
