import { chinaDate } from '../../shared/calendar/chinaTime'
import type { Handlers } from '../../shared/ipc/contract'
import type { Settings } from '../../shared/ipc/models'
import type { z } from 'zod'
import type { workingTimeSchema } from '../../shared/ipc/models'
import { csvText } from '../../shared/review/csvText'
import { AppError } from './appError'
import type { AuditWorkflow } from './audit/auditWorkflow'
import type { SmsResultWorkflow } from './afterSubmission/smsResults'
import type { CalendarWorkflow } from './calendar/calendarWorkflow'
import type { createCallFigures } from './calls/callFigures'
import type { CallWorkflow } from './calls/callWorkflow'
import type { CarryWorkflow } from './carry/carryWorkflow'
import type { CaseWorkflow } from './cases/caseWorkflow'
import type { DayWorkflow } from './day/dayWorkflow'
import type { CertificateWorkflow } from './afterSubmission/certificates'
import type { FeedbackWorkflow } from './afterSubmission/feedback'
import type { FigureWorkflow } from './figures/figureWorkflow'
import type { PackageWorkflow } from './packages/packageWorkflow'
import type { DataPort } from './ports/dataPort'
import type { NotifyDesk } from './ports/deskEvents'
import type { DesktopPort } from './ports/desktopPort'
import type { ReuseWorkflow } from './reuse/reuseWorkflow'
import type { RuleWorkflow } from './rules/ruleWorkflow'
import type { createOwnPassword } from './session/ownPassword'
import type { ControlWorkflow } from './sampling/controlWorkflow'
import type { SamplingWorkflow } from './sampling/samplingWorkflow'
import type { SessionWorkflow } from './session/sessionWorkflow'
import { readStatus } from './sync/readStatus'
import type { RepairWorkflow } from './sync/repairWorkflow'
import type { SyncLoop } from './sync/syncLoop'
import type { AccountWorkflow } from './team/accountWorkflow'
import type { TeamWorkflow } from './team/teamWorkflow'

export interface DeskParts {
  readonly session: SessionWorkflow
  readonly cases: CaseWorkflow
  readonly calls: CallWorkflow
  readonly day: DayWorkflow
  readonly smsResults: SmsResultWorkflow
  readonly calendar: CalendarWorkflow
  readonly callFigures: ReturnType<typeof createCallFigures>
  readonly ownPassword: ReturnType<typeof createOwnPassword>
  readonly accounts: AccountWorkflow
  readonly team: TeamWorkflow
  readonly rules: RuleWorkflow
  readonly reuse: ReuseWorkflow
  readonly packages: PackageWorkflow
  readonly audit: AuditWorkflow
  readonly sampling: SamplingWorkflow
  readonly controls: ControlWorkflow
  readonly figures: FigureWorkflow
  readonly feedback: FeedbackWorkflow
  readonly certificates: CertificateWorkflow
  readonly sync: SyncLoop
  readonly repair: RepairWorkflow
  readonly carry: CarryWorkflow
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
    'session.ways': () => session.ways(),
    'session.signInByCompany': () => session.signInByCompany(),
    'session.openByPassphrase': (request) => session.openByPassphrase(request),
    'session.beginEnrolment': (request) => session.beginEnrolment(request),
    'session.saveEnrolmentRequest': () => session.saveEnrolmentRequest(),
    'session.takeEnrolmentReply': ({ fingerprint }) => session.takeEnrolmentReply(fingerprint),
    'session.giveUpEnrolment': () => session.giveUpEnrolment(),
    async 'session.changePassword'(request) {
      await desk.ownPassword.change(request)
      return {}
    },
    'session.lock': () => session.lock(),
    'session.unlock': (request) => session.unlock(request),

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
    async 'case.breakHold'(request) {
      await desk.team.breakHold(request)
      return {}
    },
    async 'case.handOver'(request) {
      await desk.team.handOver(request)
      return {}
    },
    'accounts.list': () => desk.accounts.list(),
    'accounts.manage': (act) => desk.accounts.manage(act),
    'team.onShift': () => desk.team.onShift(),
    'team.colleagues': async () => ({ colleagues: [...(await desk.team.colleagues())] }),
    async 'case.release'({ caseId }) {
      await cases.release(caseId)
      return {}
    },
    'case.read': ({ caseId }) => cases.read(caseId),
    async 'case.reveal'(request) {
      await cases.reveal(request)
      return {}
    },
    'case.saveDraft': ({ caseId, draft }) => cases.saveDraft(caseId, draft),
    'case.decide': (request) => cases.decide(request),

    'case.recordNotice': (request) => cases.recordNotice(request),

    'certificate.choose': ({ caseId, replaces }) => desk.certificates.choose(caseId, replaces),
    async 'certificate.drop'({ caseId }) {
      await desk.certificates.drop(caseId)
      return {}
    },
    'certificate.chosen': () => desk.certificates.chosen(),

    'case.answerProposal': (request) => cases.answerProposal(request),

