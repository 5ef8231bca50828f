import type { DocumentRef } from '../../../shared/ipc/documentUrl'
import type { ReuseView } from '../../../shared/ipc/reuse'
import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { ReviewServerPort, ServerProblem } from '../ports/reviewServerPort'
import { granted, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly data: DataPort
  readonly server: ReviewServerPort
  readonly session: CurrentSession
  readonly now: () => string
}

interface OpenRequest {
  readonly caseId: string
  readonly documentId: string
  readonly other: DocumentRef
}

export interface ReuseWorkflow {
  /** Asks the server where else the case's pictures and numbers were used; says so when nobody could be asked. */
  search(caseId: string): Promise<ReuseView>
  /** Fetches a found picture of another case, to be looked at beside our own. */
  open(request: OpenRequest): Promise<void>
}

/** The right to see pictures of others goes with the own case. */
const NO_LONGER_HELD = { forbidden: 'not-held' } as const

/** The reuse search runs on the server alone: no workstation has the cases of the others. */
export function createReuseWorkflow({ data, server, session, now }: Dependencies): ReuseWorkflow {
  return {
    async search(caseId) {
      session.requireRight('search-reuse')
      const token = session.token()
      if (token === null) {
        return { outcome: 'not-searched', reason: 'offline' }
      }
      const pictures = (await data.fingerprintsOf(caseId)).map(({ sha256, fingerprint }) => ({
        sha256,
        fingerprint,
      }))
      const answer = await server.searchReuse(token, { caseId, pictures })
      return answer.ok
        ? { outcome: 'searched', searchedAt: now(), found: answer.value }
        : { outcome: 'not-searched', reason: reasonOf(answer.error) }
    },
    async open({ caseId, documentId, other }) {
      const token = tokenFor(session, 'search-reuse')
      const { sha256, mediaType } = granted(
        await server.openReused(token, { caseId, documentId, other }),
        NO_LONGER_HELD,
      )
      // Recorded here and on the server each time, fetched once.
      const kept = await data.readDocument({ ...other, variant: 'original' })
      const bytes =
        kept?.sha256 === sha256
          ? kept.bytes
          : granted(await server.readDocument(token, other.caseId, sha256), NO_LONGER_HELD)
      const stored = await data.storeReusedDocument({ caseId, other, sha256, mediaType, bytes, now: now() })
      if (!stored.ok) {
        const code = stored.error === 'disk-full' ? 'disk-full' : 'not-found'
        throw new AppError(code, 'The picture cannot be kept')
      }
    },
  }
}

function reasonOf(problem: ServerProblem): Extract<ReuseView, { outcome: 'not-searched' }>['reason'] {
  switch (problem) {
    case 'offline':
    case 'busy':
    case 'unauthenticated':
      return 'offline'
    case 'locked-out':
      return 'too-often'
    case 'forbidden':
    case 'not-found':
      return 'not-held'
    default:
      return 'failed'
  }
}
