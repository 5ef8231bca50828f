import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { createDeskCalendar, workingMinutesLeft } from '../../shared/calendar/deskCalendar'
import { createIpcRouter, type IpcRouter } from '../ipc/ipcRouter'
import { createCaseWorkflow } from '../workflows/cases/caseWorkflow'
import { createHandlers } from '../workflows/createHandlers'
import { createPackageWorkflow } from '../workflows/packages/packageWorkflow'
import type { DataPort } from '../workflows/ports/dataPort'
import type { NotifyDesk } from '../workflows/ports/deskEvents'
import type { DesktopPort } from '../workflows/ports/desktopPort'
import type { MediaPort } from '../workflows/ports/mediaPort'
import type { ReviewServerPort } from '../workflows/ports/reviewServerPort'
import { createChecklistSource, type RulePacks } from '../workflows/rules/checklistSource'
import { packOffer } from '../workflows/rules/packOffer'
import { createRulePackShelf, type PackTrust } from '../workflows/rules/rulePackShelf'
import { createReuseWorkflow } from '../workflows/reuse/reuseWorkflow'
import { createRuleWorkflow } from '../workflows/rules/ruleWorkflow'
import { createSessionWorkflow } from '../workflows/session/sessionWorkflow'
import { createConnectionTracker } from '../workflows/sync/connection'
import { createExclusive } from '../workflows/sync/exclusive'
import { createSyncLoop } from '../workflows/sync/syncLoop'
import { describeWorkingTime } from '../workflows/workingTime'

interface Parts {
  readonly data: DataPort
  readonly media: MediaPort
  readonly server: ReviewServerPort
  readonly desktop: DesktopPort
  readonly notify: NotifyDesk
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

export interface Desk {
  readonly route: IpcRouter
  isSignedIn(): boolean
  /** Ends what runs and closes the profile; the session token stays, sealed, for the next start. */
  close(): Promise<void>
}

/** Joins the workflows, in the order in which they need each other. Nothing else knows all of them. */
export function composeDesk(parts: Parts): Desk {
  const { data, media, server, desktop, notify, now, logUnexpected } = parts
  const calendar = createDeskCalendar()
  const holdsTurn = createExclusive()
  const shelf = createRulePackShelf({
    bundled: parts.rulePacks,
    trust: parts.packTrust,
    data,
    server,
    notify,
    logUnexpected,
  })
  const checklists = createChecklistSource(shelf.packs)

  const session = createSessionWorkflow({
    data,
    server,
    serverUrl: parts.serverUrl,
    profileFolder: (username) => profileFolder(parts.profilesFolder, parts.serverUrl, username),
    notify,
    onSignedIn: async () => {
      await shelf.load()
      sync.start()
    },
    onSignedOut: () => sync.stop(),
  })
  const sync = createSyncLoop({
    data,
    server,
    session,
    now,
    notify,
    rulePacks: shelf,
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
    holdsTurn,
    nudgeSync,
  })
  const packages = createPackageWorkflow({
    data,
    server,
    session,
    media,
    desktop,
    notify,
    now,
    newId,
    checklistOf: (filingCase, at) => checklists.checklistOf(filingCase, at),
    applicationVersion: parts.version,
    nudgeSync,
  })
  const rules = createRuleWorkflow({ server, session, desktop, notify, nudgeSync })
  const handlers = createHandlers({
    session,
    cases,
    rules,
    reuse: createReuseWorkflow({ data, server, session, now }),
    packages,
    sync,
    data,
    desktop,
    notify,
    now,
    workingTime: (at) => describeWorkingTime(calendar, at),
    app: { version: parts.version, runtime: parts.runtime },
    rulePackInForce: () => shelf.inForce(now()).version,
  })

  return {
    route: createIpcRouter(handlers, logUnexpected),
    isSignedIn: () => session.read().state === 'signed-in',
    async close() {
      await sync.stop()
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