    'case.adoptRulePack': ({ caseId, version }) => cases.adoptRulePack(caseId, version),

    'calls.list': () => desk.calls.list(),
    'calls.read': ({ caseId }) => desk.calls.read(caseId),
    'calls.saveDraft': ({ caseId, draft }) => desk.calls.saveDraft(caseId, draft),
    async 'calls.discardDraft'({ caseId }) {
      await desk.calls.discardDraft(caseId)
      return {}
    },
    'calls.record': ({ caseId, call }) => desk.calls.record(caseId, call),
    'calls.dial': (request) => desk.calls.dial(request),
    'calls.findCaller': ({ number }) => desk.calls.findCaller(number),

    'sms.readFile': () => desk.smsResults.readFile(),
    'sms.apply': ({ lines }) => desk.smsResults.apply(lines),

    'calls.figures': (request) => desk.callFigures(request),

    'day.read': () => desk.day.read(),
    'day.moveShift': ({ move }) => desk.day.moveShift(move),
    'day.beQuiet': ({ quiet }) => desk.day.beQuiet(quiet),
    'day.casesInHand': () => desk.day.casesInHand(),
    'day.leaveNotes': ({ notes }) => desk.day.leaveNotes(notes),

    'reuse.search': ({ caseId }) => desk.reuse.search(caseId),
    async 'reuse.open'(request) {
      await desk.reuse.open(request)
      return {}
    },

    'audit.list': (request) => desk.audit.list(request),
    'audit.state': () => desk.audit.state(),
    'sampling.read': (request) => desk.sampling.read(request),
    'sampling.start': ({ terms }) => desk.sampling.start(terms),
    'sampling.saveRegister': ({ planId }) => desk.sampling.saveRegister(planId),
    'sampling.redraw': ({ planId }) => desk.sampling.redraw(planId),
    'controls.read': () => desk.controls.read(),
    'controls.plan': (terms) => desk.controls.plan(terms),
    'controls.stock': ({ rules }) => desk.controls.stock(rules),
    'controls.end': ({ controlId }) => desk.controls.end(controlId),

    'feedback.readFile': () => desk.feedback.readFile(),
    'feedback.apply': ({ filings }) => desk.feedback.apply(filings),
    'figures.read': (request) => desk.figures.read(request),
    'figures.saveProposals': (chosen) => desk.figures.saveProposals(chosen),

    'rules.overview': () => rules.overview(),
    'rules.diff': ({ packId }) => rules.diff(packId),
    'rules.import': () => rules.importPack(),
    'rules.dryRun': ({ packId }) => rules.dryRun(packId),
    'rules.dryRunChanges': (request) => rules.dryRunChanges(request),
    'rules.activate': ({ packId }) => rules.activate(packId),
    'rules.withdraw': ({ packId }) => rules.withdraw(packId),

    'package.export': ({ caseId, reason }) => packages.exportPackage(caseId, reason),
    'package.gaps': async ({ caseId }) => ({ gaps: await packages.gaps(caseId) }),
    'package.register': ({ before }) => packages.register(before),
    'package.countBatch': (selection) => packages.countBatch(selection),
    'package.startBatch': (request) => packages.startBatch(request),
    'package.jobs': () => packages.jobs(),
    'package.failures': ({ jobId }) => packages.failures(jobId),
    async 'package.steerJob'({ jobId, step }) {
      await packages.steerJob(jobId, step)
      return {}
    },
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
    async 'sync.now'() {
      session.requireUser()
      await data.retryOutbox()
      sync.nudge()
      return {}
    },
    async 'sync.resync'() {
      await desk.repair.resync()
      return {}
    },
    'sync.repair': () => desk.repair.repair(),
    async 'sync.allowDeletion'({ what }) {
      await desk.repair.allowDeletion(what)
      return {}
    },
    'sync.saveDiagnostics': () => desk.repair.saveDiagnostics(),
    'sync.carryState': () => desk.carry.state(),
    'sync.carryOut': () => desk.carry.carryOut(),
    'sync.carryIn': () => desk.carry.carryIn(),
    async 'sync.outbox'() {
      session.requireUser()
      return [...(await data.listOutbox())]
    },
    async 'sync.refusedWork'({ commandId }) {
      session.requireUser()
      const work = await data.refusedWork(commandId)
      if (!work) {
        throw new AppError('not-found', 'No refused work of that id')
      }
      return work
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

    'clipboard.copy'({ text }) {
      session.requireUser()
      desktop.copyText(text)
      return Promise.resolve({})
    },

    async 'table.save'({ name, rows }) {
      const fileName = `${name}-${chinaDate(Date.parse(signedIn().now))}.csv`
      return { fileName: (await desktop.saveText(fileName, csvText(rows))) ? fileName : null }
    },

    'calendar.now': () => Promise.resolve(desk.workingTime(now())),
    'calendar.read': () => desk.calendar.read(),
    'calendar.change': (request) => desk.calendar.change(request),
    'calendar.chooseFeed': () => desk.calendar.chooseFeed(),
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
