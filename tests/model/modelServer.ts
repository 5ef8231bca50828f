import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { Writable } from 'node:stream'
import { argon2id } from 'hash-wasm'
import { v7 } from 'uuid'
import { writeTestRulePack } from '../helpers/serverRulePack'
import { PASSWORD } from './password'
import { INTAKE_TOKEN, withdrawal } from './withdrawal'
import { makeBundle, zipBundle } from '../specimens'
import { assembleReviewServer } from '../../server/createReviewServer'
import { createAccount } from '../../server/store/accounts'
import type { Database } from '../../server/store/database'
import { migrate } from '../../server/store/migrate'
import { chinaIso } from '../../shared/calendar/chinaTime'
import { intakeReplySchema } from '../../shared/protocol/apiModels'
import type { Hold } from '../../shared/protocol/case'
import type { CommandOutcome } from '../../shared/protocol/commands'
import type { Role } from '../../shared/review/roles'

/** A Friday morning in China, within working hours. */
const START = Date.parse('2026-11-20T10:30:00+08:00')
const MINUTE = 60_000
/** Verifying costs next to nothing, so that a sequence can sign in as often as it likes. */
const CHEAP_HASH = { memorySize: 8, iterations: 1, parallelism: 1, hashLength: 32 } as const
/** Bundles that are really made; the others are the same filing under another order number. */
const MADE = 5

export interface Member {
  readonly username: string
  readonly role: Role
}

export type ModelServer = Awaited<ReturnType<typeof startModelServer>>

/**
 * The real server behind a database, spoken to without a socket, on a clock that the test moves. `keep` remembers
 * everything the database holds and `restore` brings it back, so that thousands of sequences can start alike.
 */
export async function startModelServer(
  database: Database,
  options: { readonly folder: string; readonly team: readonly Member[]; readonly cases: number },
) {
  const { folder } = options
  mkdirSync(folder, { recursive: true })
  const errors: string[] = []
  let now = START
  const rulePacksFolder = await writeTestRulePack(path.join(folder, 'rulepacks'))
  await migrate(database)
  await createTeam(database, options.team)
  const server = await assembleReviewServer(
    { host: '127.0.0.1', port: 0, dataFolder: folder, intakeToken: INTAKE_TOKEN, rulePacksFolder },
    { clock: { now: () => now }, ids: { next: () => v7() }, log: errorsInto(errors) },
    database,
  )
  const orders = await receiveFilings(server.app, options.cases)
  let kept: { readonly tables: Sums; readonly now: number } | null = null

  return {
    app: server.app,
    rulePacksFolder,
    orders,
    errors,
    now: () => now,
    letPass(ms: number): void {
      now += ms
    },
    housekeeping: () => server.housekeeping.run(),
    /** The applicant takes a filing back; whoever has it on the desk learns of it later. */
    async withdraw(orderNumber: string): Promise<void> {
      await server.app.inject(toIntake(withdrawal(orderNumber, now)))
    },
    ...truthIn(database, () => now),
    async keep(): Promise<void> {
      await server.housekeeping.run()
      kept = { tables: await keepTables(database), now }
    },
    async restore(): Promise<void> {
      if (kept === null) {
        throw new Error('Nothing was kept')
      }
      await server.housekeeping.run()
      await restoreTables(database, kept.tables)
      now = kept.now
      errors.length = 0
    },
    async close(): Promise<void> {
      await server.close()
      await database.close()
    },
  }
}

async function createTeam(database: Database, team: readonly Member[]): Promise<void> {
  const salt = Buffer.alloc(16, 7)
  const passwordHash = await argon2id({ ...CHEAP_HASH, password: PASSWORD, salt, outputType: 'encoded' })
  for (const { username, role } of team) {
    await createAccount(database, { id: v7(), username, displayName: username, role, passwordHash }, START)
  }
}

type App = Awaited<ReturnType<typeof assembleReviewServer>>['app']

async function receiveFilings(app: App, count: number): Promise<readonly Order[]> {
  const made = await Promise.all(
    Array.from({ length: Math.min(MADE, count) }, (_, seed) =>
      makeBundle({
        seed: `model-${String(seed)}`,
        pictures: 'tiny',
        filingType: 'first-filing',
        nature: seed % 2 === 0 ? 'enterprise' : 'individual',
        submittedAt: chinaIso(START - 5 * MINUTE),
      }),
    ),
  )
  const orders: Order[] = []
  for (let number = 0; number < count; number += 1) {
    const filing = made[number % made.length]
    if (filing === undefined) {
      throw new Error('No filing was made')
    }
    const orderNumber = `MODEL-${String(number).padStart(4, '0')}`
    const zip = zipBundle({ ...filing, bundle: { ...filing.bundle, orderNumber } })
    orders.push({ orderNumber, caseId: await send(app, zip) })
  }
  return orders
}

