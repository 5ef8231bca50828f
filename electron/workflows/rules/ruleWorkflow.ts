import type { PackDiff } from '../../../shared/rules/diffPacks'
import type { ReplyOf } from '../../../shared/ipc/contract'
import { RULE_PACK_LIMITS } from '../../../shared/protocol/limits'
import type { PackOverview } from '../../../shared/protocol/rulePacks'
import { AppError } from '../appError'
import { noAnswer } from '../noAnswer'
import type { NotifyDesk } from '../ports/deskEvents'
import type { DesktopPort } from '../ports/desktopPort'
import type {
  DryRunPage,
  PacksOverview,
  ReviewServerPort,
  ServerProblem,
  ServerResult,
} from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: ReviewServerPort
  readonly session: CurrentSession
  readonly desktop: DesktopPort
  readonly notify: NotifyDesk
  /** The team's packs may have changed: take the list at the next exchange. */
  readonly nudgeSync: () => void
}

export interface RuleWorkflow {
  overview(): Promise<PacksOverview>
  diff(packId: string): Promise<PackDiff>
  importPack(): Promise<ReplyOf<'rules.import'>>
  dryRun(packId: string): Promise<PackOverview>
  dryRunChanges(request: {
    readonly packId: string
    readonly ruleId?: string | undefined
    readonly offset: number
    readonly limit: number
  }): Promise<DryRunPage>
  activate(packId: string): Promise<PackOverview>
  withdraw(packId: string): Promise<PackOverview>
}

/** A supervisor's way with rule packs. All of it happens on the server; nothing of it is kept here. */
export function createRuleWorkflow(dependencies: Dependencies): RuleWorkflow {
  const { server, session, desktop, notify, nudgeSync } = dependencies

  function tokenFor(right: 'propose-packs' | 'activate-packs'): string {
    session.requireRight(right)
    const token = session.token()
    if (token === null) {
      throw new AppError('offline', 'Rule packs are on the server', { retryable: true })
    }
    return token
  }

  async function settled(answer: ReturnType<ReviewServerPort['activateRulePack']>): Promise<PackOverview> {
    const pack = await granted(answer)
    notify('rules-changed', {})
    nudgeSync()
    return pack
  }

  return {
    overview: async () => granted(server.rulePackOverview(tokenFor('propose-packs'))),
    diff: async (packId) => granted(server.diffRulePack(tokenFor('propose-packs'), packId)),
    async importPack() {
      const token = tokenFor('propose-packs')
      const chosen = await desktop.chooseZip(RULE_PACK_LIMITS.archiveBytes)
      if (chosen === null) {
        return { outcome: 'cancelled' }
      }
      if (chosen === 'too-large') {
        const message = 'is larger than a rule pack may be'
        return { outcome: 'refused', problems: [{ file: '', ruleId: null, field: '', message }] }
      }
      const reply = await granted(server.proposeRulePack(token, chosen))
      notify('rules-changed', {})
      return reply
    },
    dryRun: async (packId) => granted(server.dryRunRulePack(tokenFor('propose-packs'), packId)),
    dryRunChanges: async (request) => granted(server.dryRunChanges(tokenFor('propose-packs'), request)),
    activate: async (packId) => settled(server.activateRulePack(tokenFor('activate-packs'), packId)),
    withdraw: async (packId) => settled(server.withdrawRulePack(tokenFor('activate-packs'), packId)),
  }
}

async function granted<T>(answer: Promise<ServerResult<T>>): Promise<T> {
  const given = await answer
  if (!given.ok) {
    throw ruleFailure(given.error)
  }
  return given.value
}

function ruleFailure(problem: ServerProblem): AppError {
  switch (problem) {
    case 'offline':
    case 'busy':
      return noAnswer(problem)
    case 'forbidden':
    case 'not-found':
      return new AppError(problem, 'The server refused')
    case 'self-approval':
      return new AppError('second-person-needed', 'Another supervisor has to agree')
    case 'conflict':
      return new AppError('rule-pack-conflict', 'The proposal does not fit the packs as they are now')
    default:
      return new AppError('unexpected', `Server: ${problem}`, { retryable: true })
  }
}
