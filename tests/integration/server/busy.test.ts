import { Writable } from 'node:stream'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provideDatabase, type TestPlace } from '../../helpers/serverDatabase'
import { PASSWORD, START, START_TIMEOUT } from '../../helpers/serverHarness'
import { writeTestRulePack } from '../../helpers/serverRulePack'
import { hashPassword } from '../../../server/accounts/passwords'
import { createSignInDesk } from '../../../server/accounts/signIn'
import { assembleReviewServer, type AssembledServer } from '../../../server/createReviewServer'
import { createAccount } from '../../../server/store/accounts'
import type { Database } from '../../../server/store/database'
import { openPostgres } from '../../../server/store/openPostgres'
import { ServerBusyError } from '../../../server/store/serverBusyError'

const HEALTH = { method: 'GET', url: '/v1/health' } as const

describe('A server with more to do than it can', () => {
  let place: TestPlace
  let database: Database
  let other: Database
  let server: AssembledServer
  let log = ''

  beforeAll(async () => {
    place = await provideDatabase('postgres')
    const url = place.databaseUrl ?? ''
    const onError = (error: unknown) => {
      log += String(error)
    }
    database = openPostgres(url, onError, { connections: 2, waitFor: 300, mostWaiting: 4 })
    other = await place.open()
    const stream = new Writable({
      write: (chunk: unknown, _encoding, done) => {
        log += String(chunk)
        done()
      },
    })
    const rulePacksFolder = await writeTestRulePack(`${place.folder}/rulepacks`)
    const config = {
      host: '127.0.0.1',
      port: 0,
      dataFolder: place.folder,
      intakeToken: 'x'.repeat(16),
      rulePacksFolder,
    }
    server = await assembleReviewServer(
      config,
      { clock: { now: () => START }, ids: { next: () => v7() }, log: stream },
      database,
    )
  }, START_TIMEOUT)
  afterAll(async () => {
    await server.close()
    await database.close()
    await other.close()
    await place.remove()
  })

  /** Keeps both connections at work until `during` is over. */
  async function whileBothWork(during: () => Promise<void>): Promise<void> {
    let release: () => void = () => undefined
    const over = new Promise<void>((resolve) => {
      release = resolve
    })
    const begun: Promise<unknown>[] = []
    const work = [1, 2].map(
      () =>
        new Promise<void>((resolve, reject) => {
          begun.push(
            new Promise<void>((started) => {
              database
                .transaction(async (tx) => {
                  await tx.query('SELECT 1 AS alive')
                  started()
                  await over
                })
                .then(resolve, reject)
            }),
          )
        }),
    )
    await Promise.all(begun)
    try {
      await during()
    } finally {
      release()
      await Promise.all(work)
    }
  }

  it('answers busy, says when to come again, and never fails', async () => {
    log = ''
    await whileBothWork(async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => server.app.inject(HEALTH)))
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 12 }, () => 503))
      expect(answers[0]?.headers['retry-after']).toBe('5')
      expect(answers[0]?.json()).toMatchObject({ error: { code: 'busy' } })
    })
    // Four waited as long as they may; whoever came after them did not wait at all.
    expect(log.match(/"code":"waited-too-long"/g)).toHaveLength(4)
    expect(log.match(/"code":"too-many-waiting"/g)).toHaveLength(8)
    expect((await server.app.inject(HEALTH)).statusCode).toBe(200)
  })

  it('serves whoever waits in time', async () => {
    const answers: Array<Promise<{ statusCode: number }>> = []
    await whileBothWork(() => {
      answers.push(server.app.inject(HEALTH), server.app.inject(HEALTH), server.app.inject(HEALTH))
      return Promise.resolve()
    })
    expect((await Promise.all(answers)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  })

  it('answers everything with done or busy when three hundred ask at once', async () => {
    const asked = Array.from({ length: 300 }, () => server.app.inject(HEALTH))
    const statuses = (await Promise.all(asked)).map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect(statuses).toContain(200)
    expect((await server.app.inject(HEALTH)).statusCode).toBe(200)
  })

  it.each([0, 1, 2])(
    'counts no attempt against a right password when it has %i connections for a sign-in',
    async (connections) => {
      const username = `person.${String(connections)}`
      const passwordHash = await hashPassword(PASSWORD)
      const person = { id: v7(), username, displayName: '李娜', role: 'reviewer' } as const
      await createAccount(other, { ...person, passwordHash }, START)
      let left = connections
      function lent<T>(use: () => Promise<T>): Promise<T> {
        left -= 1
        return left < 0 ? Promise.reject(new ServerBusyError('waited-too-long')) : use()
      }
      const scarce: Database = {
        ...other,
        query: (sql, values) => lent(() => other.query(sql, values)),
        transaction: (work) => lent(() => other.transaction(work)),
      }
      const surroundings = [{ now: () => START }, { next: () => v7() }] as const
      const desk = await createSignInDesk(scarce, ...surroundings)
      for (let attempt = 0; attempt < 6; attempt += 1) {
        left = connections
        const answer = await desk.signIn({ username, password: PASSWORD }).catch((error: unknown) => error)
        expect(answer).not.toMatchObject({ ok: false })
      }
      const plenty = await createSignInDesk(other, ...surroundings)
      expect(await plenty.signIn({ username, password: PASSWORD })).toMatchObject({ ok: true })
    },
  )

  it('lives on when the database ends its connections in the middle of a transaction', async () => {
    const cut = database.transaction(async (tx) => {
      const [own] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      await other.query('SELECT pg_terminate_backend($1::int)', [own?.pid ?? 0])
      await tx.query('SELECT 1 AS alive')
    })
    await expect(cut).rejects.toThrow()
    expect((await server.app.inject(HEALTH)).statusCode).toBe(200)
  })
})
