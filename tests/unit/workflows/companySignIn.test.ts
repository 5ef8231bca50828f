import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'
import { until } from './support/testDesk'
import type { BrowserPort, ProviderAnswer } from '../../../electron/workflows/ports/browserPort'
import { refusal, success, type Result } from '../../../shared/result'

const ISSUER = 'https://identity.example'
const WAY = {
  issuer: ISSUER,
  clientId: 'desk',
  scope: 'openid profile',
  authorizationEndpoint: `${ISSUER}/auth?tenant=one`,
}
const PASSPHRASE = 'four words nobody says'

useStandingClock()

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
  scene.server.offerCompany(WAY)
})
afterEach(async () => {
  await scene.clear()
})

/** A browser in which a person does what the test says; the page's address is kept. */
function createBrowser(answer: Result<ProviderAnswer, 'refused' | 'timed-out'> | 'never') {
  const pages: URL[] = []
  const browser: BrowserPort = {
    openSignInPage(address) {
      pages.push(new URL(address))
      return Promise.resolve()
    },
    listen() {
      let cancel: () => void = () => undefined
      const cancelled = new Promise<Result<ProviderAnswer, 'cancelled'>>((resolve) => {
        cancel = () => {
          resolve(refusal('cancelled'))
        }
      })
      return Promise.resolve({
        redirectUri: 'http://127.0.0.1:45678/signed-in',
        answer: answer === 'never' ? cancelled : Promise.resolve(answer),
        close: cancel,
      })
    },
  }
  return { browser, pages }
}

/** The code proves whoever has that user name. */
const proving = (code: string, iss: string | null = ISSUER) => createBrowser(success({ code, iss }))

async function placeDesk({ browser }: { readonly browser: BrowserPort }, folder?: string) {
  return scene.placeDesk(folder, undefined, browser)
}

