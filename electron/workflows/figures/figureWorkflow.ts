import { chinaDate } from '../../../shared/calendar/chinaTime'
import type { FiguresReply, FiguresRequest } from '../../../shared/protocol/figures'
import type { ChosenProposals, RuleProposals } from '../../../shared/rules/draft/ruleProposals'
import { AppError } from '../appError'
import { isUnanswered, noAnswer } from '../noAnswer'
import type { DesktopPort } from '../ports/desktopPort'
import type { ReviewServerPort } from '../ports/reviewServerPort'
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
    async read(request) {
      session.requireRight('read-figures')
      const token = session.token()
      if (token === null) {
        throw new AppError('offline', 'Figures are on the server', { retryable: true })
      }
      const answer = await server.figures(token, request)
      if (answer.ok) {
        return answer.value
      }
      if (isUnanswered(answer.error)) {
        throw noAnswer(answer.error)
      }
      throw answer.error === 'forbidden'
        ? new AppError('forbidden', 'The server refused')
        : new AppError('unexpected', `Server: ${answer.error}`, { retryable: true })
    },
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
