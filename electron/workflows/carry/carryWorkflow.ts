import { CARRY_LIMITS, type ToDesk } from '../../../shared/protocol/carry'
import type { CarryInView, CarryOutView, CarryStateView } from '../../../shared/ipc/carry'
import type { MadeCarry } from '../../data/carryOperations'
import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { DesktopPort } from '../ports/desktopPort'
import type { RulePackShelf } from '../rules/rulePackShelf'
import type { CurrentSession } from '../session/sessionWorkflow'
import type { Exclusive } from '../sync/exclusive'

interface Dependencies {
  readonly data: DataPort
  readonly session: CurrentSession
  readonly desktop: Pick<DesktopPort, 'saveBundle' | 'chooseBundle'>
  readonly rulePacks: Pick<RulePackShelf, 'takeAll'>
  readonly holdsTurn: Exclusive
  readonly now: () => string
  readonly notify: NotifyDesk
  readonly nudgeSync: () => void
}

export interface CarryWorkflow {
  state(): Promise<CarryStateView>
  /** Writes a bundle for the server where the person says. */
  carryOut(): Promise<CarryOutView>
  /** Takes a bundle from the server that the person chooses. */
  carryIn(): Promise<CarryInView>
}

type Bundle = Extract<Awaited<ReturnType<DataPort['openCarry']>>, { ok: true }>['value']

/**
 * Exchanges with the server by a file. What comes in goes through the same operations as over the network, in the same
 * order, so all that holds of an exchange holds of a bundle.
 */
export function createCarryWorkflow(dependencies: Dependencies): CarryWorkflow {
  const { data, session, desktop, now, notify } = dependencies

  async function apply({ content, blobs }: Bundle): Promise<number> {
    const { outcomes, audit, fates, rows, packs, packFiles } = content
    await data.settleOutbox({ outcomes, now: now() })
    if (audit) {
      await data.settleAudit(audit)
    }
    await data.storeFates(fates)
    // Rows of single cases: the place in the feed stays where it is.
    const userId = session.requireUser().id
    await data.applyFeed({ rows, cursor: await data.readCursor(), userId })
    await dependencies.rulePacks.takeAll(
      packs,
      new Map(packFiles.map(({ version, files }) => [version, files])),
    )
    await dependencies.holdsTurn(() => takeCases(content))
    return storeDocuments(content, blobs)
  }

  async function takeCases({ holds, cases }: ToDesk): Promise<void> {
    const { dropped } = await data.applyHolds({ holds, now: now() })
    for (const filingCase of cases) {
      const hold = holds.find(({ caseId }) => caseId === filingCase.id) ?? null
      // The hold itself has been written by `applyHolds`, which knows what was drawn here.
      if (hold) {
        await data.storeCase({ filingCase, hold: null, now: now() })
        notify('case-changed', { caseId: filingCase.id })
      }
    }
    for (const caseId of dropped) {
      notify('case-changed', { caseId })
    }
  }

  async function storeDocuments({ cases }: ToDesk, blobs: Bundle['blobs']): Promise<number> {
    const listed = new Set(cases.map(({ id }) => id))
    let stored = 0
    for (const { caseId, sha256 } of await data.documentsWanted(CARRY_LIMITS.cases * 100)) {
      const bytes = listed.has(caseId) ? blobs.get(sha256) : undefined
      if (!bytes) {
        continue
      }
      const kept = await data.storeDocument({ caseId, sha256, bytes })
      if (!kept.ok && kept.error === 'disk-full') {
        throw new AppError('disk-full', 'The documents of the bundle do not fit')
      }
      stored += kept.ok ? 1 : 0
    }
    return stored
  }

  async function given({ number, commands }: MadeCarry, fileName: string, at: string): Promise<CarryOutView> {
    await data.carryGiven({ number, commands, now: at })
    notify('sync-changed', {})
    return { fileName, commands }
  }

  return {
    async state() {
      session.requireUser()
      const { deviceId, isReady, given, taken } = await data.carryState()
      return { deviceId, isReady, given, taken }
    },
    async carryOut() {
      session.requireRight('draw')
      const at = now()
      const made: MadeCarry[] = []
      const name = `beian-desk-${at.slice(0, 19).replaceAll(/[^0-9]/g, '')}.carry`
      const isSaved = await desktop.saveBundle(name, async () => {
        const answer = await data.makeCarry({ now: at })
        if (!answer.ok) {
          throw new AppError('offline', 'This desk has never met its server')
        }
        made.push(answer.value)
        return answer.value.bytes
      })
      const [left] = made
      return isSaved && left ? given(left, name, at) : { fileName: null, commands: 0 }
    },
    async carryIn() {
      session.requireRight('draw')
      const bytes = await desktop.chooseBundle(CARRY_LIMITS.bundleBytes)
      if (bytes === null) {
        return { outcome: 'cancelled' }
      }
      const opened = bytes === 'too-large' ? null : await data.openCarry({ bytes })
      if (!opened?.ok) {
        return { outcome: 'refused', problem: opened?.error ?? 'not-a-bundle' }
      }
      const { content } = opened.value
      const documents = await apply(opened.value)
      const { number, until } = content
      await data.finishCarry({ number, until, now: now() })
      notify('queue-changed', {})
      notify('sync-changed', {})
      dependencies.nudgeSync()
      const cases = content.cases.length
      return { outcome: 'taken', cases, documents, answers: content.outcomes.length, until }
    },
  }
}
