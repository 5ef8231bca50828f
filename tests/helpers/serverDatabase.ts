import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { v7 } from 'uuid'
import { placeEmptyDatabase } from './emptyDatabase'
import type { Database } from '../../server/store/database'
import { openEmbedded } from '../../server/store/openEmbedded'
import { openPostgres } from '../../server/store/openPostgres'

/** The two databases behind which everything must behave the same. */
export const DATABASE_KINDS = ['embedded', 'postgres'] as const
export type DatabaseKind = (typeof DATABASE_KINDS)[number]

export interface TestPlace {
  /** A folder of the test's own. */
  readonly folder: string
  /** Address of a database of the test's own; undefined for the embedded one, which lives in `folder`. */
  readonly databaseUrl: string | undefined
  /** Opens the database; on PostgreSQL any number of times side by side. */
  open(): Promise<Database>
  remove(): Promise<void>
}

/** Provides an empty database. PostgreSQL must be there: a test that needs it fails without it. */
export async function provideDatabase(kind: DatabaseKind): Promise<TestPlace> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'beian-server-'))
  if (kind === 'embedded') {
    await placeEmptyDatabase(folder)
    return {
      folder,
      databaseUrl: undefined,
      open: () => openEmbedded(folder),
      remove: () => rm(folder, { recursive: true, force: true }),
    }
  }
  const name = `beian_test_${v7().replaceAll('-', '')}`
  await administer(`CREATE DATABASE ${name}`)
  const url = new URL(administrationUrl())
  url.pathname = `/${name}`
  let isRemoved = false
  return {
    folder,
    databaseUrl: url.href,
    open: () =>
      Promise.resolve(
        openPostgres(url.href, (error) => {
          // A connection that is just being closed may be ended by the removal first.
          if (!isRemoved) {
            rethrow(error)
          }
        }),
      ),
    remove: async () => {
      isRemoved = true
      await administer(`DROP DATABASE ${name} WITH (FORCE)`)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function administer(statement: string): Promise<void> {
  const database = openPostgres(administrationUrl(), rethrow)
  try {
    await database.script(statement)
  } finally {
    await database.close()
  }
}

function administrationUrl(): string {
  const url = process.env['TEST_DATABASE_URL']
  if (url === undefined || url === '') {
    throw new Error('TEST_DATABASE_URL is not set: the tests need a PostgreSQL server (npm test starts one)')
  }
  return url
}

function rethrow(error: unknown): never {
  throw error
}
