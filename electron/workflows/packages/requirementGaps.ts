import languages from '../../../resources/codes/languages.json'
import preApprovals from '../../../resources/codes/pre-approvals.json'
import contents from '../../../resources/codes/service-content.json'
import type { Application, Service } from '../../../shared/domain/filing'
import { sniffDocument } from '../../../shared/imaging/sniffDocument'
import { MOST_GAPS, type RequirementGap } from '../../../shared/package/requirementGap'
import { currentRound, type AcknowledgedDecision, type Case } from '../../../shared/protocol/case'
import { gateProblems } from '../../../shared/review/decisionGate'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import { hasServices } from './dossier/wording'

interface PreflightRequest {
  readonly filingCase: Case
  readonly decision: AcknowledgedDecision
  /** The administration's checklist as it stood at the decision. */
  readonly checklist: readonly ChecklistLine[]
  /** Original bytes by SHA-256. */
  readonly documents: ReadonlyMap<string, Uint8Array>
}

/**
 * What the package would lack by the requirements of its administration; empty when nothing. The gate is asked once more,
 * with the answers that the decision recorded: a case may have passed under a checklist that knew less.
 */
export function requirementGaps(request: PreflightRequest): readonly RequirementGap[] {
  const { application } = currentRound(request.filingCase)
  return [...lineGaps(request), ...documentGaps(request), ...valueGaps(application)].slice(0, MOST_GAPS)
}

function lineGaps({ decision, checklist }: PreflightRequest): readonly RequirementGap[] {
  const known = new Map(checklist.map((line) => [line.id, line]))
  // Answers to lines that there are no more say nothing of what is asked for.
  const answers = decision.decision.lines.filter(({ lineId }) => known.has(lineId))
  const problems = gateProblems(checklist, {
    verdict: 'pass',
    answers: answers.map(({ lineId, verdict }) => ({ lineId, verdict })),
    reasons: [],
  })
  return problems.flatMap(({ code, lineIds }) =>
    lineIds.flatMap((lineId): RequirementGap[] => {
      const line = known.get(lineId)
      const gapCode = code === 'lines-not-ok' ? 'line-not-ok' : 'line-open'
      return line ? [{ code: gapCode, lineId, line: { zh: line.title.zh, en: line.title.en } }] : []
    }),
  )
}

function documentGaps({ filingCase, documents }: PreflightRequest): readonly RequirementGap[] {
  return currentRound(filingCase).documents.flatMap(({ id, kind, face, sha256, mediaType }) => {
    const bytes = documents.get(sha256)
    const sniffed = bytes ? sniffDocument(bytes) : null
    const isSound = sniffed?.ok === true && sniffed.mediaType === mediaType
    return isSound ? [] : [{ code: 'document-unreadable' as const, documentId: id, kind, face }]
  })
}

const TABLES = {
  contents: namesIn(contents),
  languages: namesIn(languages),
  preApprovals: namesIn(preApprovals),
} as const

/** The interface refuses what is none of its values (result code 1066 for languages); our forms offer nothing else. */
function valueGaps(application: Application): readonly RequirementGap[] {
  const services: readonly Service[] = hasServices(application) ? application.services : []
  return services.flatMap((service, index) => {
    const named = {
      contents: ['contentCategories', service.contentCategories],
      languages: ['languages', service.languages],
      preApprovals: ['preApprovals', service.preApprovals.map(({ category }) => category)],
    } as const
    return (['contents', 'languages', 'preApprovals'] as const).flatMap((table) => {
      const [member, values] = named[table]
      const field = `application.services.${String(index)}.${member}`
      const isWhole = values.every((value) => TABLES[table].has(value))
      return isWhole ? [] : [{ code: 'value-not-in-table' as const, field, table }]
    })
  })
}

function namesIn({
  values,
}: {
  readonly values: ReadonlyArray<{ readonly zh: string }>
}): ReadonlySet<string> {
  return new Set(values.map(({ zh }) => zh))
}
