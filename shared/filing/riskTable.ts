import { z } from 'zod'
import table from '../../resources/supervision/risks.json' with { type: 'json' }
import { dateSchema, provinceCodeSchema } from '../domain/filing'
import { FILING_TYPES } from '../domain/filingTypes'
import { refusal, success, type Result } from '../result'

const RISK_FILE = 'resources/supervision/risks.json'

const wordsSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

const rowSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** First and last day on which a round has to be submitted; null where open. */
    from: dateSchema,
    to: dateSchema.nullable(),
    /** All that is named must hold. */
    when: z
      .strictObject({
        /** Somebody escalated the case, in whatever round. */
        everEscalated: z.literal(true).optional(),
        /** The applicant has handed it in this often. */
        roundFrom: z.number().int().min(2).max(50).optional(),
        provinces: z.array(provinceCodeSchema).min(1).optional(),
        filingTypes: z.array(z.enum(FILING_TYPES)).min(1).optional(),
      })
      .refine((when) => Object.keys(when).length > 0, {
        message: 'names nothing: it would hold for every case',
      }),
    title: wordsSchema,
    /** Why such a pass needs another person. */
    reason: wordsSchema,
    source: z.string().min(1),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'], message: 'lies before `from`' })
export type RiskRow = Readonly<z.output<typeof rowSchema>>

const tableSchema = z.strictObject({
  format: z.literal('beian-desk/second-review-risks'),
  version: z.literal(1),
  rows: z.array(z.unknown()),
})

/** One thing that is wrong with the table; row: its place from 1, null for the file itself. */
export interface RiskTableProblem {
  readonly file: string
  readonly row: number | null
  readonly field: string
  readonly message: string
}

/** Reads `risks.json`, given with its JSON parsed. Every problem found is told, and with one there is no table. */
export function parseRiskTable(content: unknown): Result<readonly RiskRow[], readonly RiskTableProblem[]> {
  const file = RISK_FILE
  const whole = tableSchema.safeParse(content)
  if (!whole.success) {
    return refusal(whole.error.issues.map((issue) => problemOf(file, null, issue)))
  }
  const problems: RiskTableProblem[] = []
  const rows: RiskRow[] = []
  for (const [index, entry] of whole.data.rows.entries()) {
    const row = rowSchema.safeParse(entry)
    if (!row.success) {
      problems.push(...row.error.issues.map((issue) => problemOf(file, index + 1, issue)))
    } else if (rows.some(({ id }) => id === row.data.id)) {
      problems.push({ file, row: index + 1, field: 'id', message: `${row.data.id} stands there twice` })
    } else {
      rows.push(row.data)
    }
  }
  return problems.length > 0 ? refusal(problems) : success(rows)
}

function problemOf(file: string, row: number | null, issue: z.core.$ZodIssue): RiskTableProblem {
  return { file, row, field: issue.path.join('.'), message: issue.message }
}

/** A table that is not whole would let risky passes through unseen: nothing starts with it. */
function loadRiskTable(content: unknown): readonly RiskRow[] {
  const read = parseRiskTable(content)
  if (!read.ok) {
    const told = read.error.map(
      ({ file, row, field, message }) => `${file}${row === null ? '' : `, row ${row}`}, ${field}: ${message}`,
    )
    throw new Error(told.join('\n'))
  }
  return read.value
}

/** Which passes need another person by their risk, each row dated and with its reason. */
export const RISK_TABLE: readonly RiskRow[] = loadRiskTable(table)
