import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDataOperations } from '../../../../electron/data/createDataOperations'
import type { NoticeKind } from '../../../../shared/review/day/notices'
import type { DataOperations } from '../../../../electron/data/dataOperations'
import { composeDesk } from '../../../../electron/main/composeDesk'
import { AppError } from '../../../../electron/workflows/appError'
import type { BrowserPort } from '../../../../electron/workflows/ports/browserPort'
import type { DataPort } from '../../../../electron/workflows/ports/dataPort'
import type { DesktopPort } from '../../../../electron/workflows/ports/desktopPort'
import type { MediaPort } from '../../../../electron/workflows/ports/mediaPort'
import type { RulePacks } from '../../../../electron/workflows/rules/checklistSource'
import type { PackTrust } from '../../../../electron/workflows/rules/rulePackShelf'
import type { CallName, EventName, ReplyOf, RequestOf } from '../../../../shared/ipc/contract'
import type { IpcResult } from '../../../../shared/ipc/result'
import { success } from '../../../../shared/result'
import type { Network } from './network'

/** Key derivation that takes no time; how dear it has to be is shown where keys are tested. */
const CHEAP_KDF_COST = { memoryKiB: 64, passes: 1, parallelism: 1 }

const NO_BROWSER: BrowserPort = {
  openSignInPage: () => Promise.reject(new Error('No page is opened here')),
  listen: () => Promise.reject(new Error('Nobody listens here')),
}

interface Options {
  readonly network: Network
  readonly rulePacks: RulePacks
  readonly now: () => string
  readonly packTrust?: PackTrust
  /** Nobody has a browser unless the test gives one. */
  readonly browser?: BrowserPort
  /** Folder of an earlier desk of the same machine. */
  readonly folder?: string
}

/** Looks at a condition after every turn of the event loop; never waits by the clock. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 50_000; turn += 1) {
    if (await condition()) {
      return
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`Never came: ${what}`)
}

/**
 * The whole workstation without Electron: real router, workflows and encrypted SQLite, in one process. Only the
 * network, the pictures' examination and the system's dialogs are put in by the test.
 */
export async function createTestDesk({
  network,
  rulePacks,
  now,
  folder,
  packTrust = { bundledKeys: [], pinnedKeys: null },
  browser = NO_BROWSER,
}: Options) {
  const home = folder ?? (await mkdtemp(join(tmpdir(), 'beian-desk-workflows-')))
  const events: { name: EventName; event: unknown }[] = []
  const unexpected: unknown[] = []
  const examined: string[] = []
  let exportFolder: string | null = null
  let discardedPages = 0
  const savedTexts: string[] = []
  /** What lies on the stick that is put into the machine. */
  const stick: { file: Uint8Array | null } = { file: null }
  const dialled: string[] = []
  const shownNotices: (readonly NoticeKind[])[] = []

  const media: MediaPort = {
    examine({ kind }) {
      examined.push(kind)
      return Promise.resolve(success({ findings: [] }))
    },
    read: () => Promise.resolve(success({ fields: [] })),
    fingerprint: () => Promise.resolve(success({ fingerprint: null })),
    thumbnail: ({ bytes }) => Promise.resolve(success({ bytes })),
    view: ({ bytes }) => Promise.resolve(success({ bytes })),
    dossier: () => Promise.reject(new Error('No dossier is built here')),
    close: () => Promise.resolve(),
  }
  const desktop: DesktopPort = {
    readSettings: () => ({ language: 'zh', theme: 'system', density: 'dense', lockAfterMinutes: 10 }),
    saveSettings: () => Promise.resolve(),
    exportFolder: () => exportFolder,
    chooseExportFolder: () => Promise.resolve((exportFolder = home)),
    chooseZip: () => Promise.resolve(null),
    chooseTextFile: () => Promise.resolve(null),
    chooseCertificate: () => Promise.resolve(null),
    revealFile: () => undefined,
    copyText: () => undefined,
    dial: (address) => {
      dialled.push(address)
      return Promise.resolve(true)
    },
    saveBundle: async (_name, make) => {
      stick.file = await make()
      return true
    },
    chooseBundle: () => Promise.resolve(stick.file),
    saveText: (_name, text) => {
      savedTexts.push(text)
      return Promise.resolve(true)
    },
    discardPage: () => {
      discardedPages += 1
    },
  }
  const data = portOf(
    createDataOperations({ nativeBinding: process.env['BEIAN_SQLITE_ADDON'], kdfCost: CHEAP_KDF_COST }),
  )
  const desk = composeDesk({
    data,
    media,
    desktop,
    browser,
    server: network.port,
    notify: (name, event) => {
      events.push({ name, event })
    },
    notices: {
      show: (kinds) => {
        shownNotices.push(kinds)
      },
    },
    rulePacks,
    packTrust,
    profilesFolder: join(home, 'profiles'),
    serverUrl: 'http://review.example',
    version: '0.0.0',
    runtime: 'test',
    now,
    random: () => 0,
    logUnexpected: (_scope, cause) => {
      unexpected.push(cause)
    },
  })

  function ask<N extends CallName>(name: N, request: RequestOf<N>): Promise<IpcResult<ReplyOf<N>>> {
    return desk.route(name, request) as Promise<IpcResult<ReplyOf<N>>>
  }

  async function call<N extends CallName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
    const answer = await ask(name, request)
    if (!answer.ok) {
      const error = new AppError(answer.error.code, `${name}: ${answer.error.message}`, answer.error)
      error.cause = unexpected.at(-1)
      throw error
    }
    return answer.value
  }

  return {
    data,
    folder: home,
    events,
    unexpected,
    examined,
    /** How often the page was thrown away with what it had in memory. */
    discardedPages: () => discardedPages,
    /** What was saved to files that the person chose. */
    savedTexts: (): readonly string[] => savedTexts,
    /** Bundles are written to it and taken from it. */
    stick,
    dialled: (): readonly string[] => dialled,
    /** What each notification of the operating system was about. */
    shownNotices: (): readonly (readonly NoticeKind[])[] => shownNotices,
    ask,
    call,
    signIn: (username: string, password: string) => call('session.signIn', { username, password }),
    /** Ticks whatever still keeps the case from passing, as a reviewer would who finds all in order. */
    async tickAll(caseId: string): Promise<void> {
      const { checklist, draft } = await call('case.read', { caseId })
      const answers = checklist
        .filter(({ blocking }) => blocking)
        .map(({ id }) => ({ lineId: id, verdict: 'ok' as const }))
      await call('case.saveDraft', { caseId, draft: { ...draft, answers } })
    },
    /** As when the process ends: nothing is told to the server. */
    close: () => desk.close(),
    remove: () => rm(home, { recursive: true, force: true }),
  }
}
export type TestDesk = Awaited<ReturnType<typeof createTestDesk>>

/** The operations as the worker's client shows them: each answers a promise, failures included. */
function portOf(operations: DataOperations): DataPort {
  const entries = Object.entries(operations).map(([name, run]) => [
    name,
    (...args: unknown[]) => Promise.resolve().then(() => (run as (...all: unknown[]) => unknown)(...args)),
  ])
  // Built from the operations' own names, so every member is there.
  return Object.fromEntries(entries) as DataPort
}
