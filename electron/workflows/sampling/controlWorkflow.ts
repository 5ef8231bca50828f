import { chinaDate } from '../../../shared/calendar/chinaTime'
import type { ControlsView, StockReply } from '../../../shared/ipc/controls'
import type { ControlsReply, ControlTerms } from '../../../shared/protocol/controls'
import { BUNDLE_LIMITS } from '../../../shared/protocol/limits'
import type { DesktopPort } from '../ports/desktopPort'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import type { RulePackShelf } from '../rules/rulePackShelf'
import { granted, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'controls' | 'planControls' | 'endControl' | 'stockControl'>
  readonly session: CurrentSession
  readonly desktop: Pick<DesktopPort, 'chooseZip'>
  readonly rulePacks: Pick<RulePackShelf, 'inForce'>
  readonly now: () => string
}

export interface ControlWorkflow {
  read(): Promise<ControlsView>
  plan(terms: ControlTerms): Promise<ControlsView>
  /** Lets the person choose a bundle, and puts it into stock with the rules that its fault breaks. */
  stock(rules: readonly string[]): Promise<StockReply>
  /** Takes one out of stock, or withdraws a released one now. */
  end(controlId: string): Promise<ControlsView>
}

/** Hidden control cases, for supervisors. All of it is on the server and nothing of it is kept here. */
export function createControlWorkflow(parts: Dependencies): ControlWorkflow {
  const { server, session, desktop, rulePacks, now } = parts

  /** With the names of rules, of which one is chosen: those that may be broken on the day. */
  function viewOf(reply: ControlsReply): ControlsView {
    const pack = rulePacks.inForce(now())
    const today = chinaDate(Date.parse(now()))
    const rules = [...pack.general, ...Object.values(pack.byProvince).flat()]
    const inForce = rules.filter(
      ({ stage, effectiveTo }) =>
        stage === 'provider-review' && (effectiveTo === null || effectiveTo >= today),
    )
    return { ...reply, rules: inForce.map(({ id, title }) => ({ id, title })) }
  }

  return {
    read: async () => viewOf(granted(await server.controls(tokenFor(session, 'read-controls')))),
    plan: async (terms) =>
      viewOf(granted(await server.planControls(tokenFor(session, 'plan-controls'), terms))),
    async stock(rules) {
      const token = tokenFor(session, 'plan-controls')
      const chosen = await desktop.chooseZip(BUNDLE_LIMITS.bundleBytes)
      if (chosen === null) {
        return { outcome: 'cancelled' }
      }
      if (chosen === 'too-large') {
        const problem = {
          code: 'archive-too-large',
          path: '',
          message: 'larger than a bundle may be',
        } as const
        return { outcome: 'refused', problems: [problem] }
      }
      return granted(await server.stockControl(token, rules, chosen))
    },
    end: async (controlId) =>
      viewOf(granted(await server.endControl(tokenFor(session, 'plan-controls'), controlId))),
  }
}
