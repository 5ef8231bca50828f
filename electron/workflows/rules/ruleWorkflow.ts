import type { PackDiff } from '../../../shared/rules/diffPacks'
import type { ReplyOf } from '../../../shared/ipc/contract'
import { RULE_PACK_LIMITS } from '../../../shared/protocol/limits'
import type { PackOverview } from '../../../shared/protocol/rulePacks'
import type { NotifyDesk } from '../ports/deskEvents'
import type { DesktopPort } from '../ports/desktopPort'
import type { DryRunPage, PacksOverview, ReviewServerPort, ServerResult } from '../ports/reviewServerPort'
import { granted, tokenFor } from '../serverAnswer'
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

const MEANINGS = { 'self-approval': 'second-person-needed', conflict: 'rule-pack-conflict' } as const

async function asked<T>(answer: Promise<ServerResult<T>>): Promise<T> {
  return granted(await answer, MEANINGS)
}

/** A supervisor's way with rule packs. All of it happens on the server; nothing of it is kept here. */
export function createRuleWorkflow(dependencies: Dependencies): RuleWorkflow {
  const { server, session, desktop, notify, nudgeSync } = dependencies

  async function settled(answer: ReturnType<ReviewServerPort['activateRulePack']>): Promise<PackOverview> {
    const pack = await asked(answer)
    notify('rules-changed', {})
    nudgeSync()
    return pack
  }

  return {
    overview: async () => asked(server.rulePackOverview(tokenFor(session, 'propose-packs'))),
    diff: async (packId) => asked(server.diffRulePack(tokenFor(session, 'propose-packs'), packId)),
    async importPack() {
      const token = tokenFor(session, 'propose-packs')
      const chosen = await desktop.chooseZip(RULE_PACK_LIMITS.archiveBytes)
      if (chosen === null) {
        return { outcome: 'cancelled' }
      }
      if (chosen === 'too-large') {
        const message = 'is larger than a rule pack may be'
        return { outcome: 'refused', problems: [{ file: '', ruleId: null, field: '', message }] }
      }
      const reply = await asked(server.proposeRulePack(token, chosen))
      notify('rules-changed', {})
      return reply
    },
    dryRun: async (packId) => asked(server.dryRunRulePack(tokenFor(session, 'propose-packs'), packId)),
    dryRunChanges: async (request) =>
      asked(server.dryRunChanges(tokenFor(session, 'propose-packs'), request)),
    activate: async (packId) => settled(server.activateRulePack(tokenFor(session, 'activate-packs'), packId)),
    withdraw: async (packId) => settled(server.withdrawRulePack(tokenFor(session, 'activate-packs'), packId)),
  }
}
