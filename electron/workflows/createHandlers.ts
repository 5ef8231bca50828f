import type { Handlers } from '../../shared/ipc/contract'
import type { Settings } from '../../shared/ipc/models'
import type { z } from 'zod'
import type { workingTimeSchema } from '../../shared/ipc/models'
import { AppError } from './appError'
import type { CaseWorkflow } from './cases/caseWorkflow'
import type { PackageWorkflow } from './packages/packageWorkflow'
import type { DataPort } from './ports/dataPort'
import type { NotifyDesk } from './ports/deskEvents'
import type { DesktopPort } from './ports/desktopPort'
import type { ReuseWorkflow } from './reuse/reuseWorkflow'
import type { RuleWorkflow } from './rules/ruleWorkflow'
import type { SessionWorkflow } from './session/sessionWorkflow'
import { readStatus } from './sync/readStatus'
import type { SyncLoop } from './sync/syncLoop'

export interface DeskParts {
  readonly session: SessionWorkflow
  readonly cases: CaseWorkflow
  readonly rules: RuleWorkflow
  readonly reuse: ReuseWorkflow
  readonly packages: PackageWorkflow
  readonly sync: SyncLoop
  readonly data: DataPort
  readonly desktop: DesktopPort
  readonly notify: NotifyDesk
  readonly now: () => string
  readonly workingTime: (now: string) => z.output<typeof workingTimeSchema>
  readonly app: { readonly version: string; readonly runtime: string }
  /** Version by which filings submitted today are judged. */
  readonly rulePackInForce: () => string
}

/** One handler per call of the contract; each joins workflows and holds no rule of its own. */
export function createHandlers(desk: DeskParts): Handlers {
  const { session, cases, rules, packages, sync, data, desktop, notify, now } = desk

  function signedIn(): { readonly userId: string; readonly now: string } {
    return { userId: session.requireUser().id, now: now() }
  }

  return {
    'session.read': () => Promise.resolve(session.read()),
    'session.signIn': (request) => session.signIn(request),
    'session.signOut': () => session.signOut(),

    'settings.read': () => Promise.resolve(desktop.readSettings()),
    async 'settings.change'(request) {
      const settings: Settings = { ...desktop.readSettings(), ...withoutUndefined(request) }
      await desktop.saveSettings(settings)
      return settings
    },

    'queue.list': (request) => data.listQueue({ ...request, ...signedIn() }),
    'queue.facets': () => data.queueFacets(signedIn()),
    async 'queue.item'({ caseId }) {
      const item = await data.queueItem({ caseId, now: signedIn().now })
      if (!item) {
        throw new AppError('not-found', 'No such case')
      }
      return item
    },

    'case.drawNext': () => cases.drawNext(),
    'case.draw': ({ caseId }) => cases.draw(caseId),
    async 'case.release'({ caseId }) {
      await cases.release(caseId)
      return {}
    },
    'case.read': ({ caseId }) => cases.read(caseId),
    'case.saveDraft': ({ caseId, draft }) => cases.saveDraft(caseId, draft),
    'case.decide': (request) => cases.decide(request),

    'case.recordNotice': (request) => cases.recordNotice(request),

    'case.adoptRulePack': ({ caseId, version }) => cases.adoptRulePack(caseId, version),

    'reuse.search': ({ caseId }) => desk.reuse.search(caseId),
    async 'reuse.open'(request) {
      await desk.reuse.open(request)
      return {}
    },

    'rules.overview': () => rules.overview(),
    'rules.diff': ({ packId }) => rules.diff(packId),
    'rules.import': () => rules.importPack(),
    'rules.dryRun': ({ packId }) => rules.dryRun(packId),
    'rules.dryRunChanges': (request) => rules.dryRunChanges(request),
    'rules.activate': ({ packId }) => rules.activate(packId),
    'rules.withdraw': ({ packId }) => rules.withdraw(packId),

    'package.export': ({ caseId }) => packages.exportPackage(caseId),
    'package.list': () => packages.list(),
    async 'package.chooseFolder'() {
      session.requireUser()
      return { folder: await desktop.chooseExportFolder() }
    },
    async 'package.reveal'({ packageId }) {
      await packages.reveal(packageId)
      return {}
    },
    'package.recordSubmission': ({ packageId }) => packages.recordSubmission(packageId),

    'sync.status': () => readStatus(data, session, sync.connection(), desk.rulePackInForce()),
    'sync.now'() {
      session.requireUser()
      sync.nudge()
      return Promise.resolve({})
    },
    async 'sync.outbox'() {
      session.requireUser()
      return [...(await data.listOutbox())]
    },
    async 'sync.settleRefused'({ commandId }) {
      session.requireUser()
      const settled = await data.settleRefused({ commandId, now: now() })
      if (!settled.ok) {
        throw new AppError('not-found', 'No refused work of that id')
      }
      notify('sync-changed', {})
      notify('queue-changed', {})
      return {}
    },

    'calendar.now': () => Promise.resolve(desk.workingTime(now())),
    'app.info': () =>
      Promise.resolve({
        ...desk.app,
        rulePack: desk.rulePackInForce(),
        exportFolder: desktop.exportFolder(),
      }),
  }
}

/** A field left out of a partial request must not overwrite what is there. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
