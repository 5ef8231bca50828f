import type {
  PackageCase,
  PackageChecklist,
  PackageDecision,
  PackageFiling,
} from '../../../shared/package/dataFiles'
import { currentRound, type AcknowledgedDecision, type Case } from '../../../shared/protocol/case'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import type { OriginalFile } from './originalFiles'

/** `data/filing.json`. The applicant's account at the provider stays with the provider. */
export function filingFile(filingCase: Case, originals: readonly OriginalFile[]): PackageFiling {
  const { round, submittedAt, application } = currentRound(filingCase)
  return {
    orderNumber: filingCase.orderNumber,
    round,
    province: filingCase.province,
    submittedAt,
    application,
    documents: originals.map(({ document, path }) => ({ ...document, file: path })),
  }
}

/** `data/decision.json`, without the notes reviewers wrote for each other. */
export function decisionFile(filingCase: Case, acknowledged: AcknowledgedDecision): PackageDecision {
  const { decision } = acknowledged
  return {
    orderNumber: filingCase.orderNumber,
    round: acknowledged.round,
    caseVersion: acknowledged.caseVersion,
    verdict: 'pass',
    rulePack: decision.rulePack,
    decidedBy: { displayName: acknowledged.decidedBy.displayName },
    decidedAt: acknowledged.decidedAt,
    auditHash: acknowledged.auditHash,
    lines: decision.lines.map(({ lineId, verdict, machine }) => ({ lineId, verdict, machine })),
    findings: decision.findings,
  }
}

/** `data/checklist.json`. */
export function checklistFile(filingCase: Case, lines: readonly ChecklistLine[]): PackageChecklist {
  return { orderNumber: filingCase.orderNumber, rulePack: filingCase.rulePack, lines: [...lines] }
}

/** `data/case.json`: the case's way up to the deciding decision; what came after is not part of the package. */
export function caseFile(filingCase: Case, deciding: AcknowledgedDecision): PackageCase {
  const passedAt = filingCase.timeline.findLastIndex(({ kind }) => kind === 'passed')
  const index = filingCase.decisions.indexOf(deciding)
  return {
    caseId: filingCase.id,
    orderNumber: filingCase.orderNumber,
    version: deciding.caseVersion,
    round: deciding.round,
    timeline: filingCase.timeline.slice(0, passedAt + 1),
    earlierDecisions: filingCase.decisions.slice(0, index).map((earlier) => ({
      round: earlier.round,
      verdict: earlier.decision.verdict,
      decidedBy: { displayName: earlier.decidedBy.displayName },
      decidedAt: earlier.decidedAt,
      auditHash: earlier.auditHash,
      reasons: earlier.decision.reasons,
    })),
  }
}
