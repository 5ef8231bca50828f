import type { ProposalAnswer } from '../../../shared/protocol/proposals'
import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly data: DataPort
  readonly session: CurrentSession
  readonly now: () => string
  readonly newId: () => string
  readonly notify: NotifyDesk
  readonly nudgeSync: () => void
}

export interface ProposalRequest {
  readonly caseId: string
  readonly proposalId: string
  readonly answer: ProposalAnswer
}

/** Copies a late decision into the draft of the case, or puts it aside; the server is told like of a decision. */
export async function answerProposal(
  { data, session, now, newId, notify, nudgeSync }: Dependencies,
  request: ProposalRequest,
): Promise<{ readonly commandId: string }> {
  session.requireRight('decide')
  const answered = await data.answerProposal({ ...request, commandId: newId(), now: now() })
  if (!answered.ok) {
    throw new AppError(answered.error, 'The late decision cannot be answered')
  }
  notify('case-changed', { caseId: request.caseId })
  notify('sync-changed', {})
  nudgeSync()
  return answered.value
}
