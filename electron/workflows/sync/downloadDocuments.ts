import type { ServerProblem } from '../ports/reviewServerPort'
import type { SyncDependencies } from './syncOnce'
import { refusal, success, type Result } from '../../../shared/result'

/** Documents fetched in one go before status is told again. */
const BATCH = 8

/**
 * Fetches the documents of held and reserved cases that are not here yet, held cases first. A document whose bytes
 * are not what the case lists is left out and tried again at the next exchange.
 */
export async function downloadDocuments({
  data,
  server,
  session,
  notify,
}: SyncDependencies): Promise<Result<{ readonly stored: number }, ServerProblem | 'disk-full'>> {
  let stored = 0
  const failed = new Set<string>()
  for (;;) {
    const wanted = (await data.documentsWanted(BATCH + failed.size)).filter(
      ({ sha256 }) => !failed.has(sha256),
    )
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
        failed.add(document.sha256)
        continue
      }
      const { caseId, sha256 } = document
      const kept = await data.storeDocument({ caseId, sha256, bytes: answer.value })
      if (!kept.ok) {
        if (kept.error === 'disk-full') {
          return refusal('disk-full')
        }
        failed.add(sha256)
        continue
      }
      stored += 1
      notify('case-changed', { caseId })
    }
    notify('sync-changed', {})
  }
}
