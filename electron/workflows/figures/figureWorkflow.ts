import { chinaDate } from '../../../shared/calendar/chinaTime'
import type { FiguresReply, FiguresRequest } from '../../../shared/protocol/figures'
import type { ChosenProposals, RuleProposals } from '../../../shared/rules/draft/ruleProposals'
import type { DesktopPort } from '../ports/desktopPort'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import { granted, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'figures'>
  readonly session: CurrentSession
  readonly desktop: Pick<DesktopPort, 'saveText'>
  readonly now: () => string
}

export interface FigureWorkflow {
  read(request: FiguresRequest): Promise<FiguresReply>
  /** Saves what was chosen for the next rule pack where the person says; no name when cancelled. */
  saveProposals(chosen: ChosenProposals): Promise<{ readonly fileName: string | null }>
}

/** What the team's work comes to. The server counts it; nothing of it is kept here. */
export function createFigureWorkflow({ server, session, desktop, now }: Dependencies): FigureWorkflow {
  return {
    read: async (request) => granted(await server.figures(tokenFor(session, 'read-figures'), request)),
    async saveProposals(chosen) {
      session.requireRight('propose-packs')
      const madeOn = chinaDate(Date.parse(now()))
      const file: RuleProposals = { format: 'beian-desk/rule-proposals', version: 1, madeOn, ...chosen }
      const fileName = `rule-proposals-${madeOn}.json`
      const isSaved = await desktop.saveText(fileName, `${JSON.stringify(file, null, 2)}\n`)
      return { fileName: isSaved ? fileName : null }
    },
  }
}
