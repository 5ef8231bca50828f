import path from 'node:path'
import { Writable } from 'node:stream'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEventStream } from '../../helpers/eventStream'
import { receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  INTAKE_TOKEN,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { createReviewServer, type ReviewServer } from '../../../server/createReviewServer'
import { NUDGES_PATH } from '../../../shared/protocol/otherRoutes'

describe.each(DATABASE_KINDS)('Nudges (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let li: TestClient
  let seed = 0

  beforeAll(async () => {
    server = await startTestServer(kind)
    li = await server.signIn('li.na')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  const streamOf = (url: string, token = li.token) => openEventStream(new URL(NUDGES_PATH, url), token)

  function file(): Promise<string> {
    seed += 1
    return receiveFiling(server, { seed: `nudge-${seed}`, nature: 'enterprise' })
  }

  it('say that something changed, and nothing else', async () => {
    const stream = await streamOf(server.url)
    await file()
    await stream.came('change', 1)
    const caseId = await file()
    await li.granted('hold', { body: { caseId } })
    await stream.came('change', 2)
    stream.close()
    const said = await stream.ended()
    expect(said.replaceAll('event: change\ndata:\n\n', '')).toBe(': listening\n\n')
  })

  it('are for the team alone, and for one person only so often', async () => {
    expect((await openEventStream(new URL(NUDGES_PATH, server.url))).status).toBe(401)
    const zhang = await server.signIn('zhang.wei')
    const streams = []
    for (let count = 0; count < 5; count += 1) {
      streams.push(await streamOf(server.url, zhang.token))
    }
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429])
    for (const stream of streams) {
      stream.close()
    }
  })

  it('end with the server, which waits for nobody who only listens', async () => {
    const stream = await streamOf(server.url)
    await server.restart()
    expect(await stream.ended()).toContain(': listening')
  })
})

describe('Nudges between two servers on one database', { timeout: TEST_TIMEOUT }, () => {
  let first: TestServer
  let second: ReviewServer

  beforeAll(async () => {
    first = await startTestServer('postgres')
    second = await createReviewServer(
      {
        host: '127.0.0.1',
        port: 0,
        dataFolder: first.place.folder,
        databaseUrl: first.place.databaseUrl,
        intakeToken: INTAKE_TOKEN,
        rulePacksFolder: path.join(first.place.folder, 'rulepacks'),
      },
      {
        clock: { now: first.now },
        ids: { next: () => v7() },
        log: new Writable({
          write: (_c, _e, done) => {
            done()
          },
        }),
      },
    )
  }, START_TIMEOUT)
  afterAll(async () => {
    await second.close()
    await first.stop()
  })

  it('reach who listens at the other one', async () => {
    const li = await first.signIn('li.na')
    const there = await openEventStream(new URL(NUDGES_PATH, second.url), li.token)
    await receiveFiling(first, { seed: 'nudge-across', nature: 'enterprise' })
    await expect(there.came('change', 1)).resolves.toBeUndefined()
    there.close()
  })

  it('come again after the database has cut the listening connection', async () => {
    const li = await first.signIn('li.na')
    const there = await openEventStream(new URL(NUDGES_PATH, second.url), li.token)
    const database = await first.place.open()
    const cut = await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE '%listening'`,
    )
    expect(cut.length).toBeGreaterThan(0)
    // Listening again is itself a reason to look: what was said meanwhile is gone.
    await there.came('change', 1)
    await receiveFiling(first, { seed: 'nudge-again', nature: 'enterprise' })
    await there.came('change', 2)
    there.close()
    await database.close()
  })
})