describe('Signing in by the company account', () => {
  it('sends the person to the provider with what proves this desk, and asks for a passphrase then', async () => {
    const { browser, pages } = proving('chen')
    const { desk } = await placeDesk({ browser })
    expect(await desk.call('session.ways', {})).toEqual({ answered: true, company: true })
    const due = await desk.call('session.signInByCompany', {})
    expect(due).toMatchObject({
      state: 'passphrase-due',
      username: 'chen',
      displayName: '陈静',
      isFirst: true,
    })
    const [page] = pages
    const asked = Object.fromEntries(page?.searchParams ?? [])
    expect(page?.origin).toBe(ISSUER)
    expect(asked).toMatchObject({
      tenant: 'one',
      client_id: 'desk',
      response_type: 'code',
      scope: 'openid profile',
      redirect_uri: 'http://127.0.0.1:45678/signed-in',
      code_challenge_method: 'S256',
    })
    const secrets = [asked['state'], asked['nonce'], asked['code_challenge']]
    expect(new Set(secrets).size).toBe(3)
    for (const secret of secrets) {
      expect(secret).toMatch(/^[\w-]{43}$/)
    }
    // Nothing is open yet.
    expect(await desk.ask('queue.facets', {})).toMatchObject({ ok: false, error: { code: 'not-signed-in' } })

    const signedIn = await desk.call('session.openByPassphrase', { passphrase: PASSPHRASE })
    expect(signedIn).toMatchObject({ state: 'signed-in', by: 'company', user: { username: 'chen' } })
    await untilIdle()
    await desk.call('queue.facets', {})
  })

  it('makes other secrets for each sign-in, and keeps the verifier back until the code is there', async () => {
    const { browser, pages } = proving('chen')
    const { desk, network } = await placeDesk({ browser })
    await desk.call('session.signInByCompany', {})
    await desk.call('session.signInByCompany', {})
    const [first, second] = pages.map(({ searchParams }) => Object.fromEntries(searchParams))
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first?.[name]).not.toBe(second?.[name])
    }
    expect(network.calls.filter((call) => call === 'companySignIn')).toHaveLength(2)
  })

  it('opens no page for somebody who has gone back meanwhile', async () => {
    const { browser, pages } = createBrowser('never')
    const { desk, network } = await placeDesk({ browser })
    const release = network.holdBack('signInWays')
    const asked = desk.ask('session.signInByCompany', {})
    await until('the server is asked', () => network.calls.includes('signInWays'))
    await desk.call('session.signOut', {})
    release()
    expect(await asked).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(pages).toEqual([])
  })

  it('ends at the server a sign-in that was given up while its answer was on the way', async () => {
    const { browser } = proving('chen')
    const { desk, network } = await placeDesk({ browser })
    const release = network.holdBack('companySignIn')
    const asked = desk.ask('session.signInByCompany', {})
    await until('the code is sent', () => network.calls.includes('companySignIn'))
    await desk.call('session.signOut', {})
    release()
    expect(await asked).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(network.calls.filter((call) => call === 'signOut')).toHaveLength(1)
    expect(await desk.call('session.read', {})).toMatchObject({ state: 'signed-out' })
  })

  it('opens lock and desk by the passphrase, without a network as well', async () => {
    const { browser } = proving('chen')
    const { desk, network } = await placeDesk({ browser })
    await desk.call('session.signInByCompany', {})
    await desk.call('session.openByPassphrase', { passphrase: PASSPHRASE })
    await untilIdle()
    expect(await desk.call('session.lock', {})).toMatchObject({ state: 'locked', by: 'company' })
    expect(await desk.call('session.unlock', { password: PASSPHRASE })).toMatchObject({ state: 'signed-in' })
    await desk.call('session.signOut', {})
    network.cut()
    expect(await desk.call('session.ways', {})).toEqual({ answered: false, company: false })
    expect(await desk.ask('session.signInByCompany', {})).toMatchObject({ error: { code: 'offline' } })
    const offline = await desk.signIn('chen', PASSPHRASE)
    expect(offline).toMatchObject({ state: 'signed-in', by: 'company' })
  })

  it('makes the profile anew where one only waits for its enrolment by file, whoever began that', async () => {
    const { desk, network } = await placeDesk(proving('chen'))
    network.cut()
    const begun = { username: 'chen', passphrase: 'somebody else began this' }
    expect(await desk.call('session.beginEnrolment', begun)).toMatchObject({ state: 'enrolling' })
    network.restore()
    expect(await desk.call('session.signInByCompany', {})).toMatchObject({ isFirst: true })
    await desk.call('session.openByPassphrase', { passphrase: PASSPHRASE })
    await untilIdle()
    expect(await desk.call('session.lock', {})).toMatchObject({ state: 'locked', by: 'company' })
    expect(await desk.call('session.unlock', { password: PASSPHRASE })).toMatchObject({ state: 'signed-in' })
  })

  it('never tells the server the passphrase', async () => {
    const { browser } = proving('chen')
    const { desk } = await placeDesk({ browser })
    await desk.call('session.signInByCompany', {})
    await desk.call('session.openByPassphrase', { passphrase: PASSPHRASE })
    expect(scene.server.companyRequests).toHaveLength(1)
    expect(JSON.stringify(scene.server.companyRequests)).not.toContain(PASSPHRASE)
  })

  it('asks again at the next sign-in, and gives up after five wrong passphrases', async () => {
    const { browser } = proving('chen')
    const { desk } = await placeDesk({ browser })
    await desk.call('session.signInByCompany', {})
    await desk.call('session.openByPassphrase', { passphrase: PASSPHRASE })
    await desk.call('session.signOut', {})
    expect(await desk.call('session.signInByCompany', {})).toMatchObject({ isFirst: false })
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect((await desk.call('session.read', {})).state).toBe('passphrase-due')
      expect(await desk.ask('session.openByPassphrase', { passphrase: 'somebody guesses' })).toMatchObject({
        error: { code: 'wrong-passphrase' },
      })
    }
    expect((await desk.call('session.read', {})).state).toBe('signed-out')
    expect(await desk.ask('session.openByPassphrase', { passphrase: PASSPHRASE })).toMatchObject({
      error: { code: 'invalid-request' },
    })
  })

  it('takes no short passphrase for a new profile', async () => {
    const { desk } = await placeDesk(proving('chen'))
    await desk.call('session.signInByCompany', {})
    expect(await desk.ask('session.openByPassphrase', { passphrase: 'too short' })).toMatchObject({
      ok: false,
    })
    expect((await desk.call('session.read', {})).state).toBe('passphrase-due')
  })

  it('keeps one person out of the profile of another, whoever the browser still knows', async () => {
    const first = await placeDesk(proving('chen'))
    await first.desk.call('session.signInByCompany', {})
    await first.desk.call('session.openByPassphrase', { passphrase: PASSPHRASE })
    await first.desk.close()
    // Somebody else sits down; the browser is still signed in as the one before.
    const second = await placeDesk(proving('chen'), first.desk.folder)
    expect(await second.desk.call('session.signInByCompany', {})).toMatchObject({ isFirst: false })
    expect(
      await second.desk.ask('session.openByPassphrase', { passphrase: 'of the other person' }),
    ).toMatchObject({ error: { code: 'wrong-passphrase' } })
  })

  it.each([
    ['the answer of another provider', proving('chen', 'https://other.example'), 'company-refused'],
    ['a refusal by the provider', createBrowser(refusal('refused')), 'company-refused'],
    ['nobody', createBrowser(refusal('timed-out')), 'company-refused'],
    ['a person without an account', proving('stranger'), 'identity-unknown'],
  ])('says so after %s', async (_what, made, code) => {
    const { desk } = await placeDesk(made)
    expect(await desk.ask('session.signInByCompany', {})).toMatchObject({ ok: false, error: { code } })
    expect((await desk.call('session.read', {})).state).toBe('signed-out')
  })

  it('sends a code of another provider to nobody', async () => {
    const { desk } = await placeDesk(proving('chen', 'https://other.example'))
    await desk.ask('session.signInByCompany', {})
    expect(scene.server.companyRequests).toEqual([])
  })

  it('says that the provider does not answer, and that it is not offered', async () => {
    const { browser, pages } = proving('chen')
    const { desk } = await placeDesk({ browser })
    for (const way of [{ ...WAY, authorizationEndpoint: null }, null]) {
      scene.server.offerCompany(way)
      expect(await desk.ask('session.signInByCompany', {})).toMatchObject({
        error: { code: 'provider-unavailable' },
      })
    }
    expect(pages).toEqual([])
  })

  it('can be left, and the password way is open then', async () => {
    const made = createBrowser('never')
    const { desk } = await placeDesk(made)
    const waiting = desk.ask('session.signInByCompany', {})
    await until('the page is open', () => made.pages.length > 0)
    await desk.call('session.signOut', {})
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await desk.signIn('chen', PASSWORD)).toMatchObject({ state: 'signed-in', by: 'password' })
  })

  it('is not begun while somebody works', async () => {
    const { desk } = await placeDesk(proving('liu'))
    await desk.signIn('chen', PASSWORD)
    expect(await desk.ask('session.signInByCompany', {})).toMatchObject({
      error: { code: 'invalid-request' },
    })
  })

  it('brings the verifier whose hash was the challenge, and the nonce of the page', async () => {
    const { browser, pages } = proving('chen')
    const { desk } = await placeDesk({ browser })
    await desk.call('session.signInByCompany', {})
    const [page] = pages
    const [{ codeVerifier, nonce } = { codeVerifier: '', nonce: '' }] = scene.server.companyRequests
    const challenge = createHash('sha256').update(codeVerifier).digest('base64url')
    expect(page?.searchParams.get('code_challenge')).toBe(challenge)
    expect(page?.searchParams.get('nonce')).toBe(nonce)
    expect(page?.href).not.toContain(codeVerifier)
  })
})
