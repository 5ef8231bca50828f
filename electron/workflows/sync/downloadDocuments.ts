import type { ServerProblem } from '../ports/reviewServerPort'
import type { SyncDependencies } from './syncOnce'
import { refusal, success, type Result } from '../../../shared/result'

/** Documents fetched in one go before status is told again. */
const BATCH = 8

/**
 * Fetches the documents of held and reserved cases that are not here yet, held cases first. What the server would not
 * give is asked for again at the next exchange. `mismatched` remembers documents whose bytes were not what the case
 * lists; asking for the same wrong bytes every few seconds helps nobody, so they wait until the caller forgets them.
 */
export async function downloadDocuments(
  { data, server, session, notify }: SyncDependencies,
  mismatched: Set<string>,
): Promise<Result<{ readonly stored: number }, ServerProblem | 'disk-full'>> {
  let stored = 0
  const refused = new Set<string>()
  for (;;) {
    const listed = await data.documentsWanted(BATCH + refused.size + mismatched.size)
    const wanted = listed.filter(({ sha256 }) => !refused.has(sha256) && !mismatched.has(sha256))
    if (wanted.length === 0) {
      return success({ stored })
    }
    for (const document of wanted) {
      const token = session.token()
      if (token === null) {
        return refusal('unauthenticated')
      }
      const answer = await server.readDocument(token, document.caseId, document.sha256)
      if (!answer.ok) {
        if (answer.error === 'offline' || answer.error === 'unauthenticated') {
          return answer
        }
        refused.add(document.sha256)
        continue
      }
      const { caseId, sha256 } = document
      const kept = await data.storeDocument({ caseId, sha256, bytes: answer.value })
      if (kept.ok) {
        stored += 1
      } else if (kept.error === 'disk-full') {
        return refusal('disk-full')
      } else {
        mismatched.add(sha256)
      }
      notify('case-changed', { caseId })
    }
    notify('sync-changed', {})
  }
}
