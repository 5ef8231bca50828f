import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BYTE_ROUTES } from '../../../shared/protocol/otherRoutes'
import { intakeReplySchema, type IntakeReply } from '../../../shared/protocol/apiModels'
import { INTAKE_TOKEN, PROVIDER_KEY, TEAM, type Colleague } from './team'
import { placeEmptyDatabase } from '../emptyDatabase'
import { writeTrustedKeys } from '../signedPacks'

const PROJECT = join(import.meta.dirname, '../../..')
/** A first start makes the embedded database in about 4 s on two idle cores; a machine that does ten other things takes its time. */
const START_LIMIT_MS = 150_000

export interface ReviewServerProcess {
  readonly url: string
  readonly pid: number
  /** Everything that the process has written to stdout and stderr so far. */
  output(): string
  /** Sends one bundle through the real intake. */
  receive(zip: Uint8Array): Promise<IntakeReply>
  /** Ends the process as a service manager would. */
  stop(): Promise<void>
}

interface Options {
  /** Folder of the server's data. */
  readonly folder: string
  readonly team?: readonly Colleague[]
  /** 0 picks a free one. */
  readonly port?: number
  /** Further settings, as a service manager gives them. */
  readonly variables?: NodeJS.ProcessEnv
}

/** Starts the review server as its own process on an embedded database, with a team. */
export async function startReviewServer({
  folder,
  team = Object.values(TEAM),
  port = 0,
  variables = {},
}: Options): Promise<ReviewServerProcess> {
  await mkdir(folder, { recursive: true })
  const accountsFile = join(folder, 'accounts.json')
  await writeFile(accountsFile, JSON.stringify(team))
  const keysFile = await writeTrustedKeys(folder, PROVIDER_KEY)
  const dataFolder = join(folder, 'data')
  await placeEmptyDatabase(dataFolder)
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutServerVariables(),
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataFolder,
      ACCOUNTS_FILE: accountsFile,
      INTAKE_TOKEN,
      RULE_PACK_KEYS: keysFile,
      ...variables,
    },
  })
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => written.push(text))
  }
  const url = await listeningAt(child, () => written.join(''))
  return {
    url,
    pid: child.pid ?? -1,
    output: () => written.join(''),
    receive: (zip) => sendBundle(url, zip),
    stop: () => stop(child),
  }
}

function withoutServerVariables(): NodeJS.ProcessEnv {
  const own = ['DATABASE_URL', 'WEBHOOK_URL', 'WEBHOOK_SECRET', 'DROP_DIR']
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)))
}

async function listeningAt(child: ChildProcess, output: () => string): Promise<string> {
  const limit = AbortSignal.timeout(START_LIMIT_MS)
  for (;;) {
    const address = /listening on (http:\/\/[\d.]+:\d+)/.exec(output())?.[1]
    if (address !== undefined) {
      return address
    }
    if (child.exitCode !== null) {
      throw new Error(`The review server ended with ${String(child.exitCode)}:\n${output()}`)
    }
    await Promise.race([
      once(child.stdout ?? child, 'data', { signal: limit }),
      once(child, 'exit', { signal: limit }),
    ])
  }
}

async function sendBundle(url: string, zip: Uint8Array): Promise<IntakeReply> {
  const response = await fetch(new URL(BYTE_ROUTES.intake, url), {
    method: 'POST',
    headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/zip' },
    body: new Uint8Array(zip),
  })
  return intakeReplySchema.parse(await response.json())
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return
  }
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
