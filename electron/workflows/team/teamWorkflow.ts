import type { Colleague } from '../../../shared/protocol/colleagues'
import type { OnShift } from '../../../shared/protocol/onShift'
import type { NotifyDesk } from '../ports/deskEvents'
import type { HandOver, ReviewServerPort } from '../ports/reviewServerPort'
import { granted, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'

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

const HELD = { conflict: 'held-by-other' } as const

/** What supervisors do about who has which case. Only the server knows that, so none of it works without it. */
export function createTeamWorkflow({ server, session, notify, nudgeSync }: Dependencies): TeamWorkflow {
  function announce(caseId: string): void {
    notify('case-changed', { caseId })
    nudgeSync()
  }

  return {
    colleagues: async () => granted(await server.colleagues(tokenFor(session, 'hand-over'))),
    onShift: async () => granted(await server.onShift(tokenFor(session, 'call'))),
    async breakHold(request) {
      granted(await server.breakHold(tokenFor(session, 'break-hold'), request), HELD)
      announce(request.caseId)
    },
    async handOver(request) {
      granted(await server.handOver(tokenFor(session, 'hand-over'), request), HELD)
      announce(request.caseId)
    },
  }
}
