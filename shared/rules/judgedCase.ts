import type { DocumentFace, DocumentKind, DocumentOwner } from '../domain/documentKinds'
import type { Application } from '../domain/filing'

/** What the rules need of a document. */
export interface JudgedDocument {
  readonly id: string
  readonly kind: DocumentKind
  readonly face: DocumentFace
  readonly owner: DocumentOwner
  readonly serviceId?: string | undefined
  /** Hash of the original bytes: two documents that share it are one picture. */
  readonly sha256: string
}

interface JudgedRound {
  readonly round: number
  /** Instant with its offset. */
  readonly submittedAt: string
  readonly application: Application
  readonly documents: readonly JudgedDocument[]
}

/**
 * What the rules need of a case. The case of the protocol is one; rules stand below the protocol and know no more of
 * it than this.
 */
export interface JudgedCase {
  /** State of the case where it is known: in second review the last decision has not settled anything yet. */
  readonly state?: string | undefined
  /** The last decision is not among the decisions: whoever gives the second look is not shown it. */
  readonly blind?: true | undefined
  /** Six-digit code of the division. */
  readonly province: string
  /** In order; the last is the one under review. */
  readonly rounds: readonly JudgedRound[]
  readonly decisions: ReadonlyArray<{
    readonly round: number
    readonly decision: { readonly verdict: string }
  }>
}

/** The round under review. */
export function roundUnderReview(judgedCase: Pick<JudgedCase, 'rounds'>): JudgedRound {
  const round = judgedCase.rounds.at(-1)
  if (round === undefined) {
    throw new Error('A case has at least one round')
  }
  return round
}
