import { MOST_PAGES } from '../../../shared/imaging/pdfPages'
import { currentRound } from '../../../shared/protocol/case'
import type { DataOperations, StoredCase } from '../dataOperations'
import { CERTIFICATE, findingsOf, readingOf } from '../queries/documentQueries'
import { EMPTY_DRAFT } from '../queries/draftQueries'
import type { DataContext } from './dataContext'
import { pinnedCase } from './pinnedCase'

export function createReadCase({ queries, onScreen }: DataContext): DataOperations['readCase'] {
  return (caseId) => {
    const filingCase = pinnedCase(queries, caseId)
    if (filingCase === null) {
      return null
    }
    onScreen.caseId = caseId
    const { round } = currentRound(filingCase)
    const listed = queries.documents.ofCase(caseId)
    const everyRound = listed.filter(({ kind }) => kind !== CERTIFICATE)
    const documents = everyRound.filter((document) => document.round === round)
    const earlierRounds = filingCase.rounds.map((earlier) => earlier.round).filter((own) => own !== round)
    return {
      filingCase,
      hold: queries.holds.find(caseId)?.hold ?? null,
      drawReason: queries.holds.reason(caseId),
      draft: queries.drafts.find(caseId, round)?.draft ?? EMPTY_DRAFT,
      ...stateOf(documents),
      readings: Object.fromEntries(documents.map((document) => [document.documentId, readingOf(document)])),
      earlierDocuments: earlierRounds.toReversed().map((earlier) => ({
        round: earlier,
        ...stateOf(everyRound.filter((document) => document.round === earlier)),
      })),
      certificatePapers: listed.filter(({ kind }) => kind === CERTIFICATE).map(paperOf),
      outbox: queries.outbox.ofCase(caseId).map((stored) => stored.item),
    }
  }
}

/** Where the bytes of a certificate are, and its pages once they have been counted. */
function paperOf(
  document: ReturnType<DataContext['queries']['documents']['ofCase']>[number],
): StoredCase['certificatePapers'][number] {
  const counted = findingsOf(document).find(({ check }) => check === 'pages')?.value
  return {
    id: document.documentId,
    state: document.state ?? 'pending',
    pages: Math.min(MOST_PAGES, Math.max(1, counted ?? 1)),
  }
}

/** What was found in the documents of one round, and where their bytes are. */
function stateOf(
  documents: ReturnType<DataContext['queries']['documents']['ofCase']>,
): Pick<StoredCase['earlierDocuments'][number], 'findings' | 'documentStates'> {
  return {
    findings: documents.flatMap(findingsOf),
    documentStates: Object.fromEntries(
      documents.map((document) => [document.documentId, document.state ?? 'pending']),
    ),
  }
}
