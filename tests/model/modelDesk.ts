import { randomBytes } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { v7 } from 'uuid'
import type { Line } from './modelNetwork'
import { createDataPort, createLife, mortal } from './modelProcess'
import { PASSWORD } from './password'
import type { StandingProfile } from './standingProfiles'
import { openProfile, type OpenProfile } from '../../electron/data/profile/openProfile'
import { createReviewServerClient } from '../../electron/main/reviewServerClient'
import { createCaseWorkflow } from '../../electron/workflows/cases/caseWorkflow'
import { createChecklistSource, type RulePacks } from '../../electron/workflows/rules/checklistSource'
import { createRulePackShelf } from '../../electron/workflows/rules/rulePackShelf'
import { createRenewingServer } from '../../electron/workflows/session/renewingServer'
import { createSessionWorkflow } from '../../electron/workflows/session/sessionWorkflow'
import { downloadDocuments } from '../../electron/workflows/sync/downloadDocuments'
import { createExclusive } from '../../electron/workflows/sync/exclusive'
import { syncOnce } from '../../electron/workflows/sync/syncOnce'
import { createTeamWorkflow } from '../../electron/workflows/team/teamWorkflow'
import { createDeskCalendar } from '../../shared/calendar/deskCalendar'
import { success } from '../../shared/result'

interface Options<L> {
  /** The machine's folder: profile, and nothing else. */
  readonly folder: string
  readonly username: string
  readonly line: L
  readonly rulePacks: RulePacks
  /** The clock of this machine, which may be wrong. */
  readonly now: () => string
  /** Told of every command id that this desk makes up. */
  readonly onId: (id: string) => void
  /** An open profile of this folder, which the first opening takes instead of opening another. */
  readonly standing?: StandingProfile
}

export const PROFILE_ENVIRONMENT = {
  nativeBinding: process.env['BEIAN_SQLITE_ADDON'],
  randomBytes,
  kdfCost: { memoryKiB: 64, passes: 1, parallelism: 1 },
  calendar: createDeskCalendar(),
}

/** Cases in reserve: fewer than the server would give, so that more people meet at the same case. */
const RESERVED = 2

export type ModelDesk<L extends Pick<Line, 'fetch'> = Line> = ReturnType<typeof createModelDesk<L>>

/**
 * A workstation without window and pictures: the real workflows over the real operations on encrypted SQLite, and the
 * real client of the server. Nothing runs by itself; the sequence says when it exchanges with the server.
 */
export function createModelDesk<L extends Pick<Line, 'fetch'>>(options: Options<L>) {
  const { username, line, now, onId } = options
  const profile = path.join(options.folder, 'profile')
  const life = createLife()
  let opened: OpenProfile | null = null
  let standing = options.standing ?? null

  function running(): OpenProfile {
    if (opened === null) {
      throw new Error('The profile is not open')
    }
    return opened
  }

  const data = createDataPort(life, {
    async open(request) {
      if (standing !== null && opened === null) {
        opened = standing.profile
        return success({ created: false, waits: false })
      }
      const result = await openProfile(request, PROFILE_ENVIRONMENT)
      if (!result.ok) {
        return result
      }
      opened = result.value
      return success({ created: opened.created, waits: opened.waits() })
    },
    current: running,
    close() {
      const closing = opened
      keepStanding()
      opened = null
      closing?.close()
    },
  })
  const port = mortal(life, createReviewServerClient({ baseUrl: 'http://review.example', fetch: line.fetch }))
  const quiet = (): void => undefined
  const unexpected: unknown[] = []
  const logUnexpected = (_scope: string, cause: unknown): void => {
    unexpected.push(cause)
  }
  const sessionParts = {
    data,
    server: port,
    // Nobody in the model has a company account, or is enrolled by file.
    browser: { openSignInPage: () => Promise.reject(new Error()), listen: () => Promise.reject(new Error()) },
    desktop: { saveText: () => Promise.reject(new Error()), chooseBundle: () => Promise.reject(new Error()) },
    now,
    serverUrl: 'http://review.example',
    profileFolder: () => profile,
    providerKeys: null,
    notify: quiet,
    logUnexpected,
    onSignedIn: () => shelf.load(),
    onSignedOut: () => Promise.resolve(),
    onLocked: quiet,
  }
  const session = createSessionWorkflow(sessionParts)
  const server = createRenewingServer(port, session)
  const shelf = createRulePackShelf({
    bundled: options.rulePacks,
    trust: { bundledKeys: [], pinnedKeys: null },
    data,
    server,
    notify: quiet,
    logUnexpected,
  })
  const checklists = createChecklistSource(shelf.packs)
  const holdsTurn = createExclusive()
  const random = (): number => 0
  const fewer = { ...session, reservations: () => Math.min(RESERVED, session.reservations()) }
  const exchange = {
    ...{ data, server, session: fewer, rulePacks: shelf, now, random, notify: quiet, holdsTurn },
    countBy: () => undefined,
  }
  const caseParts = {
    data,
    server,
    session,
    now,
    newId: () => {
      const id = v7()
      onId(id)
      return id
    },
    notify: quiet,
    checklistOf: checklists.checklistOf,
    requiredDocumentsOf: checklists.requiredDocumentsOf,
    resubmissionOf: checklists.resubmissionOf,
    packOfferOf: () => null,
    reveals: { has: () => true, add: quiet, forget: quiet },
    workingMinutesLeft: () => 0,
    waitOf: () => null,
    holdsTurn,
    nudgeSync: quiet,
  }
  const cases = createCaseWorkflow(caseParts)
  const team = createTeamWorkflow({ server, session, notify: quiet, nudgeSync: quiet })

  /** What was written into the standing profile lies on disk from now on, as with any other. */
  function keepStanding(): void {
    standing?.keep()
    standing = null
  }

  function letGo(): void {
    if (standing === null) {
      opened?.context.db.close()
    } else {
      standing.giveBack()
    }
    opened = null
  }

  return {
    username,
    line,
    data,
    cases,
    team,
    session,
    now,
    unexpected,
    /** What the operations work with, for looking at what is stored. */
    context: () => running().context,
    isSignedIn: () => session.read().state === 'signed-in',
    async signIn(): Promise<void> {
      await session.signIn({ username, password: PASSWORD })
    },
    /** One exchange, as the sync loop does it; true when the server answered all of it. */
    async sync(): Promise<boolean> {
      const result = await syncOnce(exchange)
      if (!result.ok && result.error === 'unauthenticated') {
        session.tokenRefused()
      }
      return result.ok
    },
    async download(): Promise<void> {
      await downloadDocuments(exchange, new Set())
    },
    /** The process ends by itself at its so-manieth operation or request from now on. */
    endAfter(steps: number): void {
      life.endAfter(steps)
    },
    /** The process ends now. Copies the files as they lie there into another folder, and only then lets go of them. */
    crashInto(folder: string): void {
      life.end()
      keepStanding()
      copyMachine(options.folder, folder)
      letGo()
      rmSync(options.folder, { recursive: true, force: true })
    },
    /** Lets go of the files, whatever state they are in. */
    letGo,
    /** The application is closed as it should be. */
    async close(): Promise<void> {
      await data.closeProfile()
    },
  }
}

/** Copies a machine's files as they lie there; what SQLite keeps in shared memory does not outlive a process. */
export function copyMachine(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (file) => !file.endsWith('-shm') })
}
