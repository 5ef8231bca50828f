import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Writable } from 'node:stream'
import { v7 } from 'uuid'
import { createTestClient, type TestClient } from './serverClient'
import { provideDatabase, type DatabaseKind, type TestPlace } from './serverDatabase'
import { writeTestRulePack } from './serverRulePack'
import type { ReviewServerConfig } from '../../server/config'
import { createReviewServer, type ReviewServer } from '../../server/createReviewServer'
import { intakeReplySchema, type IntakeReply } from '../../shared/protocol/apiModels'

export const PASSWORD = 'a long enough passphrase'
export const INTAKE_TOKEN = 'key-of-the-filing-system'
/** A Friday morning in China, within working hours. */
export const START = Date.parse('2026-11-20T10:30:00+08:00')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** Time limit of hooks that start a server: the embedded database is made from nothing, on a machine that does more. */
export const START_TIMEOUT = 180_000
/** Time limit of tests that sign in, which is slow on purpose, or send many bundles. */
export const TEST_TIMEOUT = 60_000

const TEAM = [
  { username: 'li.na', displayName: '李娜', role: 'reviewer' },
  { username: 'zhang.wei', displayName: '张伟', role: 'reviewer' },
  { username: 'he.jing', displayName: '何静', role: 'reviewer', provinces: ['330000'] },
  { username: 'wang.lei', displayName: '王磊', role: 'supervisor' },
  { username: 'sun.li', displayName: '孙立', role: 'supervisor' },
  { username: 'gao.yan', displayName: '高岩', role: 'senior-reviewer' },
  { username: 'shen.ji', displayName: '沈洁', role: 'auditor' },
] as const
export type TeamMember = (typeof TEAM)[number]['username']

export interface TestServer {
  readonly place: TestPlace
  readonly url: string
  readonly now: () => number
  advance(ms: number): void
  /** A signed-in person. */
  signIn(username: TeamMember): Promise<TestClient>
  /** Somebody without a session, or with one that is given. */
  visitor(token?: string): TestClient
  send(zip: Uint8Array, token?: string): Promise<{ readonly status: number; readonly reply: IntakeReply }>
  housekeeping(): Promise<void>
  /** Everything logged so far. */
  log(): string
  /** Ends the server and starts it again on the same data. */
  restart(changes?: Partial<ReviewServerConfig>): Promise<void>
  stop(): Promise<void>
}

/** Starts a server of the test's own, with a team of seven, a small rule pack, and a clock that the test moves. */
export async function startTestServer(
  kind: DatabaseKind,
  changes: Partial<ReviewServerConfig> = {},
): Promise<TestServer> {
  const place = await provideDatabase(kind)
  const accountsFile = path.join(place.folder, 'accounts.json')
  await writeFile(accountsFile, JSON.stringify(TEAM.map((member) => ({ ...member, password: PASSWORD }))))
  const config = {
    host: '127.0.0.1',
    port: 0,
    dataFolder: place.folder,
    databaseUrl: place.databaseUrl,
    accountsFile,
    intakeToken: INTAKE_TOKEN,
    rulePacksFolder: await writeTestRulePack(path.join(place.folder, 'rulepacks')),
    ...changes,
  }
  const log = collect()
  let now = START
  const surroundings = { clock: { now: () => now }, ids: { next: () => v7() }, log: log.stream }
  let server: ReviewServer | null = await createReviewServer(config, surroundings)

  function running(): ReviewServer {
    if (!server) {
      throw new Error('The server did not start again')
    }
    return server
  }

  return {
    place,
    get url() {
      return running().url
    },
    now: () => now,
    advance: (ms) => {
      now += ms
    },
    signIn: async (username) => {
      const client = createTestClient(running().url)
      const session = await client.granted('signIn', { body: { username, password: PASSWORD } })
      return createTestClient(running().url, session)
    },
    visitor: (token) => createTestClient(running().url, token === undefined ? undefined : { token }),
    send: (zip, token = INTAKE_TOKEN) => send(running().url, zip, token),
    housekeeping: () => running().housekeeping(),
    log: log.text,
    restart: async (other = {}) => {
      await server?.close()
      server = null
      server = await createReviewServer({ ...config, ...other }, surroundings)
    },
    stop: async () => {
      await server?.close()
      await place.remove()
    },
  }
}

async function send(
  url: string,
  zip: Uint8Array,
  token: string,
): Promise<{ readonly status: number; readonly reply: IntakeReply }> {
  const response = await fetch(`${url}/v1/intake`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/zip' },
    body: Uint8Array.from(zip),
  })
  const body: unknown = await response.json()
  return { status: response.status, reply: intakeReplySchema.parse(body) }
}

function collect(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = []
  const stream = new Writable({
    write: (chunk: unknown, _encoding, done) => {
      chunks.push(String(chunk))
      done()
    },
  })
  return { stream, text: () => chunks.join('') }
}

/** Reads a JSON file that a test expects. */
export async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}
