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

async function deskWithUnsentWork() {
  const placed = await scene.placeDesk()
  await placed.desk.signIn('chen', PASSWORD)
  await untilIdle()
  const { caseId } = await placed.desk.call('case.drawNext', {})
  await placed.desk.tickAll(caseId)
  placed.network.cut()
  await placed.desk.call('case.decide', {
    caseId,
    verdict: 'escalate',
    reasons: [],
    internalNote: '金丝雀备注 请主管看电话',
  })
  await nextExchange()
  return { ...placed, caseId }
}

describe('resync and repair', () => {
  it('bring the same queue again and lose nothing that is unsent, whenever the network goes', async () => {
    const { desk, network, caseId } = await deskWithUnsentWork()
    const before = (await desk.call('queue.facets', {})).views.all
    await desk.call('sync.resync', {})
    await nextExchange()
    expect(await desk.call('sync.status', {})).toMatchObject({ queued: 1, isResyncing: true })
    network.restore()
    await desk.call('sync.now', {})
    await until('the queue has been read', async () => {
      const { isResyncing, queued } = await desk.call('sync.status', {})
      return !isResyncing && queued === 0
    })
    expect(scene.server.caseOf(caseId).decisions).toHaveLength(1)
    expect((await desk.call('queue.facets', {})).views.all).toBe(before)

    expect(await desk.call('sync.repair', {})).toMatchObject({ rows: before, documentsAgain: 0 })
    await desk.call('sync.now', {})
    await until('the queue has been read again', async () => {
      return !(await desk.call('sync.status', {})).isResyncing
    })
    expect((await desk.call('queue.facets', {})).views.all).toBe(before)
    expect(desk.unexpected).toEqual([])
  })
})

describe('diagnostic file', () => {
  it('tells of outbox, holds and exchanges, and nothing that anybody wrote or is called', async () => {
    const { desk, caseId } = await deskWithUnsentWork()
    const view = await desk.call('case.read', { caseId })
    expect(await desk.call('sync.saveDiagnostics', {})).toMatchObject({
      fileName: expect.stringMatching(/\.json$/) as string,
    })
    const text = desk.savedTexts().at(-1) ?? ''
    expect(JSON.parse(text)).toMatchObject({
      format: 'beian-desk/diagnostics',
      connection: { state: 'offline' },
      counts: { queued: 1 },
      outbox: [{ caseId, kind: 'decide', state: 'queued' }],
      exchanges: expect.arrayContaining([expect.objectContaining({ result: 'offline' })]) as unknown[],
    })
    const { entity } = view.case.rounds[0]?.application ?? {}
    const canaries = [
      '金丝雀',
      'chen',
      PASSWORD,
      view.case.orderNumber,
      entity?.name,
      entity?.principal.name,
      entity?.principal.mobile,
      entity?.certificate.number,
      view.case.rounds[0]?.documents[0]?.sha256,
    ]
    for (const canary of canaries) {
      expect(canary).toBeTruthy()
      expect(text).not.toContain(canary)
    }
  })
})
