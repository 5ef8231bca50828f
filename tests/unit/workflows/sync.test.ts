import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextExchange, PASSWORD, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'
import { until, type TestDesk } from './support/testDesk'

useStandingClock()

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(async () => {
  await scene.clear()
})

async function signedInDesk() {
  const placed = await scene.placeDesk()
  await placed.desk.signIn('chen', PASSWORD)
  await untilIdle()
  return placed
}

async function untilExamined(desk: TestDesk): Promise<void> {
  await until('every picture is here and examined', async () => {
    const { documents, examined } = await desk.call('sync.status', {})
    return documents.total > 0 && documents.stored === documents.total && examined.done === examined.total
  })
}

describe('exchange with the server', () => {
  it('brings the queue, the reserved cases, their pictures, and examines them', async () => {
    const { desk } = await signedInDesk()
    await untilExamined(desk)
    const list = await desk.call('queue.list', {
      filter: { view: 'all' },
      sort: 'due',
      descending: false,
      offset: 0,
      limit: 50,
    })
    expect(list.total).toBe(4)
    expect(list.items.filter(({ isLocal }) => isLocal)).toHaveLength(2)
    expect(await desk.call('sync.status', {})).toMatchObject({
      connection: 'online',
      signInNeeded: false,
      queued: 0,
      holds: 0,
      reservations: 2,
    })
    expect(desk.unexpected).toEqual([])
  })

  it('says since when there is no connection, and since when there is one again', async () => {
    const { desk, network } = await signedInDesk()
    const onlineSince = (await desk.call('sync.status', {})).since
    network.cut()
    await nextExchange()
    const offline = await desk.call('sync.status', {})
    expect(offline).toMatchObject({ connection: 'offline', lastSyncAt: onlineSince })
    await nextExchange()
    await nextExchange()
    expect((await desk.call('sync.status', {})).since).toBe(offline.since)
    network.restore()
    await nextExchange()
    const online = await desk.call('sync.status', {})
    expect(online.connection).toBe('online')
    expect(Date.parse(online.since)).toBeGreaterThan(Date.parse(offline.since))
  })

  it('waits longer with each failure, and asks at once when there is something to send', async () => {
    const { desk, network } = await signedInDesk()
    network.cut()
    const pauses: number[] = []
    for (let failure = 0; failure < 6; failure += 1) {
      const before = Date.now()
      await nextExchange()
      pauses.push(Date.now() - before)
    }
    expect(pauses).toEqual([4000, 2000, 4000, 8000, 16_000, 30_000])
    const asked = network.calls.length
    await desk.call('sync.now', {})
    const at = Date.now()
    await until('another try', () => network.calls.length > asked)
    expect(Date.now()).toBe(at)
  })

  it('works on beside a busy server as without a network, says so, and tries less and less often', async () => {
    const { desk, network } = await signedInDesk()
    await untilExamined(desk)
    network.setFate(() => 'busy')
    const pauses: number[] = []
    for (let failure = 0; failure < 5; failure += 1) {
      const before = Date.now()
      await nextExchange()
      pauses.push(Date.now() - before)
    }
    expect(pauses).toEqual([4000, 2000, 4000, 8000, 16_000])
    expect(await desk.call('sync.status', {})).toMatchObject({ connection: 'busy', signInNeeded: false })
    const { caseId } = await desk.call('case.drawNext', {})
    await desk.tickAll(caseId)
    await desk.call('case.decide', { caseId, verdict: 'pass', reasons: [], internalNote: '' })
    await nextExchange()
    const [waiting] = await desk.call('sync.outbox', {})
    // Nothing is wrong with the decision, so it gets no pause of its own.
    expect(waiting?.state).toBe('queued')
    expect(waiting?.nextTryAt).toBeUndefined()
    network.restore()
    await nextExchange()
    expect(await desk.call('sync.status', {})).toMatchObject({ connection: 'online', queued: 0 })
    expect(desk.unexpected).toEqual([])
  })

  it('asks nothing more of a server that is too busy to give its calendar', async () => {
    const { desk, network } = await signedInDesk()
    await untilExamined(desk)
    network.setFate((call) => (call === 'calendar' ? 'busy' : 'arrives'))
    const before = network.calls.length
    await nextExchange()
    expect(network.calls.slice(before)).not.toContain('feed')
    expect(await desk.call('sync.status', {})).toMatchObject({ connection: 'busy' })
  })

  it('goes on where it was interrupted after any single exchange is lost', async () => {
    const { desk, network } = await scene.placeDesk()
    await desk.signIn('chen', PASSWORD)
    for (let step = 0; step < 12; step += 1) {
      let count = 0
      network.setFate(() => (count++ === step % 4 ? 'answer-lost' : 'arrives'))
      await nextExchange()
    }
    network.restore()
    await nextExchange()
    await untilExamined(desk)
    expect((await desk.call('queue.facets', {})).views.all).toBe(4)
    expect(desk.unexpected).toEqual([])
  })

  it('keeps working when the server ends the session, and says that a sign-in is needed', async () => {
    const { desk } = await signedInDesk()
    await untilExamined(desk)
    scene.server.endSessions()
    await nextExchange()
    expect(await desk.call('sync.status', {})).toMatchObject({ signInNeeded: true })
    const { caseId } = await desk.call('case.drawNext', {})
    await desk.tickAll(caseId)
    await desk.call('case.decide', { caseId, verdict: 'pass', reasons: [], internalNote: '' })
    await nextExchange()
    expect(await desk.call('sync.status', {})).toMatchObject({ queued: 1 })
    expect(scene.server.caseOf(caseId).decisions).toEqual([])

    await desk.call('session.signOut', {})
    await desk.signIn('chen', PASSWORD)
    await until('the decision has arrived', () => scene.server.caseOf(caseId).decisions.length === 1)
  })

  it('refuses bytes that are not the listed document, and asks again once the connection is a new one', async () => {
    const first = scene.server.cases()[0]?.rounds[0]?.documents[0]
    const sha256 = first?.sha256 ?? ''
    const right = scene.server.bytesOf(sha256)
    scene.server.replaceBytes(sha256, new Uint8Array([0xff, 0xd8, 0xff]))
    const { desk, network } = await signedInDesk()
    await until('all but one picture', async () => {
      const { documents } = await desk.call('sync.status', {})
      return documents.total > 0 && documents.stored === documents.total - 1
    })
    await nextExchange()
    const asked = network.calls.filter((name) => name === 'readDocument').length
    await nextExchange()
    expect(network.calls.filter((name) => name === 'readDocument')).toHaveLength(asked)

    scene.server.replaceBytes(sha256, right)
    network.cut()
    await nextExchange()
    network.restore()
    await nextExchange()
    await untilExamined(desk)
  })

  it('waits for no answer when the person signs out', async () => {
    const { desk, network } = await signedInDesk()
    network.holdBack('feed')
    await vi.runOnlyPendingTimersAsync()
    await until('the question for changes is on its way', () => network.calls.at(-1) === 'feed')
    await desk.call('session.signOut', {})
    expect(await desk.call('session.read', {})).toMatchObject({ state: 'signed-out' })
    expect(desk.unexpected).toEqual([])
  })

  it('stops within the step under way when the person signs out, without a word in the log', async () => {
    const { desk, network } = await signedInDesk()
    const letGo = network.holdBack('feed')
    await vi.runOnlyPendingTimersAsync()
    await until('the question for changes is on its way', () => network.calls.at(-1) === 'feed')
    const signedOut = desk.call('session.signOut', {})
    letGo()
    await signedOut
    expect(await desk.ask('sync.status', {})).toMatchObject({ ok: false, error: { code: 'not-signed-in' } })
    expect(vi.getTimerCount()).toBe(0)
    expect(desk.unexpected).toEqual([])
  })
})

