import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ipcCalls, type CallName } from '../../../shared/ipc/contract'
import { validRequests } from '../ipc/validRequests'
import { PASSWORD, REVIEWER, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'
import { until } from './support/testDesk'

useStandingClock()

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(async () => {
  await scene.clear()
})

/** Calls that answer before anybody has signed in; all others must not. */
const OPEN_CALLS: readonly CallName[] = [
  'session.read',
  'session.ways',
  'session.signIn',
  'session.signInByCompany',
  'session.openByPassphrase',
  'session.beginEnrolment',
  'session.saveEnrolmentRequest',
  'session.takeEnrolmentReply',
  'session.giveUpEnrolment',
  'session.signOut',
  'session.lock',
  'session.unlock',
  'settings.read',
  'settings.change',
  'calendar.now',
  'app.info',
]

describe('without a session', () => {
  it.each(Object.keys(ipcCalls).filter((name) => !OPEN_CALLS.includes(name as CallName)) as CallName[])(
    '%s answers nothing',
    async (name) => {
      const { desk } = await scene.placeDesk()
      expect(await desk.ask(name, validRequests[name])).toMatchObject({
        ok: false,
        error: { code: 'not-signed-in' },
      })
    },
  )
})

describe('signing in', () => {
  it('refuses a wrong password, and nothing is made on the disk', async () => {
    const { desk } = await scene.placeDesk()
    await expect(desk.signIn('chen', 'wrong')).rejects.toMatchObject({
      failure: { code: 'wrong-credentials' },
    })
    await expect(desk.signIn('nobody', PASSWORD)).rejects.toMatchObject({
      failure: { code: 'wrong-credentials' },
    })
    expect(await desk.call('session.read', {})).toMatchObject({ state: 'signed-out', lastUsername: null })
    await desk.signIn('chen', PASSWORD)
    expect(await desk.call('session.read', {})).toMatchObject({ state: 'signed-in', user: REVIEWER })
  })

  it('is impossible without a network for somebody who never signed in here', async () => {
    const { desk, network } = await scene.placeDesk()
    network.cut()
    await expect(desk.signIn('chen', PASSWORD)).rejects.toMatchObject({
      failure: { code: 'offline-sign-in-impossible' },
    })
  })

  it('works without a network for somebody who did, with the right password only, and all work is there', async () => {
    const { desk } = await scene.placeDesk()
    await desk.signIn('chen', PASSWORD)
    await untilIdle()
    const { caseId } = await desk.call('case.drawNext', {})
    const draft = {
      answers: [],
      reasons: [{ field: 'entity.name', problem: '名称不符', advice: '' }],
      internalNote: '待回电',
    }
    await desk.call('case.saveDraft', { caseId, draft })
    await desk.close()

    const { desk: restarted, network } = await scene.placeDesk(desk.folder)
    network.cut()
    await expect(restarted.signIn('chen', 'wrong')).rejects.toMatchObject({
      failure: { code: 'wrong-credentials' },
    })
    await restarted.signIn('chen', PASSWORD)
    expect(await restarted.call('case.read', { caseId })).toMatchObject({ draft, hold: { kind: 'hold' } })
    // The token of the earlier session is still good: nobody has to sign in again when the network returns.
    expect(await restarted.call('sync.status', {})).toMatchObject({ signInNeeded: false })
    network.restore()
    await restarted.call('sync.now', {})
    await until('it is online', async () => (await restarted.call('sync.status', {})).connection === 'online')
  })

  it('after signing out, works without a network but waits with sending until a sign-in with one', async () => {
    const { desk, network } = await scene.placeDesk()
    await desk.signIn('chen', PASSWORD)
    await untilIdle()
    const { caseId } = await desk.call('case.drawNext', {})
    await desk.call('session.signOut', {})
    network.cut()
    await desk.signIn('chen', PASSWORD)
    expect(await desk.call('sync.status', {})).toMatchObject({ signInNeeded: true })
    await desk.tickAll(caseId)
    await desk.call('case.decide', { caseId, verdict: 'pass', reasons: [], internalNote: '' })
    network.restore()
    expect(await desk.call('sync.status', {})).toMatchObject({ queued: 1 })
    await desk.call('session.signOut', {})
    await desk.signIn('chen', PASSWORD)
    await until('the decision has arrived', () => scene.server.caseOf(caseId).decisions.length === 1)
  })

  it('keeps the work of two people on one machine apart', async () => {
    const { desk } = await scene.placeDesk()
    await desk.signIn('chen', PASSWORD)
    await untilIdle()
    const { caseId } = await desk.call('case.drawNext', {})
    await desk.call('session.signOut', {})
    expect(await desk.call('session.read', {})).toMatchObject({ state: 'signed-out', lastUsername: 'chen' })

    await desk.signIn('liu', PASSWORD)
    await untilIdle()
    expect(await desk.ask('case.read', { caseId })).toMatchObject({ ok: false, error: { code: 'not-held' } })
    await desk.call('session.signOut', {})
    await desk.signIn('chen', PASSWORD)
    expect(await desk.call('case.read', { caseId })).toMatchObject({ hold: { kind: 'hold' } })
  })

  it('signing out gives back what was only reserved and keeps what was drawn', async () => {
    const { desk } = await scene.placeDesk()
    await desk.signIn('chen', PASSWORD)
    await untilIdle()
    const { caseId } = await desk.call('case.drawNext', {})
    await until('the server holds it', () => scene.server.holdOf(caseId)?.kind === 'hold')
    await desk.call('session.signOut', {})
    const held = scene.server.cases().filter(({ id }) => scene.server.holderOf(id) !== undefined)
    expect(held.map(({ id }) => id)).toEqual([caseId])
    await desk.signIn('chen', PASSWORD)
    expect(await desk.call('case.read', { caseId })).toMatchObject({ hold: { kind: 'hold' } })
  })

  it('is for one person at a time', async () => {
    const { desk } = await scene.placeDesk()
    await desk.signIn('chen', PASSWORD)
    await expect(desk.signIn('liu', PASSWORD)).rejects.toMatchObject({ failure: { code: 'invalid-request' } })
  })

  it('asks to sign in again when the token had ended while the desk was off', async () => {
    const { desk } = await scene.placeDesk()
    await desk.signIn('chen', PASSWORD)
    await untilIdle()
    await desk.close()
    scene.server.endSessions()
    const { desk: restarted, network } = await scene.placeDesk(desk.folder)
    network.cut()
    await restarted.signIn('chen', PASSWORD)
    network.restore()
    await restarted.call('sync.now', {})
    await until('the desk knows', async () => (await restarted.call('sync.status', {})).signInNeeded)
    expect(restarted.unexpected).toEqual([])
  })
})
