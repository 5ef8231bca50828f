import type { ServerProblem } from '../ports/reviewServerPort'
import type { SyncDependencies } from './syncOnce'
import type { WantedDocument } from '../../data/dataOperations'
import { refusal, success, type Result } from '../../../shared/result'

/** Documents fetched in one go before status is told again. */
const BATCH = 8
/** Larger ones come in parts of this size: over a bad line of 2 Mbit/s a cut costs four seconds of work. */
const PART_BYTES = 1024 * 1024

/**
 * Fetches the documents of held and reserved cases that are not here yet, held cases first. What the server would not
 * give is asked for again at the next exchange. `mismatched` remembers documents whose bytes were not what the case
 * lists; asking for the same wrong bytes every few seconds helps nobody, so they wait until the caller forgets them.
 */
export async function downloadDocuments(
  dependencies: SyncDependencies,
  mismatched: Set<string>,
): Promise<Result<{ readonly stored: number }, ServerProblem | 'disk-full'>> {
  const { data, session, notify } = dependencies
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
      const { caseId, sha256 } = document
      const isLarge = document.bytes > PART_BYTES
      const kept = await (isLarge ? fetchInParts : fetchWhole)(dependencies, token, document)
      if (kept.ok) {
        stored += 1
      } else if (kept.error === 'mismatch') {
        mismatched.add(sha256)
      } else if (['offline', 'busy', 'unauthenticated', 'disk-full'].includes(kept.error)) {
        return refusal(kept.error)
      } else {
        refused.add(sha256)
        continue
      }
      notify('case-changed', { caseId })
    }
    notify('sync-changed', {})
  }
}

type Fetched = Result<null, ServerProblem | 'disk-full' | 'mismatch'>

async function fetchWhole(
  { data, server }: SyncDependencies,
  token: string,
  { caseId, sha256 }: WantedDocument,
): Promise<Fetched> {
  const answer = await server.readDocument(token, caseId, sha256)
  return answer.ok ? data.storeDocument({ caseId, sha256, bytes: answer.value }) : answer
}

/** Goes on behind the last part that came, in this sitting or an earlier one. */
async function fetchInParts(
  { data, server, session }: SyncDependencies,
  token: string,
  { caseId, sha256, bytes }: WantedDocument,
): Promise<Fetched> {
  let start = await data.documentPartsLength(sha256)
  while (start < bytes) {
    const length = Math.min(PART_BYTES, bytes - start)
    const part = await server.readDocumentPart(session.token() ?? token, caseId, sha256, { start, length })
    if (!part.ok) {
      return part
    }
    const kept = await data.storeDocumentPart({ caseId, sha256, start, bytes: part.value })
    if (!kept.ok) {
      // The case left meanwhile, or the server sent nothing: asked again with the next list.
      return refusal('not-found')
    }
    start += part.value.byteLength
  }
  return data.joinDocument({ caseId, sha256 })
}
