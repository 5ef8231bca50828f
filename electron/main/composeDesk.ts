import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { workingMinutesLeft } from '../../shared/calendar/deskCalendar'
import { createReplaceableCalendar } from '../../shared/calendar/replaceable'
import { caseWait } from '../../shared/protocol/caseWait'
import { createIpcRouter, type IpcRouter } from '../ipc/ipcRouter'
import { createAuditWorkflow } from '../workflows/audit/auditWorkflow'
import { createControlWorkflow } from '../workflows/sampling/controlWorkflow'
import { createSamplingWorkflow } from '../workflows/sampling/samplingWorkflow'
import { createSmsResultWorkflow } from '../workflows/afterSubmission/smsResults'
import { createCalendarWorkflow } from '../workflows/calendar/calendarWorkflow'
import { createCallFigures } from '../workflows/calls/callFigures'
import { createCallWorkflow } from '../workflows/calls/callWorkflow'
import { createCarryWorkflow } from '../workflows/carry/carryWorkflow'
import { createCaseWorkflow } from '../workflows/cases/caseWorkflow'
import { createReveals } from '../workflows/cases/reveals'
import { createHandlers } from '../workflows/createHandlers'
import { createDayWorkflow } from '../workflows/day/dayWorkflow'
import { createNoticeWatch } from '../workflows/day/noticeWatch'
import { createCertificateWorkflow } from '../workflows/afterSubmission/certificates'
import { createFeedbackWorkflow } from '../workflows/afterSubmission/feedback'
import { createFigureWorkflow } from '../workflows/figures/figureWorkflow'
import { createPackageExporter } from '../workflows/packages/exportCase'
import { createExportRunner } from '../workflows/packages/exportRunner'
import { createPackageWorkflow } from '../workflows/packages/packageWorkflow'
import type { BrowserPort } from '../workflows/ports/browserPort'
import type { DataPort } from '../workflows/ports/dataPort'
import type { NotifyDesk } from '../workflows/ports/deskEvents'
import type { DesktopPort } from '../workflows/ports/desktopPort'
import type { NoticePort } from '../workflows/ports/noticePort'
import type { MediaPort } from '../workflows/ports/mediaPort'
import type { ReviewServerPort } from '../workflows/ports/reviewServerPort'
import { createChecklistSource, type RulePacks } from '../workflows/rules/checklistSource'
import { packOffer } from '../workflows/rules/packOffer'
import { createRulePackShelf, type PackTrust } from '../workflows/rules/rulePackShelf'
import { createReuseWorkflow } from '../workflows/reuse/reuseWorkflow'
import { createRuleWorkflow } from '../workflows/rules/ruleWorkflow'
import { createOwnPassword } from '../workflows/session/ownPassword'
import { createRenewingServer } from '../workflows/session/renewingServer'
import { createSessionWorkflow } from '../workflows/session/sessionWorkflow'
import { createConnectionTracker } from '../workflows/sync/connection'
import { createExclusive } from '../workflows/sync/exclusive'
import { createRepairWorkflow } from '../workflows/sync/repairWorkflow'
import { createSyncLoop } from '../workflows/sync/syncLoop'
import { createAccountWorkflow } from '../workflows/team/accountWorkflow'
import { createTeamWorkflow } from '../workflows/team/teamWorkflow'
import { describeWorkingTime } from '../workflows/workingTime'

interface Parts {
  readonly data: DataPort
  readonly media: MediaPort
  readonly server: ReviewServerPort
  readonly desktop: DesktopPort
  readonly browser: BrowserPort
  readonly notify: NotifyDesk
  readonly notices: NoticePort
  /** Packs that came with the application. */
  readonly rulePacks: RulePacks
  readonly packTrust: PackTrust
  readonly profilesFolder: string
  readonly serverUrl: string
  readonly version: string
  readonly runtime: string
  readonly now: () => string
  readonly random: () => number
  readonly logUnexpected: (scope: string, cause: unknown) => void
}

/** How often it is looked whether something is due that no change tells of. */
const LOOK_EVERY_MS = 30_000

export interface Desk {
  readonly route: IpcRouter
  /** Which opening of the desk this is, by sign-in or unlocking; null while nobody is signed in or it is locked. */
  opening(): number | null
  /** Whether documents of the case may be shown: it is held, looked at beside one that is, or was revealed. */
  mayShow(caseId: string): Promise<boolean>
  /** Locks the desk, whatever the page does. */
  lock(): Promise<void>
  /** Ends what runs and closes the profile; the session token stays, sealed, for the next start. */
  close(): Promise<void>
}