describe('holds while answers cross', () => {
  it('an older answer about holds does not take away a case drawn meanwhile', async () => {
    const { desk, network } = await scene.placeDesk()
    await desk.signIn('chen', PASSWORD)
    await untilExamined(desk)
    const letGo = network.holdBack('reserve')
    await desk.call('sync.now', {})
    await until('the question for holds is on its way', () => network.calls.at(-1) === 'reserve')
    const here = await desk.call('case.drawNext', {})
    const elsewhere = scene.server.cases().find(({ id }) => scene.server.holderOf(id) === undefined)
    const drawn = desk.call('case.draw', { caseId: elsewhere?.id ?? '' })
    letGo()
    await drawn
    await nextExchange()
    await nextExchange()
    for (const caseId of [here.caseId, elsewhere?.id ?? '']) {
      expect((await desk.call('case.read', { caseId })).hold).toMatchObject({ kind: 'hold' })
      expect(scene.server.holdOf(caseId)).toMatchObject({ kind: 'hold' })
    }
  })

  it('a case that the server took away leaves this workstation, unless unsent work stands on it', async () => {
    const { desk, network } = await signedInDesk()
    await untilExamined(desk)
    const [first, second] = [await desk.call('case.drawNext', {}), await desk.call('case.drawNext', {})]
    await nextExchange()
    network.cut()
    await desk.call('case.decide', {
      caseId: first.caseId,
      verdict: 'return',
      reasons: [{ field: 'entity.name', problem: '名称与执照不一致', advice: '按执照填写' }],
      internalNote: '',
    })
    await nextExchange()
    scene.server.takeHold(first.caseId)
    scene.server.takeHold(second.caseId)
    // A colleague draws both, so that they do not come back as reservations.
    const other = await scene.placeDesk()
    await other.desk.signIn('liu', PASSWORD)
    await until('the colleague has asked for reservations', () => other.network.calls.includes('reserve'))
    network.restore()
    await nextExchange()

    expect(await desk.call('sync.status', {})).toMatchObject({ queued: 0, refused: 1 })
    expect(await desk.ask('case.read', { caseId: second.caseId })).toMatchObject({
      ok: false,
      error: { code: 'not-held' },
    })
    const kept = await desk.call('case.read', { caseId: first.caseId })
    expect(kept.outbox).toMatchObject([{ state: 'refused', refusal: 'hold-lost', verdict: 'return' }])

    await desk.call('sync.settleRefused', { commandId: kept.outbox[0]?.id ?? '' })
    expect(await desk.call('sync.status', {})).toMatchObject({ refused: 0 })
  })
})
