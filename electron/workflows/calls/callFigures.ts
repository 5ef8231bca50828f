import type { CallFigures, CallFiguresRequest } from '../../../shared/protocol/callFigures'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import { granted, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'callFigures'>
  readonly session: CurrentSession
}

/** Asks the server what calls come to: it knows those of all desks, and nothing of it is kept here. */
export function createCallFigures({
  server,
  session,
}: Dependencies): (request: CallFiguresRequest) => Promise<CallFigures> {
  return async (request) =>
    granted(
      await server.callFigures(
        tokenFor(session, request.whose === 'team' ? 'read-any-case' : 'call'),
        request,
      ),
    )
}
