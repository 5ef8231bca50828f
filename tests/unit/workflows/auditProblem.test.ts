import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'

useStandingClock()

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(async () => {
  await scene.clear()
})

describe('A refused audit chain', () => {
  it('is told to the person at the desk, whose work goes on', async () => {
    const { desk } = await scene.placeDesk()
    await desk.signIn('chen', PASSWORD)
    await untilIdle()
    expect((await desk.call('sync.status', {})).auditProblem).toBeNull()

    scene.server.refuseAudit()
    const told = desk.events.length
    await desk.call('sync.now', {})
    await untilIdle()
    expect(await desk.call('sync.status', {})).toMatchObject({
      auditProblem: 'refused',
      connection: 'online',
    })
    // The status bar reads again when it is told to.
    expect(desk.events.slice(told)).toContainEqual({ name: 'sync-changed', event: {} })

    const { caseId } = await desk.call('case.drawNext', {})
    await desk.tickAll(caseId)
    await desk.call('case.decide', { caseId, verdict: 'pass', reasons: [], internalNote: '' })
    await untilIdle()
    expect((await desk.call('sync.status', {})).queued).toBe(0)
  })
})