export interface Order {
  readonly orderNumber: string
  readonly caseId: string
}

function toIntake(zip: Uint8Array) {
  return {
    method: 'POST' as const,
    url: '/v1/intake',
    headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/zip' },
    payload: Buffer.from(zip),
  }
}

async function send(app: App, zip: Uint8Array): Promise<string> {
  const answer = await app.inject(toIntake(zip))
  const reply = intakeReplySchema.parse(answer.json())
  if (reply.outcome === 'refused') {
    throw new Error(`A filing was refused: ${JSON.stringify(reply.problems)}`)
  }
  return reply.caseId
}

function errorsInto(errors: string[]): Writable {
  return new Writable({
    write(chunk: unknown, _encoding, done) {
      const line = String(chunk)
      if (line.includes('"level":50') || line.includes('"level":"error"')) {
        errors.push(line)
      }
      done()
    },
  })
}

/** What the database says, to be held against what a desk was told. */
export function truthIn(database: Database, now: () => number) {
  return {
    database,
    /** What the person has now. */
    holdsOf: (userId: string) => holdsOf(database, userId, now()),
    /** Position of the newest change that desks can be told of. */
    async feedHead(): Promise<number> {
      const [row] = await database.query<{ head: number }>(
        'SELECT coalesce(max(feed_position), 0) AS head FROM filing_case',
      )
      return row?.head ?? 0
    },
    outcomeOf: (commandId: string) => outcomeOf(database, commandId),
    /** Whether a decision that came too late stands beside its case. */
    async isProposed(commandId: string): Promise<boolean> {
      const rows = await database.query('SELECT 1 AS one FROM proposal WHERE command_id = $1', [commandId])
      return rows.length === 1
    },
  }
}

interface HoldRow {
  readonly id: string
  readonly hold_token: number
  readonly hold_kind: Hold['kind']
  readonly hold_since: Date
  readonly hold_expires_at: Date
}

async function holdsOf(database: Database, userId: string, now: number): Promise<readonly Hold[]> {
  const rows = await database.query<HoldRow>(
    `SELECT id, hold_token, hold_kind, hold_since, hold_expires_at FROM filing_case
     WHERE hold_account_id = $1 AND hold_expires_at > $2`,
    [userId, new Date(now).toISOString()],
  )
  return rows.map((row) => ({
    caseId: row.id,
    token: row.hold_token,
    kind: row.hold_kind,
    since: row.hold_since.toISOString(),
    expiresAt: row.hold_expires_at.toISOString(),
  }))
}

async function outcomeOf(database: Database, commandId: string): Promise<CommandOutcome | undefined> {
  const [row] = await database.query<{ outcome: CommandOutcome }>(
    'SELECT outcome FROM command WHERE id = $1',
    [commandId],
  )
  return row?.outcome
}

const TABLES = `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`

/** What every table holds, as one number each, by its name. */
type Sums = ReadonlyMap<string, string>

async function keepTables(database: Database): Promise<Sums> {
  const tables = (await database.query<{ name: string }>(TABLES)).map(({ name }) => name)
  await database.script(`DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept;
    ${tables.map((name) => `CREATE TABLE kept.${name} AS TABLE public.${name};`).join('\n')}`)
  return sumTables(database, tables)
}

async function sumTables(database: Database, tables: readonly string[]): Promise<Sums> {
  const sums = await database.query<{ name: string; sum: string }>(
    tables
      .map(
        (name) =>
          `SELECT '${name}' AS name, coalesce(sum(hashtextextended(kept::text, 0)), 0)::text AS sum FROM public.${name} kept`,
      )
      .join(' UNION ALL '),
  )
  return new Map(sums.map(({ name, sum }) => [name, sum]))
}

/** Fills again what has changed. Triggers and foreign keys are silent meanwhile: this is not the server's doing. */
async function restoreTables(database: Database, kept: Sums): Promise<void> {
  const sums = await sumTables(database, [...kept.keys()])
  const changed = [...kept].flatMap(([name, sum]) => (sums.get(name) === sum ? [] : [name]))
  if (changed.length > 0) {
    await database.transaction((tx) =>
      tx.script(`SET LOCAL session_replication_role = replica;
        ${changed.map((name) => `DELETE FROM public.${name}; INSERT INTO public.${name} OVERRIDING SYSTEM VALUE SELECT * FROM kept.${name};`).join('\n')}`),
    )
  }
}
