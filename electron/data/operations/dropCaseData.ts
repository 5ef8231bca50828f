import type { DataContext } from './dataContext'
import { reindexCase } from './reindexCase'

/**
 * Takes a case's data, its list of documents and its search words out of the database; runs inside a transaction.
 * Answers the files that no other stored case needs: they are removed once the transaction stands.
 */
export function dropCaseData(context: DataContext, caseId: string): readonly string[] {
  const { queries } = context
  queries.cases.remove(caseId)
  reindexCase(context, caseId)
  return forgetUnlisted(context)
}

/** Forgets files that nothing here lists any more; runs inside a transaction. Answers them, to be removed once it stands. */
export function forgetUnlisted({ queries }: DataContext): readonly string[] {
  const unlisted = queries.documents.unlisted()
  for (const sha256 of unlisted) {
    queries.documents.forgetFile(sha256)
  }
  queries.documentParts.removeUnlisted()
  return unlisted
}

/** Removes files after the transaction that forgot them. What a crash leaves behind goes at the next opening. */
export function removeFiles({ documents }: DataContext, sha256s: readonly string[]): void {
  for (const sha256 of sha256s) {
    documents.remove(sha256)
  }
}
