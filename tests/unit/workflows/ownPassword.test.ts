import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'

const NEW_PASSWORD = 'a longer horse battery'
const ONE_TIME = 'k7mf-2w9q-0xbt-4hra'

useStandingClock()

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(async () => {
  await scene.clear()
})

async function atWork(folder?: string) {
  const { desk, network } = await scene.placeDesk(folder)
  await desk.signIn('chen', PASSWORD)
  await untilIdle()
  return { desk, network }
}

const CHANGE = { password: PASSWORD, newPassword: NEW_PASSWORD }

describe('The own password', () => {
  it('opens this desk at once, with and without the server', async () => {
    const { desk, network } = await atWork()
    await desk.call('session.changePassword', CHANGE)
    await desk.call('session.lock', {})
    expect(await desk.ask('session.unlock', { password: PASSWORD })).toMatchObject({ ok: false })
    await desk.call('session.unlock', { password: NEW_PASSWORD })
    await desk.call('session.signOut', {})
    network.cut()
    await expect(desk.signIn('chen', PASSWORD)).rejects.toMatchObject({
      failure: { code: 'wrong-credentials' },
    })
    expect((await desk.signIn('chen', NEW_PASSWORD)).state).toBe('signed-in')
  })

  it('is asked for once more at another machine, which then goes by the new one', async () => {
    const there = await atWork()
    const draft = { answers: [], reasons: [], internalNote: '另一台机器上的工作' }
    const { caseId } = await there.desk.call('case.drawNext', {})
    await untilIdle()
    await there.desk.call('case.saveDraft', { caseId, draft })
    await there.desk.close()
    const here = await atWork()
    await here.desk.call('session.changePassword', CHANGE)
    await here.desk.close()

    const { desk } = await scene.placeDesk(there.desk.folder)
    await expect(desk.signIn('chen', NEW_PASSWORD)).rejects.toMatchObject({
      failure: { code: 'former-password' },
    })
    const signIn = { username: 'chen', password: NEW_PASSWORD }
    expect(await desk.ask('session.signIn', { ...signIn, formerPassword: 'misremembered' })).toMatchObject({
      error: { code: 'former-password' },
    })
    await desk.call('session.signIn', { ...signIn, formerPassword: PASSWORD })
    expect((await desk.call('case.read', { caseId })).draft.internalNote).toBe(draft.internalNote)
    await desk.call('session.signOut', {})
    expect((await desk.signIn('chen', NEW_PASSWORD)).state).toBe('signed-in')
  })

  it('changes nothing when the present one is wrong, or nobody can be asked', async () => {
    const { desk, network } = await atWork()
    expect(await desk.ask('session.changePassword', { ...CHANGE, password: 'guess' })).toMatchObject({
      error: { code: 'wrong-credentials' },
    })
    network.cut()
    expect(await desk.ask('session.changePassword', CHANGE)).toMatchObject({ error: { code: 'offline' } })
    await desk.call('session.lock', {})
    expect((await desk.call('session.unlock', { password: PASSWORD })).state).toBe('signed-in')
  })

  it('is not lost when the answer is: the desk asks for the former one', async () => {
    const { desk, network } = await atWork()
    network.setFate((call) => (call === 'changePassword' ? 'answer-lost' : 'arrives'))
    expect(await desk.ask('session.changePassword', CHANGE)).toMatchObject({ error: { code: 'offline' } })
    await desk.call('session.signOut', {})
    const signIn = { username: 'chen', password: NEW_PASSWORD, formerPassword: PASSWORD }
    expect((await desk.call('session.signIn', signIn)).state).toBe('signed-in')
  })

  it('takes the place of a one-time password, in the sign-in itself', async () => {
    scene.server.givePassword('chen', ONE_TIME, true)
    const { desk } = await scene.placeDesk()
    const signIn = { username: 'chen', password: ONE_TIME }
    expect(await desk.ask('session.signIn', signIn)).toMatchObject({ error: { code: 'one-time-password' } })
    expect((await desk.call('session.read', {})).state).toBe('signed-out')
    await desk.call('session.signIn', { ...signIn, newPassword: NEW_PASSWORD })
    await desk.call('session.lock', {})
    expect((await desk.call('session.unlock', { password: NEW_PASSWORD })).state).toBe('signed-in')
  })

  it('of somebody with a company account is a passphrase that the server never hears of', async () => {
    scene.server.offerCompany({
      issuer: 'https://identity.example',
      clientId: 'desk',
      scope: 'openid',
      authorizationEndpoint: 'https://identity.example/auth',
    })
    const { desk, network } = await scene.placeDesk(undefined, undefined, {
      openSignInPage: () => Promise.resolve(),
      listen: () =>
        Promise.resolve({
          redirectUri: 'http://127.0.0.1:45678/signed-in',
          answer: Promise.resolve({ ok: true, value: { code: 'chen', iss: null } }),
          close: () => undefined,
        }),
    })
    await desk.call('session.signInByCompany', {})
    await desk.call('session.openByPassphrase', { passphrase: PASSWORD })
    await untilIdle()
    network.cut()
    expect(await desk.ask('session.changePassword', { ...CHANGE, password: 'guess' })).toMatchObject({
      error: { code: 'wrong-passphrase' },
    })
    await desk.call('session.changePassword', CHANGE)
    expect(network.calls).not.toContain('changePassword')
    await desk.call('session.lock', {})
    expect((await desk.call('session.unlock', { password: NEW_PASSWORD })).state).toBe('signed-in')
  })
})
