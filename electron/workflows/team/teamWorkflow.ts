import type { Colleague } from '../../../shared/protocol/colleagues'
import type { OnShift } from '../../../shared/protocol/onShift'
import { AppError } from '../appError'
import { drawFailure } from '../cases/caseFailures'
import type { NotifyDesk } from '../ports/deskEvents'
import type { HandOver, ReviewServerPort } from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'
import type { Right } from '../../../shared/review/rights'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'colleagues' | 'onShift' | 'breakHold' | 'handOver'>
  readonly session: CurrentSession
  readonly notify: NotifyDesk
  readonly nudgeSync: () => void
}

export interface TeamWorkflow {
  /** Who a case can be handed to, and how much each has in hand. */
  colleagues(): Promise<readonly Colleague[]>
  /** Who is at work, and the hand-over notes that wait for somebody; for everybody who calls. */
  onShift(): Promise<OnShift>
  /** Ends the hold that this person was seen to have. */
  breakHold(request: { readonly caseId: string; readonly holderId: string }): Promise<void>
  handOver(request: HandOver): Promise<void>
}

/** What supervisors do about who has which case. Only the server knows that, so none of it works without it. */
export function createTeamWorkflow({ server, session, notify, nudgeSync }: Dependencies): TeamWorkflow {
  function tokenFor(right: Right): string {
    session.requireRight(right)
    const token = session.token()
    if (token === null) {
      throw new AppError('offline', 'The server decides about holds', { retryable: true })
    }
    return token
  }

  function announce(caseId: string): void {
    notify('case-changed', { caseId })
    nudgeSync()
  }

  return {
    async colleagues() {
      const answer = await server.colleagues(tokenFor('hand-over'))
      return answer.ok ? answer.value : Promise.reject(drawFailure(answer.error))
    },
    async onShift() {
      const answer = await server.onShift(tokenFor('call'))
      return answer.ok ? answer.value : Promise.reject(drawFailure(answer.error))
    },
    async breakHold(request) {
      const answer = await server.breakHold(tokenFor('break-hold'), request)
      if (!answer.ok) {
        throw drawFailure(answer.error)
      }
      announce(request.caseId)
    },
    async handOver(request) {
      const answer = await server.handOver(tokenFor('hand-over'), request)
      if (!answer.ok) {
        throw drawFailure(answer.error)
      }
      announce(request.caseId)
    },
  }
}
