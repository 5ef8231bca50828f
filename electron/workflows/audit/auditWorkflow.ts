import type { AuditQuery, AuditStateReply } from '../../../shared/protocol/audit'
import type { AuditPage, ReviewServerPort } from '../ports/reviewServerPort'
import { granted, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'auditEntries' | 'auditState'>
  readonly session: CurrentSession
}

export interface AuditWorkflow {
  list(request: AuditQuery): Promise<AuditPage>
  /** Has the server walk all chains first. */
  state(): Promise<AuditStateReply>
}

/** An auditor's way with the chains. All of it is on the server and nothing of it is kept here. */
export function createAuditWorkflow({ server, session }: Dependencies): AuditWorkflow {
  const token = (): string => tokenFor(session, 'read-audit')

  return {
    list: async (request) => granted(await server.auditEntries(token(), request)),
    state: async () => granted(await server.auditState(token())),
  }
}
