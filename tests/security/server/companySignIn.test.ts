import { decodeJwt, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { crossed } from '../../helpers/crossed'
import {
  CLIENT_ID,
  finishedSignIn,
  OTHER_CLIENT,
  startIdentityProvider,
  type IdentityProvider,
} from '../../helpers/identityProvider'
import {
  HOUR,
  MINUTE,
  START,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import type { TestClient } from '../../helpers/serverClient'

const REFUSED = { status: 401, code: 'wrong-credentials' }
const UNKNOWN = { status: 403, code: 'identity-unknown' }
const UNAVAILABLE = { status: 503, code: 'provider-unavailable' }

describe('Sign-in by the company account', { timeout: TEST_TIMEOUT }, () => {
  let provider: IdentityProvider
  let server: TestServer
  let wang: TestClient
  let li: string

  beforeAll(async () => {
    provider = await startIdentityProvider()
    server = await startTestServer('postgres', { company: companyOf(provider) })
    // The provider lives by the machine's clock.
    server.advance(Date.now() - START)
    wang = await server.signIn('wang.lei')
    li = (await server.signIn('li.na')).userId
    await wang.granted('bindIdentity', { params: { accountId: li }, body: { subject: 'sub-of-li' } })
  }, START_TIMEOUT)
  beforeEach(() => {
    // Attempts are counted by the minute.
    server.advance(MINUTE)
    provider.person = { subject: 'sub-of-li' }
    provider.isDown = false
    provider.tamper = null
  })
  afterAll(async () => {
    await server.stop()
    await provider.close()
  })

  function companyOf({ issuer }: IdentityProvider) {
    return { issuer, clientId: CLIENT_ID, algorithms: ['RS256', 'ES256'] as const, scope: 'openid profile' }
  }

  function refused(body: unknown): Promise<unknown> {
    return server.visitor().refused('companySignIn', { body })
  }

  it('opens the bound account, with the tokens of any sign-in', async () => {
    const body = await finishedSignIn(provider)
    const session = await server.visitor().granted('companySignIn', { body })
    expect(session).toMatchObject({ user: { id: li, username: 'li.na', role: 'reviewer' }, reservations: 6 })
    await server.visitor(session.token).granted('feed', { query: { after: 0 } })
    const renewed = await server
      .visitor()
      .granted('refresh', { body: { refreshToken: session.refreshToken } })
    await server.visitor(renewed.token).granted('signOut')
    const database = await server.place.open()
    const [entry] = await database.query<{ detail: string }>(
      "SELECT detail FROM audit_entry WHERE kind = 'signed-in' ORDER BY sequence DESC LIMIT 1",
    )
    await database.close()
    expect(JSON.parse(entry?.detail ?? '{}')).toMatchObject({ way: 'company' })
  })

  it('is offered to everybody, with what a browser needs', async () => {
    const { company } = await server.visitor().granted('signInWays')
    expect(company).toEqual({
      issuer: provider.issuer,
      clientId: CLIENT_ID,
      scope: 'openid profile',
      authorizationEndpoint: `${provider.issuer}/auth`,
    })
  })

  it('takes a code once', async () => {
    const body = await finishedSignIn(provider)
    await server.visitor().granted('companySignIn', { body })
    expect(await refused(body)).toEqual(REFUSED)
  })

  it('refuses what another desk began: verifier, nonce, address', async () => {
    for (const [part, value] of [
      ['codeVerifier', 'v'.repeat(43)],
      ['nonce', 'another-nonce-of-some-length'],
      ['redirectUri', 'http://127.0.0.1:45679/signed-in'],
      ['iss', 'https://other.example'],
      ['iss', null],
    ] as const) {
      expect({ part, answer: await refused({ ...(await finishedSignIn(provider)), [part]: value }) }).toEqual(
        {
          part,
          answer: REFUSED,
        },
      )
    }
  })

  it('sends codes to this machine alone', async () => {
    const body = await finishedSignIn(provider)
    for (const redirectUri of [
      'https://desk.example/signed-in',
      'http://127.0.0.1.example:80/signed-in',
      'http://localhost:45678/signed-in',
      'http://127.0.0.1:45678/elsewhere',
    ]) {
      expect(await refused({ ...body, redirectUri })).toMatchObject({ code: 'invalid-request' })
    }
  })

  it('refuses a code of another application', async () => {
    expect(await refused(await finishedSignIn(provider, OTHER_CLIENT))).toEqual(REFUSED)
  })

  /** An ID token signed by the provider's own key whose claims somebody has chosen. */
  async function resign(token: string, claims: Record<string, unknown>): Promise<string> {
    return new SignJWT({ ...decodeJwt(token), ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'first' })
      .sign(provider.privateKey)
  }

  it.each([
    ['audience', { aud: OTHER_CLIENT }],
    ['issuer', { iss: 'https://other.example' }],
    ['nonce', { nonce: 'of-another-sign-in' }],
    ['expiry', { exp: Math.floor(Date.now() / 1000) - 5 * 3600 }],
    ['missing expiry', { exp: undefined }],
    ['party', { aud: [CLIENT_ID, OTHER_CLIENT], azp: OTHER_CLIENT }],
  ])('refuses a well-signed token of a wrong %s', async (_what, claims) => {
    // Where the claims fit, the same way of signing is taken: it is the claim that is refused.
    provider.tamper = (token) => resign(token, {})
    await server.visitor().granted('companySignIn', { body: await finishedSignIn(provider) })
    provider.tamper = (token) => resign(token, claims)
    expect(await refused(await finishedSignIn(provider))).toEqual(REFUSED)
  })

  it('goes by the clock of the server', async () => {
    const body = await finishedSignIn(provider)
    server.advance(5 * HOUR)
    expect(await refused(body)).toEqual(REFUSED)
    server.advance(-5 * HOUR)
  })

  it('refuses what another key, no key or a shared secret has signed', async () => {
    const stranger = await generateKeyPair('ES256')
    const forgeries: readonly ((token: string) => Promise<string> | string)[] = [
      (token) =>
        new SignJWT(decodeJwt(token))
          .setProtectedHeader({ alg: 'ES256', kid: 'first' })
          .sign(stranger.privateKey),
      (token) =>
        new SignJWT(decodeJwt(token))
          .setProtectedHeader({ alg: 'ES256', kid: 'unheard-of' })
          .sign(stranger.privateKey),
      (token) => new UnsecuredJWT(decodeJwt(token)).encode(),
      (token) =>
        new SignJWT(decodeJwt(token))
          .setProtectedHeader({ alg: 'HS256', kid: 'first' })
          .sign(Buffer.from(CLIENT_ID.padEnd(32))),
      (token) => `${token.slice(0, -4)}AAAA`,
      () => 'not a token',
    ]
    for (const [index, forge] of forgeries.entries()) {
      provider.tamper = forge
      expect({ index, answer: await refused(await finishedSignIn(provider)) }).toEqual({
        index,
        answer: REFUSED,
      })
    }
  })

  it('follows keys that the provider changes, and believes the ones before no more', async () => {
    const before = provider.privateKey
    await provider.changeKeys()
    await server.visitor().granted('companySignIn', { body: await finishedSignIn(provider) })
    provider.tamper = (token) =>
      new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'ES256', kid: 'first' }).sign(before)
    expect(await refused(await finishedSignIn(provider))).toEqual(REFUSED)
  })

  it('says that the provider does not answer, and goes on when it does again', async () => {
    const body = await finishedSignIn(provider)
    provider.isDown = true
    expect(await refused(body)).toEqual(UNAVAILABLE)
    await server.restart()
    expect((await server.visitor().granted('signInWays')).company).toMatchObject({
      authorizationEndpoint: null,
    })
    expect(await refused(body)).toEqual(UNAVAILABLE)
    provider.isDown = false
    server.advance(MINUTE)
    expect((await server.visitor().granted('signInWays')).company?.authorizationEndpoint).not.toBeNull()
    await server.visitor().granted('companySignIn', { body: await finishedSignIn(provider) })
    // The password way does not depend on it.
    wang = await server.signIn('wang.lei')
  })

  it('makes no account, and shows supervisors who knocked', async () => {
    provider.person = {
      subject: 'sub-of-a-stranger',
      claims: { name: '王磊', preferred_username: 'wang.lei', email: 'wang.lei', email_verified: true },
    }
    expect(await refused(await finishedSignIn(provider))).toEqual(UNKNOWN)
    const { unbound, accounts } = await wang.granted('accounts')
    expect(unbound).toMatchObject([{ subject: 'sub-of-a-stranger', claimedName: '王磊' }])
    expect(accounts).toHaveLength(7)
    expect(accounts.find(({ username }) => username === 'li.na')).toMatchObject({ subject: 'sub-of-li' })
  })

  it('ends with the account, and with the binding', async () => {
    const params = { accountId: li }
    const session = await server.visitor().granted('companySignIn', { body: await finishedSignIn(provider) })
    await wang.granted('unbindIdentity', { params })
    expect(await server.visitor(session.token).refused('feed', { query: { after: 0 } })).toMatchObject({
      status: 401,
    })
    expect(await refused(await finishedSignIn(provider))).toEqual(UNKNOWN)
    await wang.granted('bindIdentity', { params, body: { subject: 'sub-of-li' } })
    expect((await wang.granted('accounts')).unbound.map(({ subject }) => subject)).not.toContain('sub-of-li')
    await wang.granted('closeAccount', { params })
    expect(await refused(await finishedSignIn(provider))).toEqual({ status: 403, code: 'forbidden' })
    await wang.granted('reopenAccount', { params })
  })

  it.each([
    ['closeAccount', { status: 403, code: 'forbidden' }],
    ['unbindIdentity', UNKNOWN],
  ] as const)('lets nobody in who signed in while %s came between', async (change, answer) => {
    const params = { accountId: li }
    const body = await finishedSignIn(provider)
    const [, late] = await crossed(server, [() => wang.granted(change, { params }), () => refused(body)])
    expect(late).toEqual(answer)
    await (change === 'closeAccount'
      ? wang.granted('reopenAccount', { params })
      : wang.granted('bindIdentity', { params, body: { subject: 'sub-of-li' } }))
  })

  it('binds each company account to one account, and each account to one', async () => {
    const zhang = (await server.signIn('zhang.wei')).userId
    for (const [accountId, subject] of [
      [zhang, 'sub-of-li'],
      [li, 'another-subject'],
    ] as const) {
      expect(await wang.refused('bindIdentity', { params: { accountId }, body: { subject } })).toMatchObject({
        code: 'conflict',
      })
    }
  })

  it('counts attempts by address like those with a password', async () => {
    const codes = new Set<unknown>()
    const body = { ...(await finishedSignIn(provider)), code: 'made up' }
    await Promise.all(
      Array.from({ length: 61 }, async () => {
        codes.add((await server.visitor().refused('companySignIn', { body })).code)
      }),
    )
    expect(codes).toEqual(new Set(['wrong-credentials', 'locked-out']))
    server.advance(MINUTE)
  })

  it('keeps nothing of the provider’s tokens, in the database or in the log', async () => {
    let idToken = ''
    provider.tamper = (token) => (idToken = token)
    const body = await finishedSignIn(provider)
    await server.visitor().granted('companySignIn', { body })
    const database = await server.place.open()
    const tables = await database.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
    )
    const texts = await Promise.all(
      tables.map(({ name }) => database.query(`SELECT t::text AS text FROM "${name}" t`)),
    )
    await database.close()
    const kept = JSON.stringify(texts) + server.log()
    expect(idToken.length).toBeGreaterThan(100)
    for (const secret of [idToken, body.code, body.codeVerifier, body.nonce]) {
      expect(kept).not.toContain(secret)
    }
  })

  describe('by a claim that the operator names', () => {
    beforeAll(async () => {
      await server.restart({ company: { ...companyOf(provider), accountClaim: 'preferred_username' } })
      wang = await server.signIn('wang.lei')
    }, START_TIMEOUT)

    it('binds at the first sign-in, and by subject from then on', async () => {
      provider.person = { subject: 'sub-of-he', claims: { preferred_username: 'he.jing' } }
      const first = await server.visitor().granted('companySignIn', { body: await finishedSignIn(provider) })
      expect(first.user.username).toBe('he.jing')
      // Somebody else is given the name at the provider.
      provider.person = { subject: 'sub-of-a-newcomer', claims: { preferred_username: 'he.jing' } }
      expect(await refused(await finishedSignIn(provider))).toEqual(UNKNOWN)
      // The person is given another name there.
      provider.person = { subject: 'sub-of-he', claims: { preferred_username: 'wang.lei' } }
      const later = await server.visitor().granted('companySignIn', { body: await finishedSignIn(provider) })
      expect(later.user.username).toBe('he.jing')
    })

    it('leaves an account alone that a supervisor has unbound, until a supervisor binds it', async () => {
      const { accounts } = await wang.granted('accounts')
      const params = { accountId: accounts.find(({ username }) => username === 'he.jing')?.id ?? '' }
      await wang.granted('unbindIdentity', { params })
      for (const subject of ['sub-of-he', 'another-of-he']) {
        provider.person = { subject, claims: { preferred_username: 'he.jing' } }
        expect(await refused(await finishedSignIn(provider))).toEqual(UNKNOWN)
      }
      await wang.granted('bindIdentity', { params, body: { subject: 'another-of-he' } })
      await server.visitor().granted('companySignIn', { body: await finishedSignIn(provider) })
    })

    it('binds nobody by a claim who signed in while a supervisor unbound', async () => {
      const { accounts } = await wang.granted('accounts')
      const params = { accountId: accounts.find(({ username }) => username === 'zhang.wei')?.id ?? '' }
      await wang.granted('bindIdentity', { params, body: { subject: 'sub-of-zhang' } })
      provider.person = { subject: 'sub-of-zhang', claims: { preferred_username: 'zhang.wei' } }
      const body = await finishedSignIn(provider)
      const [, late] = await crossed(server, [
        () => wang.granted('unbindIdentity', { params }),
        () => refused(body),
      ])
      expect(late).toEqual(UNKNOWN)
    })

    it('believes an address of mail only when the provider has verified it', async () => {
      await server.restart({ company: { ...companyOf(provider), accountClaim: 'email' } })
      provider.person = { subject: 'sub-of-gao', claims: { email: 'gao.yan', email_verified: false } }
      expect(await refused(await finishedSignIn(provider))).toEqual(UNKNOWN)
      provider.person = { subject: 'sub-of-gao', claims: { email: 'gao.yan', email_verified: true } }
      const session = await server
        .visitor()
        .granted('companySignIn', { body: await finishedSignIn(provider) })
      expect(session.user.username).toBe('gao.yan')
    })
  })

  it('is not offered without a provider', async () => {
    await server.restart({ company: undefined })
    expect(await server.visitor().granted('signInWays')).toEqual({ company: null })
    expect(await refused(await finishedSignIn(provider))).toEqual(UNAVAILABLE)
  })
})
