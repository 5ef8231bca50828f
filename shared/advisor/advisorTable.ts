import { z } from 'zod'
import { ADVICE_TOPICS, ADVICE_VERDICTS, FACT_NAMES, FACTS, type FactName, type FactValue } from './facts'
import { dateSchema } from '../domain/filing'
import { CAUTIONS, ruleSourceSchema } from '../rules/checklist'
import { localizedSchema } from '../rules/localized'

const words = localizedSchema.extend({ zh: z.string().min(1), en: z.string().min(1) })

const anyOf = <Name extends FactName>(name: Name) =>
  z
    .array(z.enum(FACTS[name] as readonly [FactValue<Name>, ...Array<FactValue<Name>>]))
    .min(1)
    .optional()

/** The answers to each fact with which a row holds; a fact that is not named does not matter to it. */
const conditionSchema = z.strictObject({
  product: anyOf('product'),
  serverPlace: anyOf('serverPlace'),
  address: anyOf('address'),
  instanceBought: anyOf('instanceBought'),
  domainLevel: anyOf('domainLevel'),
  domainFiled: anyOf('domainFiled'),
  accelerationArea: anyOf('accelerationArea'),
  origin: anyOf('origin'),
  commercial: anyOf('commercial'),
  openSince: anyOf('openSince'),
}) satisfies z.ZodType<Partial<Record<FactName, unknown>>>

const rowSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  topic: z.enum(ADVICE_TOPICS),
  /** Alternatives; the row holds with any of them. */
  when: z.array(conditionSchema).min(1),
  verdict: z.enum(ADVICE_VERDICTS),
  reason: words,
  /** Keys in `steps`, in order. */
  steps: z.array(z.string()),
  source: z.string(),
  /** Key in `editions`: of which edition of the guides this is the answer. */
  edition: z.string(),
  cautions: z.array(z.enum(CAUTIONS)),
  /** Calendar days after the opening within which the step is due. */
  daysAfterOpening: z.number().int().positive().optional(),
})

/** A step, left out where the facts of the row that names it say that it is not needed. */
const stepSchema = words.extend({ when: conditionSchema.optional() })

export const editionSchema = z.strictObject({ key: z.string(), title: words, date: z.string() })

/** `resources/advisor/<version>.json`: what the guides answer, as data. */
export const advisorTableSchema = z
  .strictObject({
    version: dateSchema,
    title: words,
    /** Newest first: where editions differ, that is the order of the answers. */
    editions: z.array(editionSchema).min(1),
    sources: z.array(ruleSourceSchema).min(1),
    steps: z.record(z.string(), stepSchema),
    rows: z.array(rowSchema).min(1),
  })
  .superRefine((table, context) => {
    const sources = new Set(table.sources.map(({ key }) => key))
    const editions = new Set(table.editions.map(({ key }) => key))
    const ids = new Set<string>()
    for (const [index, row] of table.rows.entries()) {
      const refuse = (field: string, message: string): void => {
        context.addIssue({ code: 'custom', path: ['rows', index, field], message })
      }
      if (ids.has(row.id)) {
        refuse('id', 'stands there twice')
      }
      ids.add(row.id)
      if (!sources.has(row.source)) {
        refuse('source', `no source ${row.source}`)
      }
      if (!editions.has(row.edition)) {
        refuse('edition', `no edition ${row.edition}`)
      }
      for (const key of row.steps) {
        const step = table.steps[key]
        if (step === undefined) {
          refuse('steps', `no step ${key}`)
        } else if (!namesFactsOf(step.when, row.when)) {
          refuse('steps', `step ${key} looks at a fact that the row does not ask for`)
        }
      }
    }
  })
export type AdvisorTable = z.output<typeof advisorTableSchema>
export type AdvisorCondition = z.output<typeof conditionSchema>

/** Otherwise a fact that does not matter to the answer would change its steps. */
function namesFactsOf(
  step: AdvisorCondition | undefined,
  alternatives: readonly AdvisorCondition[],
): boolean {
  return FACT_NAMES.every(
    (name) => step?.[name] === undefined || alternatives.every((when) => when[name] !== undefined),
  )
}
