import type { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { applyAccountsFile } from './accounts/accountsFile'
import { createAttemptWindow } from './accounts/attemptWindow'
import { createCompanyIdentity } from './accounts/companyIdentity'
import { readRecovery } from './accounts/readRecovery'
import { createSignInDesk } from './accounts/signIn'
import { openSigner } from './audit/serverSigner'
import { createCalendarInForce } from './calendar/calendarInForce'
import { adoptCalendarFile } from './calendar/changeTeamCalendar'
import { readCalendarFile } from './calendar/readCalendarFile'
import { SHIPPED_RETENTION_POLICY, type ReviewServerConfig } from './config'
import { openDocumentStore } from './documents/openDocumentStore'
import { createHousekeeping, type Housekeeping } from './housekeeping'
import { createApp } from './http/createApp'
import { drainRequests } from './http/drainRequests'
import { describe } from './http/errorHandling'
import { readPolicy } from './retention/readPolicy'
import { readTls } from './readTls'
import { createReuseDesk } from './reuse/reuseDesk'
import { createReuseKey, readReuseSecret } from './reuse/reuseKey'
import { createNudges } from './nudges'
import { openRuleLibrary, type RuleLibrary } from './rules/ruleLibrary'
import { serveMetrics } from './serveMetrics'
import { verifyAuditChain } from './store/auditChain'
import type { Database } from './store/database'
import { migrate } from './store/migrate'
import { openEmbedded } from './store/openEmbedded'
import { openPostgres, POOL_BOUNDS } from './store/openPostgres'
import { serverIdentity } from './store/serverIdentity'
import type { Clock, Ids } from './system'
import type { HealthReply } from '../shared/protocol/apiModels'

export interface ReviewServer {
  /** Address it listens on, `http://127.0.0.1:41234`. */
  readonly url: string
  /** Address of the figures, null when none are served. */
  readonly metricsUrl: string | null
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

/** The server behind a database, before it listens. */
export interface AssembledServer {
  readonly app: FastifyInstance
  readonly housekeeping: Housekeeping
  /** How many workstations wait for nudges here. */
  readonly openStreams: () => number
  /** Begins what runs beside the requests. */
  start(): void
  /** Finishes running requests and what runs beside them; the database stays open. */
  close(): Promise<void>
}

/** Opens the database, brings it up to date, and listens. Throws, with everything closed again, when it cannot start. */
export async function createReviewServer(
  config: ReviewServerConfig,
  surroundings: Surroundings,
): Promise<ReviewServer> {
  const database = await openDatabase(config, reportTo(surroundings.log))
  let metrics: Awaited<ReturnType<typeof serveMetrics>> | null = null
  try {
    const assembled = await assembleReviewServer(config, surroundings, database)
    metrics =
      config.metrics === undefined ? null : await serveMetrics({ ...assembled, database }, config.metrics)
    const url = await assembled.app.listen({ host: config.host, port: config.port })
    assembled.start()
    return {
      url,
      metricsUrl: metrics?.url ?? null,
      housekeeping: () => assembled.housekeeping.run(),
      close: async () => {
        await assembled.close()
        await metrics?.close()
        await database.close()
      },
    }
  } catch (error) {
    await metrics?.close()
    await database.close()
    throw error
  }
}

/** Brings the database up to date and joins all parts of the server in front of it. */
export async function assembleReviewServer(
  config: ReviewServerConfig,
  surroundings: Surroundings,
  database: Database,
): Promise<AssembledServer> {
  const report = reportTo(surroundings.log)
  const library = await openRuleLibrary({
    folder: config.rulePacksFolder,
    keysFile: config.rulePackKeysFile,
    onRefused: ({ name, problems }) => {
      const line = { level: 'error', msg: 'rule pack refused', pack: name, problems }
      surroundings.log.write(`${JSON.stringify(line)}\n`)
    },
  })
  await migrate(database)
  await library.refresh(database)
  return join(config, surroundings, database, library, report)
}

type Report = (what: string, error: unknown) => void

function reportTo(log: Writable): Report {
  return (what, error) => {
    log.write(`${JSON.stringify({ level: 'error', msg: what, ...describe(error) })}\n`)
  }
}

async function openDatabase(config: ReviewServerConfig, report: Report): Promise<Database> {
  if (config.databaseUrl === undefined) {
    return openEmbedded(config.dataFolder)
  }
  const connections = config.databaseConnections ?? POOL_BOUNDS.connections
  const database = openPostgres(
    config.databaseUrl,
    (error) => {
      report('database connection lost', error)
    },
    { ...POOL_BOUNDS, connections },
  )
  try {
    await database.query('SELECT 1 AS alive')
    return database
  } catch (cause) {
    await database.close()
    throw new Error(`The database of DATABASE_URL cannot be used (${reasonOf(cause)})`, { cause })
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
}

async function join(
  config: ReviewServerConfig,
  surroundings: Surroundings,
  database: Database,
  library: RuleLibrary,
  report: Report,
): Promise<AssembledServer> {
  const { clock, ids } = surroundings
  if (config.accountsFile !== undefined) {
    await applyAccountsFile(database, config.accountsFile, surroundings)
  }
  const documents = await openDocumentStore(config, surroundings)
  const { dataFolder, reuseKey, previousReuseKey } = config
  const reuse = createReuseDesk({
    database,
    key: createReuseKey(await readReuseSecret(dataFolder, reuseKey)),
    previousKey: previousReuseKey === undefined ? null : createReuseKey(previousReuseKey),
    onError: report,
  })
  const calendarFile = await readCalendarFile(config.calendarFile)
  if (calendarFile !== null && !(await adoptCalendarFile({ database, clock }, calendarFile))) {
    report(
      "CALENDAR_FILE is not used: the team's calendar was put in force later and says something else",
      null,
    )
  }
  const calendar = createCalendarInForce()
  const housekeeping = createHousekeeping({
    ...{ database, documents, clock, ids, library, ruleBook: library.book, calendar, reuse },
    retention: await readPolicy(config.retentionPolicy ?? SHIPPED_RETENTION_POLICY),
    targets: { webhook: config.webhook, dropFolder: config.dropFolder },
    onError: (error) => {
      report('housekeeping failed', error)
    },
  })
  const nudges = createNudges(database)
  const serverId = await serverIdentity(database, ids.next())
  let auditState: HealthReply['audit'] = 'checking'
  const app = await createApp({
    ...surroundings,
    database,
    documents,
    library,
    ruleBook: library.book,
    calendar,
    desk: await createSignInDesk(database, clock, ids),
    company: createCompanyIdentity(config.company, clock, report),
    attempts: createAttemptWindow(clock),
    reuse,
    nudges,
    searches: createAttemptWindow(clock),
    serverId,
    recovery: await readRecovery(config.recoveryFile),
    tls: await readTls(config.tls),
    signer: await openSigner(database, serverId, config),
    intakeToken: config.intakeToken,
    auditState: () => auditState,
    onStorageFailing: (error) => {
      report('documents cannot be kept', error)
    },
    onDecided: () => {
      housekeeping.nudge()
    },
  })
  const closeApp = drainRequests(app)
  let verified: Promise<void> | undefined
  return {
    app,
    housekeeping,
    openStreams: () => nudges.subscribers(),
    start: () => {
      housekeeping.start()
      reuse.start()
      nudges.start()
      verified ??= watchAudit(database, report).then((state) => {
        auditState = state
      })
    },
    close: async () => {
      await closeApp()
      await nudges.close()
      await housekeeping.stop()
      await reuse.stop()
      await verified
    },
  }
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
