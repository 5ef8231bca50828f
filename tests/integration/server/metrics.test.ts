import path from 'node:path'
import { Writable } from 'node:stream'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEventStream } from '../../helpers/eventStream'
import { createTestClient, type TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS, provideDatabase, type TestPlace } from '../../helpers/serverDatabase'
import { INTAKE_TOKEN, PASSWORD, START_TIMEOUT, TEST_TIMEOUT } from '../../helpers/serverHarness'
import { writeTestRulePack } from '../../helpers/serverRulePack'
import { makeBundle, zipBundle } from '../../specimens'
import { hashPassword } from '../../../server/accounts/passwords'
import { createReviewServer, type ReviewServer } from '../../../server/createReviewServer'
import { createAccount } from '../../../server/store/accounts'
import { migrate } from '../../../server/store/migrate'
import { NUDGES_PATH } from '../../../shared/protocol/otherRoutes'

const TOKEN = 'key-of-the-monitoring'

describe.each(DATABASE_KINDS)('Figures for Prometheus (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let place: TestPlace
  let server: ReviewServer
  let li: TestClient

  beforeAll(async () => {
    place = await provideDatabase(kind)
    const database = await place.open()
    await migrate(database)
    const account = { id: v7(), username: 'li.na', displayName: '李娜', role: 'reviewer' as const }
    await createAccount(database, { ...account, passwordHash: await hashPassword(PASSWORD) }, Date.now())
    await database.close()
    server = await createReviewServer(
      {
        host: '127.0.0.1',
        port: 0,
        dataFolder: place.folder,
        databaseUrl: place.databaseUrl,
        intakeToken: INTAKE_TOKEN,
        rulePacksFolder: await writeTestRulePack(path.join(place.folder, 'rulepacks')),
        metrics: { host: '127.0.0.1', port: 0, token: TOKEN },
      },
      {
        clock: { now: () => Date.now() },
        ids: { next: () => v7() },
        log: new Writable({
          write: (_chunk, _encoding, done) => {
            done()
          },
        }),
      },
    )
    const visitor = createTestClient(server.url)
    li = createTestClient(
      server.url,
      await visitor.granted('signIn', { body: { username: 'li.na', password: PASSWORD } }),
    )
  }, START_TIMEOUT)
  afterAll(async () => {
    await server.close()
    await place.remove()
  })

  const ask = (token: string | null, url = `${server.metricsUrl}/metrics`) =>
    fetch(url, { headers: token === null ? {} : { authorization: `Bearer ${token}` } })

  it('count requests by pattern, cases by state, and whoever listens; nothing of a person', async () => {
    const made = await makeBundle({ seed: 'figures', nature: 'enterprise', pictures: 'tiny' })
    const sent = await fetch(`${server.url}/v1/intake`, {
      method: 'POST',
      headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/zip' },
      body: Uint8Array.from(zipBundle(made)),
    })
    expect(sent.status).toBe(201)
    const { drawn } = await li.granted('drawNext', { body: {} })
    const caseId = drawn?.hold.caseId ?? ''
    await li.granted('case', { params: { caseId } })
    await fetch(`${server.url}/v1/nothing/${caseId}`)
    const stream = await openEventStream(new URL(NUDGES_PATH, server.url), li.token)
    const answer = await ask(TOKEN)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    const text = await answer.text()
    stream.close()
    expect(text).toContain('beian_cases{state="pending-review"} 1\n')
    expect(text).toContain('beian_holds{kind="hold"} 1\n')
    expect(text).toContain('beian_nudge_streams 1\n')
    expect(text).toMatch(
      /beian_http_request_seconds_count\{method="GET",route="\/v1\/cases\/:caseId",status="200"\} 1\n/,
    )
    expect(text).toMatch(/beian_http_request_seconds_count\{method="GET",route="none",status="404"\} 1\n/)
    expect(text).toMatch(/^process_cpu_seconds_total /m)
    for (const personal of [
      caseId,
      made.bundle.orderNumber,
      'li.na',
      '李娜',
      made.bundle.application.entity.name,
    ]) {
      expect(text).not.toContain(personal)
    }
  })

  it('are for whoever has the key, on their own port alone', async () => {
    expect((await ask(null)).status).toBe(401)
    expect((await ask('key-of-somebody-else')).status).toBe(401)
    expect((await ask(li.token ?? '')).status).toBe(401)
    expect((await ask(TOKEN, `${server.url}/metrics`)).status).toBe(404)
    expect((await ask(TOKEN, `${server.metricsUrl}/v1/health`)).status).toBe(404)
  })
})