/** Joins the workflows, in the order in which they need each other. Nothing else knows all of them. */
export function composeDesk(parts: Parts): Desk {
  const { data, media, desktop, now, logUnexpected } = parts
  const calendar = createReplaceableCalendar()
  const noticeWatch = createNoticeWatch({
    data,
    notices: parts.notices,
    workingMinutesLeft: (dueAt, at) => workingMinutesLeft(calendar, dueAt, at),
    now,
    repeat(run) {
      const timer = setInterval(run, LOOK_EVERY_MS)
      return () => {
        clearInterval(timer)
      }
    },
    logUnexpected,
  })
  const notify: NotifyDesk = (name, event) => {
    parts.notify(name, event)
    noticeWatch.look()
  }
  const holdsTurn = createExclusive()
  const reveals = createReveals()
  let openings = 0
  const session = createSessionWorkflow({
    data,
    server: parts.server,
    browser: parts.browser,
    desktop,
    now,
    serverUrl: parts.serverUrl,
    profileFolder: (username) => profileFolder(parts.profilesFolder, parts.serverUrl, username),
    providerKeys: parts.packTrust.pinnedKeys,
    notify,
    logUnexpected,
    onSignedIn: async () => {
      openings += 1
      await shelf.load()
      calendar.replace(await data.teamCalendar())
      sync.start()
      noticeWatch.start()
      await packages.resumeJobs()
    },
    onSignedOut: async () => {
      reveals.forget()
      await endWork()
    },
    onLocked: () => {
      reveals.forget()
      desktop.discardPage()
    },
  })
  const server = createRenewingServer(parts.server, session)
  const shelf = createRulePackShelf({
    bundled: parts.rulePacks,
    trust: parts.packTrust,
    data,
    server,
    notify,
    logUnexpected,
  })
  const checklists = createChecklistSource(shelf.packs)

  const sync = createSyncLoop({
    data,
    server,
    session,
    now,
    notify,
    rulePacks: shelf,
    countBy: calendar.replace,
    holdsTurn,
    media,
    connection: createConnectionTracker(now()),
    random: parts.random,
    logUnexpected,
  })
  const nudgeSync = (): void => {
    sync.nudge()
  }
  const cases = createCaseWorkflow({
    data,
    server,
    session,
    now,
    newId,
    notify,
    checklistOf: (filingCase, at) => checklists.checklistOf(filingCase, at),
    requiredDocumentsOf: (filingCase, at) => checklists.requiredDocumentsOf(filingCase, at),
    resubmissionOf: (filingCase, at) => checklists.resubmissionOf(filingCase, at),
    packOfferOf: (filingCase, at) =>
      packOffer(filingCase, {
        packs: shelf.packs,
        inForce: shelf.inForce(at),
        checklistOf: (judged) => checklists.checklistOf(judged, at),
      }),
    workingMinutesLeft: (dueAt, at) => workingMinutesLeft(calendar, dueAt, at),
    waitOf: (filingCase, at) => caseWait(filingCase, calendar, Date.parse(at)),
    holdsTurn,
    reveals,
    nudgeSync,
  })
  const exporter = createPackageExporter({
    data,
    server,
    session,
    media,
    checklistOf: (filingCase, at) => checklists.checklistOf(filingCase, at),
    askedDocumentsOf: (filingCase, at) => checklists.askedDocumentsOf(filingCase, at),
    applicationVersion: parts.version,
    now,
  })
  const exports = createExportRunner({
    data,
    exporter,
    onChange: () => {
      notify('packages-changed', {})
    },
    logUnexpected,
  })
  const packages = createPackageWorkflow({
    data,
    server,
    session,
    exporter,
    runner: exports,
    desktop,
    notify,
    now,
    newId,
    nudgeSync,
    logUnexpected,
  })
  const rules = createRuleWorkflow({ server, session, desktop, notify, nudgeSync })
  const handlers = createHandlers({
    session,
    cases,
    calls: createCallWorkflow({ data, session, desktop, calendar, reveals, now, newId, notify, nudgeSync }),
    smsResults: createSmsResultWorkflow({ server, session, desktop, nudgeSync }),
    callFigures: createCallFigures({ server, session }),
    calendar: createCalendarWorkflow({ data, server, session, desktop, notify, countBy: calendar.replace }),
    ownPassword: createOwnPassword({ data, server, session }),
    accounts: createAccountWorkflow({ server, session }),
    day: createDayWorkflow({ data, session, now, newId, notify, nudgeSync }),
    team: createTeamWorkflow({ server, session, notify, nudgeSync }),
    rules,
    reuse: createReuseWorkflow({ data, server, session, now }),
    packages,
    audit: createAuditWorkflow({ server, session }),
    sampling: createSamplingWorkflow({ server, session, desktop }),
    controls: createControlWorkflow({ server, session, desktop, now, rulePacks: shelf }),
    figures: createFigureWorkflow({ server, session, desktop, now }),
    feedback: createFeedbackWorkflow({ server, session, desktop, nudgeSync }),
    certificates: createCertificateWorkflow({ data, session, desktop, now, notify, nudgeSync }),
    sync,
    carry: createCarryWorkflow({
      data,
      session,
      desktop,
      rulePacks: shelf,
      holdsTurn,
      now,
      notify,
      nudgeSync,
    }),
    repair: createRepairWorkflow({
      data,
      session,
      desktop,
      now,
      notify,
      nudgeSync,
      diagnosed: () => ({
        version: parts.version,
        runtime: parts.runtime,
        rulePack: shelf.inForce(now()).version,
        connection: sync.connection(),
        exchanges: sync.exchanges(),
      }),
    }),
    data,
    desktop,
    notify,
    now,
    workingTime: (at) => describeWorkingTime(calendar, at),
    app: { version: parts.version, runtime: parts.runtime },
    rulePackInForce: () => shelf.inForce(now()).version,
  })

  /** A package that waits for the network waits no longer than the exchange, and is made at the next start. */
  async function endWork(): Promise<void> {
    await noticeWatch.stop()
    const exported = exports.stop()
    await sync.stop()
    await exported
  }

  return {
    route: createIpcRouter(handlers, logUnexpected),
    mayShow: async (caseId) => reveals.has(caseId) || data.isOpenHere(caseId),
    opening: () => (session.read().state === 'signed-in' ? openings : null),
    async lock() {
      await session.lock()
    },
    async close() {
      await endWork()
      await data.closeProfile()
    },
  }
}

/** One folder for each account at each server. The name is a hash, so that a listing tells nobody who works here. */
function profileFolder(profilesFolder: string, serverUrl: string, username: string): string {
  const name = createHash('sha256')
    .update(`${new URL(serverUrl).origin}\n${username.trim().toLowerCase()}`)
    .digest('hex')
    .slice(0, 32)
  return join(profilesFolder, name)
}
