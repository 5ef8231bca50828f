import { checklistReportSchema, type ChecklistReport } from './checklistReport'
import { readBundle } from '../../server/intake/readBundle'
import type { IntakeProblem } from '../../shared/protocol/apiModels'
import { refusal, success, type Result } from '../../shared/result'
import { evaluateChecklist } from '../../shared/rules/evaluateChecklist'
import type { RulePack } from '../../shared/rules/rulePack'

interface JudgeInput {
  /** A zipped bundle. */
  readonly bytes: Uint8Array
  /** The pack for a filing submitted at this instant. */
  readonly packFor: (submittedAt: string) => RulePack
  /** China date on which the filing is judged. */
  readonly today: string
  /** Epoch milliseconds; a submission that has not come yet is refused. */
  readonly now: number
}

/** Reads a bundle as intake does, with all its checks, and judges it as a first look at the case would. */
export async function judgeBundle({
  bytes,
  packFor,
  today,
  now,
}: JudgeInput): Promise<Result<ChecklistReport, readonly IntakeProblem[]>> {
  const read = await readBundle(Buffer.from(bytes), now)
  if (!read.ok) {
    return read
  }
  const { bundle, documents, contentSha256 } = read.value
  if (bundle.format !== 'beian-desk/filing') {
    const message = `Only an application has a checklist; this is ${bundle.format}`
    return refusal([{ code: 'field-invalid', path: 'format', message }])
  }
  const { orderNumber, round, province, submittedAt, application } = bundle
  const pack = packFor(submittedAt)
  const judged = documents.map(({ declared, sha256 }) => ({ ...declared, sha256 }))
  const lines = evaluateChecklist(
    pack,
    { province, rounds: [{ round, submittedAt, application, documents: judged }], decisions: [] },
    today,
  )
  const counts = { pass: 0, fail: 0, unsure: 0, 'not-applicable': 0, person: 0 }
  for (const { machine } of lines) {
    counts[machine?.verdict ?? 'person'] += 1
  }
  const report = {
    format: 'beian-desk/checklist',
    version: 1,
    orderNumber,
    round,
    province,
    filingType: application.filingType,
    submittedAt,
    contentSha256,
    rulePack: pack.version,
    today,
    counts,
    lines,
  }
  return success(checklistReportSchema.parse(report))
}
