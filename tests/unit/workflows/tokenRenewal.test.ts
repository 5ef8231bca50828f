import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextExchange, PASSWORD, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'
import { until } from './support/testDesk'

useStandingClock()

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(async () => {
  await scene.clear()
})

async function signedIn() {
  const { desk, network } = await scene.placeDesk()
  await desk.signIn('chen', PASSWORD)
  await untilIdle()
  const countOf = (name: string): number => network.calls.filter((call) => call === name).length
  return { desk, network, countOf }
}

describe('an access token that has run out', () => {
  it('is replaced on the way, and nobody notices', async () => {
    const { desk, countOf } = await signedIn()
    scene.server.endAccess()
    await nextExchange()
    expect(await desk.call('sync.status', {})).toMatchObject({ connection: 'online', signInNeeded: false })
    expect(countOf('refresh')).toBe(1)
    const { caseId } = await desk.call('case.drawNext', {})
    await desk.tickAll(caseId)
    scene.server.endAccess()
    await desk.call('case.decide', { caseId, verdict: 'pass', reasons: [], internalNote: '' })
    await until('the decision has arrived', () => scene.server.caseOf(caseId).decisions.length === 1)
    expect(countOf('refresh')).toBe(2)
  })

  it('is replaced once for calls that meet it side by side', async () => {
    const { desk, countOf } = await signedIn()
    for (let count = 0; count < 2; count += 1) {
      await desk.call('case.drawNext', {})
    }
    await untilIdle()
    scene.server.endAccess()
    await Promise.allSettled([
      desk.call('case.drawNext', {}),
      desk.call('case.drawNext', {}),
      desk.call('sync.now', {}),
    ])
    await untilIdle()
    expect(countOf('refresh')).toBe(1)
  })

  it('is kept, and work goes on here, while the renewal does not come through', async () => {
    const { desk, network } = await signedIn()
    scene.server.endAccess()
    network.setFate((call) => (call === 'refresh' ? 'request-lost' : 'arrives'))
    await nextExchange()
    expect(await desk.call('sync.status', {})).toMatchObject({ connection: 'offline', signInNeeded: false })
    network.restore()
    await nextExchange()
    expect(await desk.call('sync.status', {})).toMatchObject({ connection: 'online', signInNeeded: false })
  })

  it('is renewed after a restart without a network', async () => {
    const { desk } = await signedIn()
    await desk.close()
    scene.server.endAccess()
    const { desk: restarted, network } = await scene.placeDesk(desk.folder)
    network.cut()
    await restarted.signIn('chen', PASSWORD)
    network.restore()
    await restarted.call('sync.now', {})
    await until('it is online', async () => (await restarted.call('sync.status', {})).connection === 'online')
    expect(await restarted.call('sync.status', {})).toMatchObject({ signInNeeded: false })
  })

  it('asks for a new sign-in when the sign-in itself has ended, and drops nothing', async () => {
    const { desk } = await signedIn()
    const { caseId } = await desk.call('case.drawNext', {})
    await desk.tickAll(caseId)
    scene.server.endSessions()
    await desk.call('case.decide', { caseId, verdict: 'pass', reasons: [], internalNote: '' })
    await until('the sign-in has ended', async () => (await desk.call('sync.status', {})).signInNeeded)
    expect(await desk.call('sync.status', {})).toMatchObject({ queued: 1 })
    expect(scene.server.caseOf(caseId).decisions).toEqual([])
  })
})
