import { z } from 'zod'
import { feedbackRowSchema, MOST_FEEDBACK, type Feedback, type FeedbackRow } from './feedback'
import { refusal, success, type Result } from '../result'
import { readCsv } from '../review/readCsv'

const FIELDS = [
  'orderNumber',
  'result',
  'at',
  'entity',
  'services',
  'code',
  'field',
  'problem',
  'advice',
  'certificate',
] as const
type Field = (typeof FIELDS)[number]

/** Where a list cannot be read: the line (from 1, the head included) and the field; `file` for all of it. */
export const feedbackFileProblemSchema = z.strictObject({
  line: z.number().int().nonnegative(),
  field: z.enum([...FIELDS, 'reasons', 'file']),
})
type Problem = z.output<typeof feedbackFileProblemSchema>

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  orderNumber: ['ordernumber', 'order number', '订单号'],
  result: ['result', 'outcome', '结果', '审核结果'],
  at: ['at', 'date', '日期', '时间', '审核时间'],
  entity: ['entity', 'entity number', '主体备案号'],
  services: ['services', 'service numbers', '服务备案号'],
  code: ['code', '原因代码'],
  field: ['field', '字段'],
  problem: ['problem', '问题', '驳回原因'],
  advice: ['advice', '整改建议'],
  certificate: ['certificate', '备案证书', '证书文件'],
}
const NEEDED: readonly Field[] = ['orderNumber', 'result', 'at']
const RESULTS: Readonly<Record<Feedback['result'], readonly string[]>> = {
  approved: ['approved', '通过', '审核通过'],
  rejected: ['rejected', '驳回', '不通过', '审核不通过'],
}
/** Told so often, the rest is of the same kind. */
const MOST_PROBLEMS = 50
/** What a list that names no field means. */
const WHOLE = 'application'

interface Told {
  readonly line: number
  readonly record: unknown
}

/**
 * Answers from a CSV table with a head, in Chinese or English, or from lines of JSON with the names of the protocol. A rejection
 * has a row for each of its reasons; an approval may name the file of its certificate. A day or a time without an offset is China's. Whatever is wrong is named by line and field;
 * then nothing of the list is taken.
 */
export function readFeedbackFile(text: string): Result<readonly FeedbackRow[], readonly Problem[]> {
  const records = /^\uFEFF?\s*\{/u.test(text) ? readJsonLines(text) : readTable(text)
  if (!records.ok) {
    return records
  }
  if (records.value.length === 0 || records.value.length > MOST_FEEDBACK) {
    return refusal([{ line: 0, field: 'file' }])
  }
  const read = records.value.map(({ line, record }) => ({
    line,
    parsed: feedbackRowSchema.safeParse(record),
  }))
  const problems = read.flatMap(({ line, parsed }) =>
    parsed.success ? [] : parsed.error.issues.map((issue) => ({ line, field: fieldOf(issue) })),
  )
  return problems.length > 0
    ? refusal(problems.slice(0, MOST_PROBLEMS))
    : success(read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])))
}

function readJsonLines(text: string): Result<readonly Told[], readonly Problem[]> {
  const told: Told[] = []
  for (const [index, source] of text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .entries()) {
    const line = index + 1
    if (source.trim() !== '') {
      const record = parseObject(source)
      if (record === null) {
        return refusal([{ line, field: 'file' }])
      }
      told.push({ line, record: { ...record, line } })
    }
  }
  return success(told)
}

function parseObject(source: string): object | null {
  try {
    const parsed: unknown = JSON.parse(source)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : null
  } catch {
    return null
  }
}

type Row = Readonly<Record<Field, string>> & { readonly line: number }

function readTable(text: string): Result<readonly Told[], readonly Problem[]> {
  const table = readCsv(text)
  if (!table.ok) {
    return refusal([{ line: table.error, field: 'file' }])
  }
  const [head = [], ...body] = table.value
  const columns = FIELDS.map((field) => ({
    field,
    at: head.findIndex((name) => NAMES[field].includes(name.trim().toLowerCase())),
  }))
  const missing = columns.filter(({ field, at }) => at < 0 && NEEDED.includes(field))
  if (missing.length > 0) {
    return refusal(missing.map(({ field }) => ({ line: 1, field })))
  }
  const rows = body.map((cells, index) => {
    const values = columns.map(({ field, at }) => [field, (cells[at] ?? '').trim()])
    return { ...Object.fromEntries(values), line: index + 2 } as Row
  })
  // Rows of one rejection need not stand together.
  const firsts = rows.filter(
    (row, index) => !isRejected(row) || rows.findIndex((other) => isSame(other, row)) === index,
  )
  return success(
    firsts.map((row) => ({
      line: row.line,
      record: isRejected(row)
        ? rejection(
            row,
            rows.filter((other) => isSame(other, row)),
          )
        : approval(row),
    })),
  )
}

function isRejected({ result }: Row): boolean {
  return resultOf(result) === 'rejected'
}

function isSame(one: Row, other: Row): boolean {
  return isRejected(one) && one.orderNumber === other.orderNumber && one.at === other.at
}

function rejection({ line, orderNumber, at }: Row, rows: readonly Row[]): object {
  const reasons = rows.map(({ code, field, problem, advice }) => ({
    ...(code === '' ? {} : { code }),
    field: field === '' ? WHOLE : field,
    problem,
    // An administration seldom says what to do; the problem is what there is to mend.
    advice: advice === '' ? problem : advice,
  }))
  // Told below as a field that a rejection has not: a certificate is issued with an approval.
  const certificate = rows.map((row) => row.certificate).find((name) => name !== '')
  return {
    ...{ line, orderNumber, result: 'rejected', at: instantOf(at), reasons },
    ...(certificate === undefined ? {} : { certificate }),
  }
}

function approval({ line, orderNumber, result, at, entity, services, certificate }: Row): object {
  return {
    line,
    orderNumber,
    result: resultOf(result),
    at: instantOf(at),
    entity: entity === '' ? null : entity,
    services: services
      .split(/[;；\n]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(serviceNumber),
    ...(certificate === '' ? {} : { certificate }),
  }
}

/** `s1=京ICP备12345678号-1`, or the number alone. */
function serviceNumber(part: string): { readonly serviceId: string | null; readonly number: string } {
  const at = part.indexOf('=')
  return at < 0
    ? { serviceId: null, number: part }
    : { serviceId: part.slice(0, at).trim(), number: part.slice(at + 1).trim() }
}

function resultOf(text: string): string {
  const known = (['approved', 'rejected'] as const).find((result) =>
    RESULTS[result].includes(text.toLowerCase()),
  )
  return known ?? text
}

function instantOf(text: string): string {
  const local = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/u.exec(text)
  if (local === null) {
    return text
  }
  const [, year = '', month = '', day = '', hour = '0', minute = '00', second = '00'] = local
  const two = (part: string): string => part.padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}+08:00`
}

function fieldOf(issue: z.core.$ZodIssue): Problem['field'] {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
  const [first = unknown[0], , third] = issue.path
  const inner = FIELDS.find((field) => field === third)
  return inner ?? ([...FIELDS, 'reasons'] as const).find((field) => field === first) ?? 'file'
}
