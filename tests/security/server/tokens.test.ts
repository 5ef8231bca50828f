import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { receiveFiling } from '../../helpers/serverCases'
import {
  HOUR,
  MINUTE,
  PASSWORD,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TeamMember,
  type TestServer,
} from '../../helpers/serverHarness'
import type { RefreshReply, SignInReply } from '../../../shared/protocol/apiModels'

const GONE = { status: 401, code: 'unauthenticated' }
const FEED = { query: { after: 0 } }

describe('Tokens', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer

  beforeAll(async () => {
    server = await startTestServer('postgres')
  }, START_TIMEOUT)
  beforeEach(() => {
    // Attempts are counted by the minute.
    server.advance(MINUTE)
  })
  afterAll(() => server.stop())

  function signIn(username: TeamMember = 'li.na'): Promise<SignInReply> {
    return server.visitor().granted('signIn', { body: { username, password: PASSWORD } })
  }

  function refresh(refreshToken: string): Promise<RefreshReply> {
    return server.visitor().granted('refresh', { body: { refreshToken } })
  }

  function refusedRefresh(refreshToken: string): Promise<unknown> {
    return server.visitor().refused('refresh', { body: { refreshToken } })
  }

  async function isAlive(token: string): Promise<boolean> {
    const response = await fetch(new URL('/v1/feed?after=0', server.url), {
      headers: { authorization: `Bearer ${token}` },
    })
    await response.arrayBuffer()
    return response.status === 200
  }

  async function auditKinds(): Promise<readonly string[]> {
    const database = await server.place.open()
    const rows = await database.query<{ kind: string }>('SELECT kind FROM audit_entry ORDER BY sequence')
    await database.close()
    return rows.map((row) => row.kind)
  }

  it('open nothing after a quarter of an hour, by the clock of the server', async () => {
    const { token } = await signIn()
    server.advance(15 * MINUTE - 1)
    expect(await isAlive(token)).toBe(true)
    server.advance(1)
    expect(await isAlive(token)).toBe(false)
    expect(await server.visitor(token).refused('case', { params: { caseId: crypto.randomUUID() } })).toEqual(
      GONE,
    )
  })

  it('follow one another: the pair before is of no use', async () => {
    const first = await signIn()
    const second = await refresh(first.refreshToken)
    expect(second.user).toEqual(first.user)
    expect(await isAlive(first.token)).toBe(false)
    expect(await isAlive(second.token)).toBe(true)
    server.advance(2 * HOUR)
    const third = await refresh(second.refreshToken)
    expect(await isAlive(third.token)).toBe(true)
  })

  it('end all together when one is shown that was replaced long ago', async () => {
    const first = await signIn()
    const other = await signIn()
    const second = await refresh(first.refreshToken)
    server.advance(MINUTE + 1)
    expect(await refusedRefresh(first.refreshToken)).toEqual(GONE)
    expect(await isAlive(second.token)).toBe(false)
    expect(await refusedRefresh(second.refreshToken)).toEqual(GONE)
    expect(await isAlive(other.token)).toBe(true)
    expect(await auditKinds()).toContain('token-reused')
  })

  it('survive an answer that got lost: the one before is taken once more within a minute', async () => {
    const first = await signIn()
    const lost = await refresh(first.refreshToken)
    server.advance(MINUTE)
    const second = await refresh(first.refreshToken)
    expect(await isAlive(second.token)).toBe(true)
    expect(await isAlive(lost.token)).toBe(false)
    // The lost pair turns up after all: somebody else has it.
    expect(await refusedRefresh(lost.refreshToken)).toEqual(GONE)
    expect(await isAlive(second.token)).toBe(false)
  })

  it('are not taken once more when the successor has been used', async () => {
    const first = await signIn()
    const second = await refresh(first.refreshToken)
    const third = await refresh(second.refreshToken)
    expect(await refusedRefresh(first.refreshToken)).toEqual(GONE)
    expect(await isAlive(third.token)).toBe(false)
  })

  it('are given once to copies that are shown side by side, and end then', async () => {
    const { refreshToken } = await signIn()
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        fetch(new URL('/v1/session/refresh', server.url), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ refreshToken }),
        }),
      ),
    )
    const pairs: RefreshReply[] = []
    for (const answer of answers) {
      if (answer.ok) {
        pairs.push((await answer.json()) as RefreshReply)
      }
    }
    const alive = await Promise.all(pairs.map(({ token }) => isAlive(token)))
    expect(alive.filter(Boolean).length).toBeLessThanOrEqual(1)
  })

  it('cannot stand in for each other', async () => {
    const { token, refreshToken } = await signIn()
    expect(await isAlive(refreshToken)).toBe(false)
    expect(await refusedRefresh(token)).toEqual(GONE)
    expect(await refusedRefresh('made-up-token-of-some-length')).toEqual(GONE)
    expect(await isAlive(token)).toBe(true)
  })

  it('are not renewed past half a day after the sign-in', async () => {
    let { refreshToken } = await signIn()
    const began = server.now()
    for (let passed = 0; passed < 11; passed += 1) {
      server.advance(HOUR)
      ;({ refreshToken } = await refresh(refreshToken))
    }
    server.advance(began + 12 * HOUR - MINUTE - server.now())
    const last = await refresh(refreshToken)
    expect(Date.parse(last.expiresAt)).toBe(began + 12 * HOUR)
    server.advance(MINUTE)
    expect(await isAlive(last.token)).toBe(false)
    expect(await refusedRefresh(last.refreshToken)).toEqual(GONE)
  })

  it('end with the sign-out, on this workstation and on no other', async () => {
    const here = await signIn()
    const there = await signIn()
    await server.visitor(here.token).granted('signOut')
    expect(await isAlive(here.token)).toBe(false)
    expect(await refusedRefresh(here.refreshToken)).toEqual(GONE)
    expect(await isAlive(there.token)).toBe(true)
  })

  it('are stored as hashes only', async () => {
    const { token, refreshToken } = await refresh((await signIn()).refreshToken)
    const database = await server.place.open()
    const stored = [
      ...(await database.query('SELECT * FROM session')),
      ...(await database.query('SELECT * FROM session_family')),
      ...(await database.query('SELECT * FROM refresh_token')),
      ...(await database.query('SELECT * FROM audit_entry')),
    ]
    await database.close()
    expect(stored.length).toBeGreaterThan(3)
    for (const secret of [token, refreshToken]) {
      expect(JSON.stringify(stored)).not.toContain(secret)
      expect(server.log()).not.toContain(secret)
    }
  })

  it('of a closed account end at once, with every hold, until it is opened again', async () => {
    const wang = await server.signIn('wang.lei')
    const zhang = await signIn('zhang.wei')
    const elsewhere = await signIn('zhang.wei')
    const caseId = await receiveFiling(server, { seed: 'closed', nature: 'enterprise' })
    await server.visitor(zhang.token).granted('hold', { body: { caseId } })
    const { id: accountId } = zhang.user

    const closed = await wang.granted('closeAccount', { params: { accountId } })
    expect(closed.closedAt).toBe(new Date(server.now()).toISOString())
    for (const { token, refreshToken } of [zhang, elsewhere]) {
      expect(await server.visitor(token).refused('feed', FEED)).toEqual(GONE)
      expect(await refusedRefresh(refreshToken)).toEqual(GONE)
    }
    const wrong = { username: 'zhang.wei', password: 'not the passphrase' }
    const right = { username: 'zhang.wei', password: PASSWORD }
    expect(await server.visitor().refused('signIn', { body: wrong })).toMatchObject({
      code: 'wrong-credentials',
    })
    expect(await server.visitor().refused('signIn', { body: right })).toEqual({
      status: 403,
      code: 'forbidden',
    })
    const li = await server.signIn('li.na')
    await li.granted('hold', { body: { caseId } })

    await wang.granted('closeAccount', { params: { accountId } })
    expect((await wang.granted('reopenAccount', { params: { accountId } })).closedAt).toBeNull()
    await signIn('zhang.wei')
    const kinds = await auditKinds()
    expect(kinds.filter((name) => name === 'account-closed')).toHaveLength(1)
    expect(kinds.filter((name) => name === 'account-reopened')).toHaveLength(1)
  })

  it('of the own account are not closed by oneself, nor those of nobody', async () => {
    const wang = await server.signIn('wang.lei')
    expect(await wang.refused('closeAccount', { params: { accountId: wang.userId } })).toEqual({
      status: 403,
      code: 'forbidden',
    })
    const accountId = crypto.randomUUID()
    expect((await wang.refused('closeAccount', { params: { accountId } })).status).toBe(404)
    expect((await wang.refused('reopenAccount', { params: { accountId } })).status).toBe(404)
  })
})
