import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { crossed } from '../../helpers/crossed'
import { decideCase, decision, receiveFiling } from '../../helpers/serverCases'
import type { RouteName, TestClient } from '../../helpers/serverClient'
import {
  HOUR,
  MINUTE,
  PASSWORD,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import type { OpenAccountRequest, TeamAccount } from '../../../shared/protocol/accounts'

const NEW_PASSWORD = 'chosen by the person'
const FORBIDDEN = { status: 403, code: 'forbidden' }
const WRONG = { status: 401, code: 'wrong-credentials' }

describe('Accounts', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let wang: TestClient
  let sun: TestClient
  let opened = 0

  beforeAll(async () => {
    server = await startTestServer('postgres')
    wang = await server.signIn('wang.lei')
    sun = await server.signIn('sun.li')
  }, START_TIMEOUT)
  beforeEach(() => {
    // Attempts are counted by the minute.
    server.advance(MINUTE)
  })
  afterAll(() => server.stop())

  function newAccount(changes: Partial<OpenAccountRequest> = {}): OpenAccountRequest {
    opened += 1
    const username = `person.${String(opened)}`
    return { username, displayName: '新同事', role: 'reviewer', provinces: [], subject: null, ...changes }
  }

  async function open(changes: Partial<OpenAccountRequest> = {}) {
    const { account, oneTimePassword } = await wang.granted('openAccount', { body: newAccount(changes) })
    return { account, params: { accountId: account.id }, oneTimePassword: oneTimePassword ?? '' }
  }

  const signIn = (username: string, password: string, newPassword?: string) =>
    server.visitor().granted('signIn', { body: { username, password, ...(newPassword && { newPassword }) } })
  const refusedSignIn = (body: unknown) => server.visitor().refused('signIn', { body })

  async function audited(kind: string) {
    const auditor = await server.signIn('shen.ji')
    return (await auditor.granted('auditEntries', { query: { kind } })).entries
  }

  it('are opened with a password that is good for choosing another, and for nothing else', async () => {
    const { account, oneTimePassword } = await open()
    expect(oneTimePassword).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
    const { username } = account
    expect(await refusedSignIn({ username, password: oneTimePassword })).toEqual({
      status: 403,
      code: 'one-time-password',
    })
    expect(
      await refusedSignIn({ username, password: oneTimePassword, newPassword: oneTimePassword }),
    ).toEqual({
      status: 403,
      code: 'one-time-password',
    })
    expect(await refusedSignIn({ username, password: 'a guess', newPassword: NEW_PASSWORD })).toEqual(WRONG)
    await signIn(username, oneTimePassword, NEW_PASSWORD)
    expect(await refusedSignIn({ username, password: oneTimePassword, newPassword: 'another one' })).toEqual(
      WRONG,
    )
    await signIn(username, NEW_PASSWORD)
    const { accounts } = await wang.granted('accounts')
    expect(accounts.find(({ id }) => id === account.id)).toMatchObject({ password: 'own' })
  })

  it('forget a one-time password after three days', async () => {
    const { account, oneTimePassword } = await open()
    server.advance(3 * 24 * HOUR)
    const late = { username: account.username, password: oneTimePassword, newPassword: NEW_PASSWORD }
    expect(await refusedSignIn(late)).toEqual(WRONG)
    wang = await server.signIn('wang.lei')
    sun = await server.signIn('sun.li')
  })

  it('let one of two people replace a one-time password', async () => {
    const { account, oneTimePassword } = await open()
    const answers = await Promise.allSettled(
      ['chosen by the first', 'chosen by the second'].map((chosen) =>
        signIn(account.username, oneTimePassword, chosen),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('end every sign-in when a password is given anew, and need another supervisor for that', async () => {
    const { account, params, oneTimePassword } = await open()
    const before = await signIn(account.username, oneTimePassword, NEW_PASSWORD)
    const reset = await wang.granted('resetPassword', { params })
    expect(await server.visitor(before.token).refused('feed', { query: { after: 0 } })).toMatchObject({
      status: 401,
    })
    expect(await refusedSignIn({ username: account.username, password: NEW_PASSWORD })).toEqual(WRONG)
    await signIn(account.username, reset.oneTimePassword ?? '', 'chosen once more')
  })

  it('are never managed by their own person', async () => {
    const params = { accountId: wang.userId }
    const change = { displayName: '王磊', role: 'supervisor', provinces: [] }
    const attempts: ReadonlyArray<readonly [RouteName, unknown]> = [
      ['changeAccount', change],
      ['closeAccount', undefined],
      ['reopenAccount', undefined],
      ['resetPassword', undefined],
      ['bindIdentity', { subject: 'own' }],
      ['unbindIdentity', undefined],
    ]
    for (const [name, body] of attempts) {
      const parts = { params, ...(body === undefined ? {} : { body }) }
      expect({ name, answer: await wang.refused(name, parts) }).toEqual({ name, answer: FORBIDDEN })
    }
  })

  it('keep a supervisor when two close each other at once', async () => {
    const others = await Promise.all(
      [1, 2].map(async () => {
        const { account, oneTimePassword } = await open({ role: 'supervisor' })
        const session = await signIn(account.username, oneTimePassword, NEW_PASSWORD)
        return { account, client: server.visitor(session.token) }
      }),
    )
    const [first, second] = others
    const close = (client: TestClient | undefined, account: TeamAccount | undefined) =>
      client?.granted('closeAccount', { params: { accountId: account?.id ?? '' } })
    const answers = await Promise.allSettled([
      close(first?.client, second?.account),
      close(second?.client, first?.account),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { accounts } = await wang.granted('accounts')
    const closed = others.filter(
      ({ account }) => accounts.find(({ id }) => id === account.id)?.closedAt !== null,
    )
    expect(closed).toHaveLength(1)
  })

  it('lose at once what the new role may not have', async () => {
    const { account, params, oneTimePassword } = await open()
    const client = server.visitor((await signIn(account.username, oneTimePassword, NEW_PASSWORD)).token)
    const caseId = await receiveFiling(server, { seed: 'role-changes', nature: 'enterprise' })
    await client.granted('hold', { body: { caseId } })
    const body = { displayName: account.displayName, role: 'auditor', provinces: ['330000'] }
    expect(await wang.granted('changeAccount', { params, body })).toMatchObject({
      role: 'auditor',
      provinces: ['330000'],
    })
    expect(await client.refused('hold', { body: { caseId } })).toEqual(FORBIDDEN)
    expect(await client.refused('case', { params: { caseId } })).toEqual(FORBIDDEN)
    await sun.granted('hold', { body: { caseId } })
    const [entry] = await audited('account-changed')
    const [before, after] =
      entry?.change.state === 'open' ? [entry.change.before, entry.change.after] : ['{}', '{}']
    expect(JSON.parse(before)).toMatchObject({ role: 'reviewer', provinces: [] })
    expect(JSON.parse(after)).toMatchObject({ role: 'auditor', provinces: ['330000'] })
  })

  it('lose the holds that the new role may not draw, and keep the others', async () => {
    const { account, params, oneTimePassword } = await open({ role: 'senior-reviewer' })
    const client = server.visitor((await signIn(account.username, oneTimePassword, NEW_PASSWORD)).token)
    const pending = await receiveFiling(server, { seed: 'kept-hold', nature: 'enterprise' })
    const escalated = await receiveFiling(server, { seed: 'lost-hold', nature: 'enterprise' })
    await decideCase(server, await server.signIn('li.na'), escalated, decision('escalate'))
    for (const caseId of [pending, escalated]) {
      await client.granted('hold', { body: { caseId } })
    }
    const body = { displayName: account.displayName, role: 'reviewer', provinces: [] }
    await wang.granted('changeAccount', { params, body })
    await sun.granted('hold', { body: { caseId: escalated } })
    expect(await sun.refused('hold', { body: { caseId: pending } })).toMatchObject({ code: 'conflict' })
    await client.granted('case', { params: { caseId: pending } })
  })

  it.each([
    ['closeAccount', PASSWORD, FORBIDDEN],
    ['resetPassword', PASSWORD, WRONG],
    ['closeAccount', undefined, FORBIDDEN],
    ['resetPassword', undefined, WRONG],
  ] as const)(
    'let nobody in who signed in while %s came between (own password: %s)',
    async (change, own, refused) => {
      const { account, params, oneTimePassword } = await open()
      const { username } = account
      if (own !== undefined) {
        await signIn(username, oneTimePassword, own)
      }
      const way =
        own === undefined ? { password: oneTimePassword, newPassword: NEW_PASSWORD } : { password: own }
      const [, late] = await crossed(server, [
        () => wang.granted(change, { params }),
        () => refusedSignIn({ username, ...way }),
      ])
      expect(late).toEqual(refused)
    },
  )

  it('have names of their own', async () => {
    const taken = newAccount({ username: 'li.na' })
    expect(await wang.refused('openAccount', { body: taken })).toEqual({ status: 409, code: 'conflict' })
    for (const username of ['', 'a b', '<b>', 'x'.repeat(61), "'; DROP TABLE account; --"]) {
      expect(await wang.refused('openAccount', { body: newAccount({ username }) })).toMatchObject({
        code: 'invalid-request',
      })
    }
    expect(
      (await wang.granted('accounts')).accounts.filter(({ username }) => username === 'li.na'),
    ).toHaveLength(1)
  })

  it('are bound to nothing where there is no identity provider', async () => {
    const { params } = await open()
    expect(await wang.refused('bindIdentity', { params, body: { subject: 'somebody' } })).toMatchObject({
      code: 'conflict',
    })
    expect(await wang.refused('openAccount', { body: newAccount({ subject: 'somebody' }) })).toMatchObject({
      code: 'conflict',
    })
    // Nothing of the refused one is left behind.
    expect((await wang.granted('accounts')).accounts.map(({ username }) => username)).not.toContain(
      `person.${String(opened)}`,
    )
  })

  describe('of one’s own', () => {
    it('change their password by the present one; every other sign-in ends', async () => {
      const { account, oneTimePassword } = await open()
      const { username } = account
      const here = await signIn(username, oneTimePassword, PASSWORD)
      const there = await signIn(username, PASSWORD)
      const client = server.visitor(here.token)
      const change = { password: PASSWORD, newPassword: NEW_PASSWORD }
      expect(await client.refused('changePassword', { body: { ...change, password: 'a guess' } })).toEqual(
        WRONG,
      )
      await client.granted('changePassword', { body: change })
      await client.granted('feed', { query: { after: 0 } })
      expect(await server.visitor(there.token).refused('feed', { query: { after: 0 } })).toMatchObject({
        status: 401,
      })
      expect(
        await server.visitor().refused('refresh', { body: { refreshToken: there.refreshToken } }),
      ).toMatchObject({ status: 401 })
      expect(await refusedSignIn({ username, password: PASSWORD })).toEqual(WRONG)
      await signIn(username, NEW_PASSWORD)
      expect((await audited('password-changed'))[0]).toMatchObject({ person: { id: account.id } })
    })

    it('count guesses of a stolen token like those at the door', async () => {
      const { account, oneTimePassword } = await open()
      const client = server.visitor((await signIn(account.username, oneTimePassword, PASSWORD)).token)
      const body = { password: 'a guess', newPassword: NEW_PASSWORD }
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        expect(await client.refused('changePassword', { body })).toEqual(WRONG)
      }
      const right = { password: PASSWORD, newPassword: NEW_PASSWORD }
      expect(await client.refused('changePassword', { body: right })).toMatchObject({ code: 'locked-out' })
    })
  })

  it('leave no password in the database, in the audit or in the log', async () => {
    const { account, oneTimePassword } = await open()
    await signIn(account.username, oneTimePassword, 'a password nobody else has')
    const database = await server.place.open()
    const tables = await database.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
    )
    const texts = await Promise.all(
      tables.map(({ name }) => database.query(`SELECT t::text AS text FROM "${name}" t`)),
    )
    await database.close()
    const kept = JSON.stringify(texts) + server.log()
    expect(kept).toContain(account.username)
    for (const secret of [oneTimePassword, 'a password nobody else has']) {
      expect(kept).not.toContain(secret)
    }
  })
})
