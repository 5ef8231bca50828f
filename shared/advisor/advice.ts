import { z } from 'zod'
import { editionSchema } from './advisorTable'
import { ADVICE_TOPICS, ADVICE_VERDICTS, FACT_NAMES, type FactName } from './facts'
import { dateSchema } from '../domain/filing'
import { CAUTIONS, ruleSourceSchema } from '../rules/checklist'
import { localizedSchema } from '../rules/localized'

const findingSchema = z.strictObject({
  /** Id of the row of the table. */
  id: z.string(),
  verdict: z.enum(ADVICE_VERDICTS),
  reason: localizedSchema,
  steps: z.array(localizedSchema),
  cautions: z.array(z.enum(CAUTIONS)),
  source: ruleSourceSchema,
  edition: editionSchema,
  /** Last day on which the step is in time, where the day of opening is known. */
  deadline: z.strictObject({ date: dateSchema, overdue: z.boolean() }).optional(),
})
export type AdviceFinding = z.output<typeof findingSchema>

const topicAdviceSchema = z.discriminatedUnion('state', [
  z.strictObject({
    topic: z.enum(ADVICE_TOPICS),
    state: z.literal('answered'),
    /** One answer; where editions of the guides differ, one each, the newer one first. */
    findings: z.array(findingSchema).min(1),
  }),
  z.strictObject({
    topic: z.enum(ADVICE_TOPICS),
    state: z.literal('open'),
    /** Facts to ask for next. Once they are known the question is settled, or asks for what is still missing then. */
    missing: z.array(z.enum(FACT_NAMES as readonly [FactName, ...FactName[]])).min(1),
  }),
])
export type TopicAdvice = z.output<typeof topicAdviceSchema>

/** The answer to a question: one entry for each topic, in the order of `ADVICE_TOPICS`. */
export const adviceSchema = z.strictObject({
  /** Version of the table that answered. */
  table: dateSchema,
  today: dateSchema,
  topics: z.array(topicAdviceSchema),
})
export type Advice = z.output<typeof adviceSchema>
