import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, setScene, nextExchange, untilIdle, useStandingClock, type Scene } from './support/scene'
import { until } from './support/testDesk'
import type { Pin } from '../../../shared/review/pin'

useStandingClock()

const REASON = { field: 'entity.name', problem: '名称与执照不一致', advice: '按执照填写' }
const PINS: Pin[] = [
  { number: 1, documentId: 'licence', x: 0.25, y: 0.75, note: '印章盖住了编号' },
  { number: 3, documentId: 'licence', x: 1, y: 0, note: '', lineId: 'national:name' },
]
const DRAFT = { answers: [], reasons: [], internalNote: '', pins: PINS }

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(async () => {
  await scene.clear()
})

async function deskOf(username: string) {
  const placed = await scene.placeDesk()
  await placed.desk.signIn(username, PASSWORD)
  await untilIdle()
  return placed
}

describe('pins', () => {
  it('stay with the draft without a network, over signing out and in again, and reach the server', async () => {
    const { desk, network } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    await nextExchange()
    network.cut()
    await desk.call('case.saveDraft', { caseId, draft: DRAFT })
    await desk.call('session.signOut', {})
    await desk.signIn('chen', PASSWORD)
    expect((await desk.call('case.read', { caseId })).draft.pins).toEqual(PINS)
    // Without the server only what is here can be opened; sending waits for a sign-in that it has seen.
    network.restore()
    await desk.call('session.signOut', {})
    await desk.signIn('chen', PASSWORD)
    await desk.call('case.decide', { caseId, verdict: 'return', reasons: [REASON], internalNote: '' })
    await until('the decision has arrived', () => scene.server.caseOf(caseId).decisions.length === 1)
    expect(scene.server.caseOf(caseId).decisions[0]?.decision.pins).toEqual(PINS)
  })

  it('come back with a refused decision, and go on to whoever settles an escalation', async () => {
    const { desk, network } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    await nextExchange()
    network.cut()
    await desk.call('case.saveDraft', { caseId, draft: DRAFT })
    const decision = { caseId, verdict: 'escalate' as const, reasons: [], internalNote: '证件存疑' }
    await desk.call('case.decide', decision)
    scene.server.takeHold(caseId)
    network.restore()
    await nextExchange()
    const { outbox } = await desk.call('case.read', { caseId })
    await desk.call('sync.settleRefused', { commandId: outbox[0]?.id ?? '' })
    await desk.call('case.draw', { caseId })
    expect((await desk.call('case.read', { caseId })).draft.pins).toEqual(PINS)

    await desk.call('case.decide', decision)
    await until('it is escalated', () => scene.server.caseOf(caseId).state === 'escalated')
    const { desk: office } = await deskOf('zhou')
    expect((await office.call('case.drawNext', {})).caseId).toBe(caseId)
    expect((await office.call('case.read', { caseId })).draft.pins).toEqual(PINS)
  })

  it.each([
    ['off the picture', [{ ...PINS[0], x: 1.01 }]],
    ['with a number of another', [PINS[0], { ...PINS[1], number: 1 }]],
    ['with a note without end', [{ ...PINS[0], note: 'x'.repeat(301) }]],
    ['by the hundreds', Array.from({ length: 101 }, (_, at) => ({ ...PINS[0], number: at + 1 }))],
  ])('are refused %s', async (_, pins) => {
    const { desk } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    expect(
      await desk.ask('case.saveDraft', { caseId, draft: { ...DRAFT, pins: pins as Pin[] } }),
    ).toMatchObject({ ok: false, error: { code: 'invalid-request' } })
    expect((await desk.call('case.read', { caseId })).draft.pins).toBeUndefined()
  })
})
