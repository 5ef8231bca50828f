import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { applyAccountsFile } from './accounts/accountsFile'
import { createAttemptWindow } from './accounts/attemptWindow'
import { createSignInDesk } from './accounts/signIn'
import type { ReviewServerConfig } from './config'
import { createFolderDocumentStore } from './documents/folderDocumentStore'
import { createHousekeeping } from './housekeeping'
import { createApp } from './http/createApp'
import { describe } from './http/errorHandling'
import { createReuseDesk } from './reuse/reuseDesk'
import { createReuseKey, readReuseSecret } from './reuse/reuseKey'
import { openRuleLibrary, type RuleLibrary } from './rules/ruleLibrary'
import { verifyAuditChain } from './store/auditChain'
import type { Database } from './store/database'
import { migrate } from './store/migrate'
import { openEmbedded } from './store/openEmbedded'
import { openPostgres } from './store/openPostgres'
import { serverIdentity } from './store/serverIdentity'
import type { Clock, Ids } from './system'
import { DEFAULT_WORKING_HOURS } from '../shared/calendar/calendarData'
import { PUBLISHED_YEARS } from '../shared/calendar/publishedYears'
import { createWorkingCalendar, type WorkingCalendar } from '../shared/calendar/workingCalendar'
import type { HealthReply } from '../shared/protocol/api'

export interface ReviewServer {
  /** Address it listens on, `http://127.0.0.1:41234`. */
  readonly url: string
  /** Does at once what is done every few seconds: ends expired holds, delivers decisions. */
  housekeeping(): Promise<void>
  /** Finishes running requests, then closes everything. */
  close(): Promise<void>
}

export interface Surroundings {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Writable
}

/** Opens the database, brings it up to date, and listens. Throws, with everything closed again, when it cannot start. */
export async function createReviewServer(
  config: ReviewServerConfig,
  surroundings: Surroundings,
): Promise<ReviewServer> {
  const library = await openRuleLibrary({
    folder: config.rulePacksFolder,
    keysFile: config.rulePackKeysFile,
    onRefused: ({ name, problems }) => {
      const line = { level: 'error', msg: 'rule pack refused', pack: name, problems }
      surroundings.log.write(`${JSON.stringify(line)}\n`)
    },
  })
  const report: Report = (what, error) => {
    surroundings.log.write(`${JSON.stringify({ level: 'error', msg: what, ...describe(error) })}\n`)
  }
  const database = await openDatabase(config, report)
  try {
    await migrate(database)
    await library.refresh(database)
    return await listen(config, surroundings, database, library, report)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openDatabase(config: ReviewServerConfig, report: Report): Promise<Database> {
  if (config.databaseUrl === undefined) {
    return openEmbedded(config.dataFolder)
  }
  const database = openPostgres(config.databaseUrl, (error) => {
    report('database connection lost', error)
  })
  try {
    await database.query('SELECT 1 AS alive')
    return database
  } catch (cause) {
    await database.close()
    throw new Error(`The database of DATABASE_URL cannot be used (${reasonOf(cause)})`, { cause })
  }
}

type Report = (what: string, error: unknown) => void

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
}

async function listen(
  config: ReviewServerConfig,
  surroundings: Surroundings,
  database: Database,
  library: RuleLibrary,
  report: Report,
): Promise<ReviewServer> {
  const { clock, ids } = surroundings
  if (config.accountsFile !== undefined) {
    await applyAccountsFile(database, config.accountsFile, surroundings)
  }
  const documents = createFolderDocumentStore(join(config.dataFolder, 'documents'), surroundings)
  const housekeeping = createHousekeeping({
    database,
    documents,
    clock,
    targets: { webhook: config.webhook, dropFolder: config.dropFolder },
    onError: (error) => {
      report('housekeeping failed', error)
    },
  })
  const { dataFolder, reuseKey, previousReuseKey } = config
  const reuse = createReuseDesk({
    database,
    key: createReuseKey(await readReuseSecret(dataFolder, reuseKey)),
    previousKey: previousReuseKey === undefined ? null : createReuseKey(previousReuseKey),
    onError: report,
  })
  let auditState: HealthReply['audit'] = 'checking'
  const app = await createApp({
    ...surroundings,
    database,
    documents,
    library,
    ruleBook: library.book,
    calendar: deskCalendar(),
    desk: await createSignInDesk(database, clock),
    attempts: createAttemptWindow(clock),
    reuse,
    searches: createAttemptWindow(clock),
    serverId: await serverIdentity(database, ids.next()),
    intakeToken: config.intakeToken,
    auditState: () => auditState,
    onDecided: () => {
      housekeeping.nudge()
    },
  })
  const url = await app.listen({ host: config.host, port: config.port })
  housekeeping.start()
  reuse.start()
  const verified = watchAudit(database, report).then((state) => {
    auditState = state
  })
  return {
    url,
    housekeeping: () => housekeeping.run(),
    close: async () => {
      await app.close()
      await housekeeping.stop()
      await reuse.stop()
      await verified
      await database.close()
    },
  }
}

/** Working days as the State Council published them, with the usual office hours. */
function deskCalendar(): WorkingCalendar {
  return createWorkingCalendar({
    publishedYears: PUBLISHED_YEARS,
    workingHours: DEFAULT_WORKING_HOURS,
    overrides: [],
  })
}

/** Walks the audit chain beside the first requests. A broken chain is an alarm, not a reason to stop the team's work. */
async function watchAudit(database: Database, report: Report): Promise<HealthReply['audit']> {
  try {
    const chain = await verifyAuditChain(database)
    if (chain.intact) {
      return 'intact'
    }
    report(`the audit chain is broken at entry ${chain.sequence}`, null)
  } catch (error) {
    report('the audit chain cannot be read', error)
  }
  return 'broken'
}
