import path from 'node:path'
import type { ExportOptions } from './exportOptions'
import { secureFetchOf } from '../line/secureFetchOf'
import { makePrivateFolder } from '../../electron/common/durableFile'
import { createMediaHost } from '../../electron/common/mediaProcess/createMediaHost'
import { stdioTransport } from '../../electron/common/mediaProcess/stdioTransport'
import { loadRulePacks } from '../../electron/common/resources/loadRulePacks'
import { createDataOperations } from '../../electron/data/createDataOperations'
import { createReviewServerClient } from '../../electron/main/reviewServerClient'
import { createPackageExporter } from '../../electron/workflows/packages/exportCase'
import { createExportRunner, type ExportRunner } from '../../electron/workflows/packages/exportRunner'
import type { StoredSession } from '../../electron/data/dataOperations'
import type { DataPort } from '../../electron/workflows/ports/dataPort'
import type { ReviewServerPort } from '../../electron/workflows/ports/reviewServerPort'
import { createChecklistSource } from '../../electron/workflows/rules/checklistSource'
import { createRulePackShelf } from '../../electron/workflows/rules/rulePackShelf'
import { storedSession } from '../../electron/workflows/session/companyOpening'
import { createRenewingServer } from '../../electron/workflows/session/renewingServer'
import { createTokenRenewal } from '../../electron/workflows/session/tokenRenewal'
import { exchangeAudit } from '../../electron/workflows/sync/exchangeAudit'
import { may } from '../../shared/review/rights'
import { refusal, success, type Result } from '../../shared/result'

const ROOT = path.resolve(import.meta.dirname, '../..')

export interface ExportDesk {
  readonly data: DataPort
  readonly server: ReviewServerPort
  readonly runner: ExportRunner
  readonly displayName: string
  token(): string
  /** Shows the server the audit chain of this desk, ends its sign-in and closes everything. */
  close(): Promise<void>
}

interface Surroundings {
  readonly options: ExportOptions
  readonly password: string
  readonly version: string
  readonly now: () => string
  readonly onChange: () => void
  readonly logUnexpected: (scope: string, cause: unknown) => void
}

/**
 * A desk without a window, as far as exports go: signed in at the server, with an encrypted profile of its own in the
 * working folder, where jobs, register and audit chain stand. The refusal says what a person can do about it.
 */
export async function openExportDesk(around: Surroundings): Promise<Result<ExportDesk, string>> {
  const { options, password } = around
  const client = createReviewServerClient({ baseUrl: options.server, fetch: await secureFetchOf(options) })
  const signedIn = await client.signIn({ username: options.user, password })
  if (!signedIn.ok) {
    return refusal(`signing in at ${options.server} failed: ${signedIn.error}`)
  }
  const operations = createDataOperations({ nativeBinding: process.env['BEIAN_SQLITE_ADDON'] })
  const begun = { client, data: asPort(operations), session: storedSession(signedIn.value, 'password') }
  try {
    const desk = await prepareDesk(around, begun)
    if (!desk.ok) {
      await giveUp(begun)
    }
    return desk
  } catch (cause) {
    await giveUp(begun)
    throw cause
  }
}

interface Begun {
  readonly client: ReviewServerPort
  readonly data: DataPort
  /** Changes with every renewal. */
  session: StoredSession
}

/** Nothing stays open of a desk that could not be made: neither its profile nor its sign-in at the server. */
async function giveUp({ client, data, session }: Begun): Promise<void> {
  await data.closeProfile()
  await client.signOut(session.token ?? '')
}

async function prepareDesk(around: Surroundings, begun: Begun): Promise<Result<ExportDesk, string>> {
  const { options, password, now, logUnexpected } = around
  const { client, data } = begun
  if (!may(begun.session.user.role, 'export')) {
    return refusal(`${options.user} may not export packages`)
  }
  makePrivateFolder(options.work)
  const opened = await data
    .openProfile({ folder: path.join(options.work, 'profile'), password, create: true })
    .catch((cause: unknown) => refusal(cause instanceof Error ? cause.message : 'cannot be opened'))
  if (!opened.ok) {
    return refusal(`the working folder ${options.work} cannot be opened: ${opened.error}`)
  }
  await data.saveSession(begun.session)

  const renewal = createTokenRenewal({
    server: client,
    read: () => begun.session,
    async replace(next) {
      begun.session = next
      await data.saveSession(next)
    },
  })
  const server = createRenewingServer(client, {
    freshest: (own) => renewal.freshest(own),
    renew: (own) => renewal.renew(own),
  })
  const token = (): string => begun.session.token ?? ''
  const { packs, keys } = await loadRulePacks(
    options['rule-packs'] ?? path.join(ROOT, 'resources', 'rulepacks'),
  )
  const shelf = createRulePackShelf({
    bundled: new Map(packs.map(({ pack }) => [pack.version, pack])),
    trust: { bundledKeys: keys, pinnedKeys: null },
    data,
    server,
    notify: () => undefined,
    logUnexpected,
  })
  await shelf.load()
  await shelf.exchange(token())
  const checklists = createChecklistSource(shelf.packs)
  const media = createMediaHost({ start: mediaProcess(), size: 2 })
  const exporter = createPackageExporter({
    data,
    server,
    session: { token, requireRight: () => begun.session.user },
    media,
    checklistOf: (filingCase, at) => checklists.checklistOf(filingCase, at),
    askedDocumentsOf: (filingCase, at) => checklists.askedDocumentsOf(filingCase, at),
    applicationVersion: around.version,
    now,
  })
  return success({
    data,
    server,
    runner: createExportRunner({ data, exporter, onChange: around.onChange, logUnexpected }),
    displayName: begun.session.user.displayName,
    token,
    async close() {
      await exchangeAudit({ data, server }, token())
      await data.clearSessionToken()
      await server.signOut(token())
      await media.close()
      await data.closeProfile()
    },
  })
}

function mediaProcess(): Parameters<typeof createMediaHost>[0]['start'] {
  return stdioTransport({
    nodePath: process.execPath,
    nodeArguments: ['--import', import.meta.resolve('tsx')],
    scriptPath: path.join(ROOT, 'electron', 'media', 'process.ts'),
  })
}

/** The operations as workflows see them; here they run in the same thread. */
function asPort(operations: ReturnType<typeof createDataOperations>): DataPort {
  const calls = Object.entries(operations).map(([name, call]) => [
    name,
    // What an operation throws is a rejection for whoever awaits it.
    (...args: readonly never[]) =>
      new Promise((resolve) => {
        resolve((call as (...given: readonly never[]) => unknown)(...args))
      }),
  ])
  // Built from the operations' own names, so every member is there.
  return Object.fromEntries(calls) as DataPort
}
