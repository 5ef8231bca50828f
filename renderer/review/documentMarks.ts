import type { CaseView } from '../../shared/ipc/models'
import type { Finding } from '../../shared/imaging/findings'
import { MOST_PAGES } from '../../shared/imaging/pdfPages'

/** State of a document at a glance: its worst finding, or where its bytes are. */
export type DocumentMark = 'pass' | 'unsure' | 'fail' | 'pending' | 'none'

export function findingsOf(findings: readonly Finding[], documentId: string): readonly Finding[] {
  return findings.filter((finding) => finding.documentId === documentId)
}

export function documentMark(
  view: Pick<CaseView, 'findings' | 'documentStates'>,
  documentId: string,
): DocumentMark {
  const state = view.documentStates[documentId] ?? 'pending'
  if (state !== 'stored') {
    return state === 'failed' ? 'fail' : 'pending'
  }
  const own = findingsOf(view.findings, documentId)
  if (own.length === 0) {
    return 'none'
  }
  if (own.some((finding) => finding.verdict === 'fail')) {
    return 'fail'
  }
  return own.some((finding) => finding.verdict === 'unsure') ? 'unsure' : 'pass'
}

/** Pages of a document that can be looked at; one until it has been measured. */
export function pageCount(findings: readonly Finding[], documentId: string): number {
  const counted = findingsOf(findings, documentId).find(({ check }) => check === 'pages')?.value
  return Math.min(MOST_PAGES, Math.max(1, counted ?? 1))
}

/** The bytes are here but no picture can be made of them. */
export function isUndecodable(findings: readonly Finding[], documentId: string): boolean {
  return findingsOf(findings, documentId).some(
    (finding) => finding.check === 'decodable' && finding.verdict === 'fail',
  )
}
