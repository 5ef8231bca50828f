import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decideCase, decision, receive, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { makeSupplement } from '../../specimens'
import type { QueueRow } from '../../../shared/protocol/case'

describe.each(DATABASE_KINDS)('Holds (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let wang: TestClient
  let seed = 0
  let signedInAt = Number.NEGATIVE_INFINITY

  beforeAll(async () => {
    server = await startTestServer(kind)
  }, START_TIMEOUT)
  afterAll(() => server.stop())
  beforeEach(async () => {
    if (server.now() - signedInAt > HOUR) {
      ;[li, zhang, wang] = [
        await server.signIn('li.na'),
        await server.signIn('zhang.wei'),
        await server.signIn('wang.lei'),
      ]
      signedInAt = server.now()
    }
    await emptyQueue()
  })

  /** Every test begins with an empty queue: what is left is given back and returned to the applicants. */
  async function emptyQueue(): Promise<void> {
    for (const client of [li, zhang, wang]) {
      const { holds } = await client.granted('reserve', { body: { count: 0 } })
      for (const { caseId, token } of holds) {
        await client.granted('release', { body: { caseId, token } })
      }
    }
    for (const client of [wang, li]) {
      for (;;) {
        const { drawn } = await client.granted('drawNext', { body: {} })
        if (!drawn) {
          break
        }
        await decideCase(server, client, drawn.hold.caseId, decision('return'))
      }
    }
  }

  function file(submittedAt?: string): Promise<string> {
    seed += 1
    return receiveFiling(server, {
      seed: `hold-${seed}`,
      ...(submittedAt === undefined ? {} : { submittedAt }),
    })
  }

  async function rowOf(client: TestClient, caseId: string): Promise<QueueRow | undefined> {
    const { rows } = await client.granted('feed', { query: { after: 0 } })
    return rows.find((row) => row.id === caseId)
  }

  it('draws what is due first and says why', async () => {
    const later = await file('2026-11-20T10:20:00+08:00')
    const first = await file('2026-11-19T09:20:00+08:00')
    const fresh = await file()
    const draws = [
      await li.granted('drawNext', { body: {} }),
      await li.granted('drawNext', { body: {} }),
      await li.granted('drawNext', { body: {} }),
      await li.granted('drawNext', { body: {} }),
    ]
    expect(draws.map(({ drawn }) => drawn?.hold.caseId)).toEqual([first, later, fresh, undefined])
    expect(draws[0]?.drawn?.reason).toBe('most-overdue')
    expect(draws[2]?.drawn?.reason).toBe('due-first')
  })

  it('gives supervisors escalated cases first, reviewers none of them, and photos before new filings', async () => {
    const plain = await file('2026-11-18T09:00:00+08:00')
    const escalated = await file()
    await decideCase(server, li, escalated, decision('escalate'))
    const options = {
      seed: `hold-photo-${kind}`,
      pictures: 'tiny' as const,
      filingType: 'first-filing' as const,
    }
    const photo = await receiveFiling(server, options)
    await decideCase(server, li, photo, decision('pass'))
    await receive(server, await makeSupplement(options))
    const { drawn: forReviewer } = await zhang.granted('drawNext', { body: {} })
    expect(forReviewer).toMatchObject({ reason: 'photo-waiting', hold: { caseId: photo } })
    const { drawn: forSupervisor } = await wang.granted('drawNext', { body: {} })
    expect(forSupervisor).toMatchObject({ reason: 'escalated', hold: { caseId: escalated } })
    expect((await zhang.granted('drawNext', { body: {} })).drawn?.hold.caseId).toBe(plain)
    expect((await zhang.granted('drawNext', { body: {} })).drawn).toBeNull()
    expect(await zhang.refused('hold', { body: { caseId: escalated } })).toEqual({
      status: 409,
      code: 'conflict',
    })
  })

  it('keeps reviewers’ cases for reviewers: a supervisor is offered none, but may choose one', async () => {
    const first = await file()
    const second = await file()
    expect((await wang.granted('drawNext', { body: {} })).drawn).toBeNull()
    expect((await wang.granted('reserve', { body: { count: 6 } })).holds).toEqual([])
    const { hold } = await wang.granted('hold', { body: { caseId: first } })
    expect((await wang.granted('reserve', { body: { count: 6 } })).holds).toEqual([hold])
    await decideCase(server, li, second, decision('escalate'))
    const { holds } = await wang.granted('reserve', { body: { count: 6 } })
    expect(holds.find((own) => own.kind === 'reservation')).toMatchObject({ caseId: second })
  })

  it('refuses a case that somebody else has, until it is released', async () => {
    const caseId = await file()
    const { hold } = await li.granted('hold', { body: { caseId } })
    expect(await zhang.refused('hold', { body: { caseId } })).toEqual({ status: 409, code: 'conflict' })
    expect(await zhang.granted('release', { body: { caseId, token: hold.token } })).toEqual({
      released: false,
    })
    expect(await li.granted('release', { body: { caseId, token: hold.token + 1 } })).toEqual({
      released: false,
    })
    expect(await li.granted('release', { body: { caseId, token: hold.token } })).toEqual({ released: true })
    const taken = await zhang.granted('hold', { body: { caseId } })
    expect(taken.hold.token).toBeGreaterThan(hold.token)
  })

  it('refuses a case that does not exist', async () => {
    const unknown = '0190c7a0-0000-7000-8000-000000000000'
    expect(await li.refused('hold', { body: { caseId: unknown } })).toEqual({
      status: 404,
      code: 'not-found',
    })
  })

  it('ends a hold after four hours: the case can be drawn, the feed shows nobody, then says so to all', async () => {
    const caseId = await file()
    const { hold } = await li.granted('hold', { body: { caseId } })
    const seen = await zhang.granted('feed', { query: { after: 0 } })
    expect((await rowOf(zhang, caseId))?.holder).toMatchObject({
      userId: li.userId,
      displayName: '李娜',
      kind: 'hold',
    })
    server.advance(4 * HOUR)
    expect((await rowOf(zhang, caseId))?.holder).toBeNull()
    expect((await zhang.granted('feed', { query: { after: seen.cursor } })).rows).toEqual([])
    await server.housekeeping()
    const told = await zhang.granted('feed', { query: { after: seen.cursor } })
    expect(told.rows.map((row) => [row.id, row.holder])).toEqual([[caseId, null]])
    const { drawn } = await zhang.granted('drawNext', { body: {} })
    expect(drawn?.hold.caseId).toBe(caseId)
    expect(drawn?.hold.token).toBeGreaterThan(hold.token)
  })

  it('reserves as many as asked, never more than ten, and turns a reservation into a hold under its token', async () => {
    for (let count = 0; count < 12; count += 1) {
      await file()
    }
    const { holds } = await li.granted('reserve', { body: { count: 3 } })
    expect(holds.map((hold) => hold.kind)).toEqual(['reservation', 'reservation', 'reservation'])
    expect((await li.granted('reserve', { body: { count: 3 } })).holds).toEqual(holds)
    const [first] = holds
    const { drawn } = await li.granted('drawNext', { body: {} })
    expect(drawn?.hold).toMatchObject({
      caseId: first?.caseId,
      token: first?.token,
      kind: 'hold',
      since: first?.since,
    })
    const after = await li.granted('reserve', { body: { count: 50 } })
    expect(after.holds.filter((hold) => hold.kind === 'reservation')).toHaveLength(10)
    const others = await zhang.granted('reserve', { body: { count: 10 } })
    expect(others.holds).toHaveLength(1)
    const second = holds[1]?.caseId ?? ''
    expect(await zhang.refused('hold', { body: { caseId: second } })).toEqual({
      status: 409,
      code: 'conflict',
    })
    expect((await li.granted('hold', { body: { caseId: second } })).hold).toMatchObject({
      kind: 'hold',
      token: holds[1]?.token,
    })
  })

  it('renews by reserving, and loses what ran out meanwhile', async () => {
    const held = await file()
    const reserved = await file()
    await li.granted('hold', { body: { caseId: held } })
    const before = await li.granted('reserve', { body: { count: 1 } })
    expect(before.holds.map((hold) => hold.caseId).sort()).toEqual([held, reserved].sort())
    server.advance(10 * MINUTE)
    expect((await li.granted('reserve', { body: { count: 1 } })).holds).toEqual(before.holds)
    server.advance(3 * HOUR)
    const renewed = await li.granted('reserve', { body: { count: 1 } })
    for (const { expiresAt, kind: leaseKind, token, caseId } of renewed.holds) {
      expect(Date.parse(expiresAt) - server.now()).toBe(leaseKind === 'hold' ? 4 * HOUR : 8 * HOUR)
      expect(before.holds.find((hold) => hold.caseId === caseId)?.token).toBe(token)
    }
    server.advance(5 * HOUR)
    expect((await li.granted('reserve', { body: { count: 1 } })).holds.map((hold) => hold.caseId)).toEqual([
      reserved,
    ])
  })

  it('answers the feed in the order of changes, page by page, each case once', async () => {
    // Holds of earlier tests that have run out would be swept, and so told, in between.
    await server.housekeeping()
    const start = await li.granted('feed', { query: { after: 0 } })
    const ids = [await file(), await file(), await file()]
    await li.granted('hold', { body: { caseId: ids[0] } })
    const page = await zhang.granted('feed', { query: { after: start.cursor, limit: 2 } })
    expect(page.rows.map((row) => row.id)).toEqual([ids[1], ids[2]])
    expect(page.more).toBe(true)
    const rest = await zhang.granted('feed', { query: { after: page.cursor, limit: 2 } })
    expect(rest.rows.map((row) => row.id)).toEqual([ids[0]])
    expect(rest.more).toBe(false)
    const nothing = await zhang.granted('feed', { query: { after: rest.cursor } })
    expect(nothing).toEqual({ rows: [], cursor: rest.cursor, more: false })
    const beyond = await zhang.granted('feed', { query: { after: rest.cursor + 1_000_000 } })
    expect(beyond.rows.length).toBeGreaterThanOrEqual(3)
    expect(beyond.cursor).toBe(rest.cursor)
  })
})
