import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Reviewer } from './reviewer'
import { hashPassword } from '../../../server/accounts/passwords'
import type { Database } from '../../../server/store/database'
import type { TestPlace } from '../../helpers/serverDatabase'
import { startProgram } from '../../helpers/serverProcess'

const READY = /^review server listening on (http:\/\/127\.0\.0\.1:\d+)\n$/
const INTAKE_TOKEN = 'key-of-the-filing-system'
const PASSWORD = 'a long enough passphrase'

interface RunningServer {
  readonly url: string
  readonly intakeToken: string
}

/** Two server processes on one database, with so many reviewers. */
export async function openTeam(place: TestPlace, folder: string, people: number) {
  const credentials = Array.from({ length: people }, (_, index) => ({
    username: `reviewer.${index + 1}`,
    password: PASSWORD,
  }))
  const accountsFile = path.join(folder, 'accounts.json')
  const [first] = credentials
  const accounts = [{ ...first, displayName: 'Reviewer 1', role: 'reviewer' }]
  await writeFile(accountsFile, JSON.stringify(accounts))
  const environment = {
    DATABASE_URL: place.databaseUrl,
    DATA_DIR: path.join(folder, 'data'),
    ACCOUNTS_FILE: accountsFile,
    INTAKE_TOKEN,
  }
  const programs = [startProgram('server/main.ts', [], environment)]
  const servers: RunningServer[] = []
  const database = await place.open()

  async function close(): Promise<void> {
    await database.close()
    for (const { child, ended } of programs) {
      child.kill('SIGTERM')
      const { stderr } = await ended
      tellErrors(stderr)
    }
  }

  try {
    for (const start of [() => programs[0], () => startProgram('server/main.ts', [], environment)]) {
      const program = start()
      if (program === undefined) {
        throw new Error('The server did not start')
      }
      programs[servers.length] = program
      servers.push({ url: (await program.shows(READY))[1] ?? '', intakeToken: INTAKE_TOKEN })
    }
    await addReviewers(database, people)
  } catch (error) {
    await close()
    throw error
  }
  const [one, other] = servers
  if (one === undefined || other === undefined) {
    throw new Error('Two servers were to be started')
  }
  return {
    database,
    servers: [one, other] as const,
    credentials,
    firstOf: (reviewers: readonly Reviewer[]): Reviewer => {
      const [reviewer] = reviewers
      if (reviewer === undefined) {
        throw new Error('Nobody signed in')
      }
      return reviewer
    },
    close,
  }
}

/** The others share one hash: making 200 would take longer than all their drawing. Signing in costs each the same. */
async function addReviewers(database: Database, people: number): Promise<void> {
  await database.query(
    `INSERT INTO account (id, username, display_name, role, password_hash, created_at)
     SELECT gen_random_uuid(), 'reviewer.' || n, 'Reviewer ' || n, 'reviewer', $1, now() FROM generate_series(2, $2) AS n`,
    [await hashPassword(PASSWORD), people],
  )
}

/** The first of what a server logged as an error, in the words in which its operator would read it. */
function tellErrors(log: string): void {
  const errors = log.split('\n').filter((line) => /"level":(50|60|"error")/.test(line))
  if (errors.length > 0) {
    console.error(`${errors.length} errors logged, the first: ${errors[0]}`)
  }
}
