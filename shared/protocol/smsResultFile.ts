import { z } from 'zod'
import { MOST_SMS_RESULTS, SMS_RESULT_STATES, smsResultSchema, type SmsResult } from './smsResults'
import { refusal, success, type Result } from '../result'
import { readCsv } from '../review/readCsv'

const FIELDS = ['orderNumber', 'phone', 'state', 'at'] as const
type Field = (typeof FIELDS)[number]

/** Where a list cannot be read: the line (from 1, the head included) and the field; `file` for all of it. */
export const smsFileProblemSchema = z.strictObject({
  line: z.number().int().nonnegative(),
  field: z.enum([...FIELDS, 'file']),
})
type Problem = z.output<typeof smsFileProblemSchema>

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  orderNumber: ['ordernumber', 'order number', '订单号'],
  phone: ['phone', 'mobile', '手机号', '手机尾号'],
  state: ['state', 'result', '结果', '核验结果'],
  at: ['at', 'time', '时间', '核验时间'],
}
const STATES: Readonly<Record<(typeof SMS_RESULT_STATES)[number], readonly string[]>> = {
  verified: ['verified', '已核验', '核验通过', '成功'],
  lapsed: ['lapsed', '超时', '超时未核验', '已失效'],
  'wrong-codes': ['wrong-codes', '验证码错误'],
}
/** Told so often, the rest is of the same kind. */
const MOST_PROBLEMS = 50

/**
 * Results from a CSV table with a head, in Chinese or English, or from a JSON list of objects with the names of the protocol. A time
 * without an offset is China's. Whatever is wrong is named; then nothing of the list is taken.
 */
export function readSmsResultFile(text: string): Result<readonly SmsResult[], readonly Problem[]> {
  const whole = refusal([{ line: 0, field: 'file' as const }])
  const records = /^\uFEFF?\s*\[/u.test(text) ? readJson(text) : readTable(text)
  if (!records.ok) {
    return records
  }
  if (records.value.length === 0 || records.value.length > MOST_SMS_RESULTS) {
    return whole
  }
  const read = records.value.map(({ line, record }) => ({ line, parsed: smsResultSchema.safeParse(record) }))
  const problems = read.flatMap(({ line, parsed }) =>
    parsed.success ? [] : parsed.error.issues.map((issue) => ({ line, field: fieldOf(issue.path[0]) })),
  )
  return problems.length > 0
    ? refusal(problems.slice(0, MOST_PROBLEMS))
    : success(read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])))
}

type Records = Result<ReadonlyArray<{ readonly line: number; readonly record: unknown }>, readonly Problem[]>

function readTable(text: string): Records {
  const table = readCsv(text)
  if (!table.ok) {
    return refusal([{ line: table.error, field: 'file' }])
  }
  const [head = [], ...rows] = table.value
  const columns = FIELDS.map((field) => ({
    field,
    at: head.findIndex((name) => NAMES[field].includes(name.trim().toLowerCase())),
  }))
  const missing = columns.filter(({ field, at }) => at < 0 && field !== 'phone')
  if (missing.length > 0) {
    return refusal(missing.map(({ field }) => ({ line: 1, field })))
  }
  return success(
    rows.map((row, index) => ({
      line: index + 2,
      record: Object.fromEntries(columns.map(({ field, at }) => [field, meant(field, row[at] ?? '')])),
    })),
  )
}

function readJson(text: string): Records {
  try {
    const list = z.array(z.looseObject({})).parse(JSON.parse(text.replace(/^\uFEFF/u, '')))
    return success(list.map((record, index) => ({ line: index + 1, record: { phone: null, ...record } })))
  } catch {
    return refusal([{ line: 0, field: 'file' }])
  }
}

/** What a cell says, in the words of the protocol. */
function meant(field: Field, cell: string): string | null {
  const text = cell.trim()
  switch (field) {
    case 'phone': {
      // Masked numbers keep their last digits: 138****8000.
      const digits = /\d+$/u.exec(text.replace(/[\s-]/gu, ''))?.[0] ?? ''
      return text === '' ? null : digits
    }
    case 'state':
      return SMS_RESULT_STATES.find((state) => STATES[state].includes(text.toLowerCase())) ?? text
    case 'at': {
      const local = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/u.exec(text)
      if (local === null) {
        return text
      }
      const [, year = '', month = '', day = '', hour = '', minute = '', second = '00'] = local
      const two = (part: string): string => part.padStart(2, '0')
      return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}+08:00`
    }
    default:
      return text
  }
}

function fieldOf(name: PropertyKey | undefined): Problem['field'] {
  return FIELDS.find((field) => field === name) ?? 'file'
}
