import { currentRound } from '../../../shared/protocol/case'
import type { DataOperations } from '../dataOperations'
import { findingsOf } from '../queries/documentQueries'
import { EMPTY_DRAFT } from '../queries/draftQueries'
import type { DataContext } from './dataContext'

export function createReadCase({ queries, onScreen }: DataContext): DataOperations['readCase'] {
  return (caseId) => {
    const filingCase = queries.cases.find(caseId)
    if (filingCase === null) {
      return null
    }
    onScreen.caseId = caseId
    const documents = queries.documents.ofCase(caseId)
    return {
      filingCase,
      hold: queries.holds.find(caseId)?.hold ?? null,
      drawReason: queries.holds.reason(caseId),
      draft: queries.drafts.find(caseId, currentRound(filingCase).round)?.draft ?? EMPTY_DRAFT,
      findings: documents.flatMap(findingsOf),
      documentStates: Object.fromEntries(
        documents.map((document) => [document.documentId, document.state ?? 'pending']),
      ),
      outbox: queries.outbox.ofCase(caseId).map((stored) => stored.item),
    }
  }
}
