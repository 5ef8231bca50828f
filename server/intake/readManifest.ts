import { MANIFEST_NAME, problem } from './problem'
import type { ArchiveFiles } from './readArchive'
import { findUnstorableText } from '../store/storableText'
import { bundleSchema, type Bundle } from '../../shared/domain/filing'
import type { IntakeProblem } from '../../shared/protocol/apiModels'
import { refusal, success, type Result } from '../../shared/result'

/** Field problems told at once; a manifest with more is not near enough to one for a longer list to help. */
const MOST_FIELD_PROBLEMS = 100
/** Filings exist since 2005 (MII order 33); an earlier date of submission is a mistake of the sending system. */
const EARLIEST_SUBMISSION = Date.parse('2005-01-01T00:00:00+08:00')
/** Clocks differ; a submission from further ahead would stand at the wrong place of the queue. */
const CLOCK_TOLERANCE = 60 * 60_000

/** Parses `filing.json`. Every problem names the field, in the path notation of the file. */
export function readManifest(archive: ArchiveFiles, now: number): Result<Bundle, readonly IntakeProblem[]> {
  const content = archive.files.get(MANIFEST_NAME)
  if (!content) {
    return refusal(
      archive.unread.has(MANIFEST_NAME)
        ? []
        : [problem('manifest-missing', MANIFEST_NAME, 'The bundle has no filing.json')],
    )
  }
  const json = parseJson(content)
  if (!json.ok) {
    return refusal([problem('manifest-unreadable', MANIFEST_NAME, 'It is not JSON in UTF-8')])
  }
  const parsed = bundleSchema.safeParse(json.value)
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, MOST_FIELD_PROBLEMS)
    return refusal(issues.map((issue) => problem('field-invalid', issue.path.join('.'), issue.message)))
  }
  const problems = [
    ...textProblems(parsed.data),
    ...submissionProblems(parsed.data, now),
    ...serviceProblems(parsed.data),
  ]
  return problems.length > 0 ? refusal(problems) : success(parsed.data)
}

function parseJson(content: Buffer): Result<unknown, 'not-json'> {
  try {
    // TextDecoder drops a byte order mark, which Windows editors like to add.
    return success(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)))
  } catch {
    return refusal('not-json')
  }
}

function textProblems(bundle: Bundle): IntakeProblem[] {
  const path = findUnstorableText(bundle)
  return path === null ? [] : [problem('field-invalid', path, 'The text contains a character that is none')]
}

function submissionProblems(bundle: Bundle, now: number): IntakeProblem[] {
  const at = Date.parse(bundle.submittedAt)
  return at < EARLIEST_SUBMISSION || at > now + CLOCK_TOLERANCE
    ? [problem('field-invalid', 'submittedAt', 'The time of submission is too early or has not come yet')]
    : []
}

/** Services are told apart by id, and documents point at them by it. */
function serviceProblems(bundle: Bundle): IntakeProblem[] {
  if (bundle.format !== 'beian-desk/filing') {
    return []
  }
  const ids = 'services' in bundle.application ? bundle.application.services.map((service) => service.id) : []
  const problems = ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [problem('field-invalid', `application.services.${index}.id`, 'Another service has this id')],
  )
  for (const [index, { serviceId }] of bundle.documents.entries()) {
    if (serviceId !== undefined && !ids.includes(serviceId)) {
      problems.push(problem('field-invalid', `documents.${index}.serviceId`, 'No service has this id'))
    }
  }
  return problems
}
