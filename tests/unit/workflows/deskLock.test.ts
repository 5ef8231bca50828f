import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PASSWORD, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'
import { until } from './support/testDesk'

useStandingClock()

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(async () => {
  await scene.clear()
})

async function atWork() {
  const { desk, network } = await scene.placeDesk()
  await desk.signIn('chen', PASSWORD)
  await untilIdle()
  const { caseId } = await desk.call('case.drawNext', {})
  await until('the server holds it', () => scene.server.holdOf(caseId)?.kind === 'hold')
  const draft = { answers: [], reasons: [], internalNote: '待回电' }
  await desk.call('case.saveDraft', { caseId, draft })
  await untilIdle()
  return { desk, network, caseId, draft }
}

describe('a locked desk', () => {
  it('says whose it is and nothing else, and the page is thrown away', async () => {
    const { desk, caseId } = await atWork()
    expect(await desk.call('session.lock', {})).toEqual({
      state: 'locked',
      serverUrl: 'http://review.example',
      username: 'chen',
      displayName: '陈静',
      by: 'password',
    })
    expect(desk.discardedPages()).toBe(1)
    for (const [name, request] of [
      ['case.read', { caseId }],
      ['sync.outbox', {}],
      ['package.list', {}],
    ] as const) {
      expect(await desk.ask(name, request)).toMatchObject({ ok: false, error: { code: 'not-signed-in' } })
    }
    // The data worker has no key any more: whoever asks it past all guards gets nothing either.
    await expect(desk.data.readCase(caseId)).rejects.toThrow('No profile is open')
  })

  it('asks the server for nothing: holds are not renewed', async () => {
    const { desk, network } = await atWork()
    await desk.call('session.lock', {})
    const before = network.calls.length
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(network.calls.length).toBe(before)
  })

  it('opens by the password without a network, with the draft as it was', async () => {
    const { desk, network, caseId, draft } = await atWork()
    network.cut()
    await desk.call('session.lock', {})
    await expect(desk.call('session.unlock', { password: 'wrong' })).rejects.toMatchObject({
      failure: { code: 'wrong-credentials' },
    })
    expect(await desk.call('session.unlock', { password: PASSWORD })).toMatchObject({ state: 'signed-in' })
    expect(await desk.call('case.read', { caseId })).toMatchObject({ draft, hold: { kind: 'hold' } })
  })

  it('goes on exchanging once it is open, under the same sign-in', async () => {
    const { desk, caseId } = await atWork()
    await desk.call('session.lock', {})
    await desk.call('session.unlock', { password: PASSWORD })
    await desk.tickAll(caseId)
    await desk.call('case.decide', { caseId, verdict: 'pass', reasons: [], internalNote: '' })
    await until('the decision has arrived', () => scene.server.caseOf(caseId).decisions.length === 1)
    expect(await desk.call('sync.status', {})).toMatchObject({ signInNeeded: false })
  })

  it('sends its person to the sign-in, where the server counts, after five wrong passwords', async () => {
    const { desk } = await atWork()
    await desk.call('session.lock', {})
    for (let count = 0; count < 5; count += 1) {
      await desk.ask('session.unlock', { password: `guess ${String(count)}` })
    }
    expect(await desk.call('session.read', {})).toMatchObject({ state: 'signed-out', lastUsername: 'chen' })
    expect(await desk.ask('session.unlock', { password: PASSWORD })).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' },
    })
    await desk.signIn('chen', PASSWORD)
  })

  it('is nobody else’s until its person has left it', async () => {
    const { desk, caseId } = await atWork()
    await desk.call('session.lock', {})
    expect(await desk.ask('session.signIn', { username: 'liu', password: PASSWORD })).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' },
    })
    await desk.call('session.signOut', {})
    await desk.signIn('liu', PASSWORD)
    expect(await desk.ask('case.read', { caseId })).toMatchObject({ ok: false, error: { code: 'not-held' } })
  })
})
