import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COLLEAGUE, PASSWORD, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'
import { specimenCase } from './support/specimenCase'
import { callRecord } from '../../helpers/callRecords'
import { currentRound } from '../../../shared/protocol/case'

useStandingClock()

const STARTED = '2026-11-20T02:00:00.000Z'

let scene: Scene
beforeEach(async () => {
  scene = await setScene({ cases: 1 })
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

describe('a call of a case whose hold has ended', () => {
  const draft = {
    ...callRecord(STARTED),
    note: '下午再联系',
    outcome: null,
    promise: { what: '', until: '' },
  }

  async function deskThatLostTheHold() {
    const placed = await deskOf('chen')
    const { caseId } = await placed.desk.call('case.drawNext', {})
    await untilIdle()
    await placed.desk.call('calls.saveDraft', { caseId, draft })
    placed.network.cut()
    await placed.desk.data.applyHolds({ holds: [], now: STARTED })
    return { ...placed, caseId }
  }

  it('can still be recorded, and nothing else of the case is told', async () => {
    const { desk, caseId } = await deskThatLostTheHold()
    const { isReadable, calls, draft: kept } = await desk.call('calls.read', { caseId })
    expect({ isReadable, calls, draft: kept?.draft }).toEqual({ isReadable: false, calls: [], draft })
    expect(await desk.ask('case.read', { caseId })).toMatchObject({ error: { code: 'not-held' } })
    expect(await desk.ask('calls.dial', { caseId, contact: draft.contact, scheme: 'tel' })).toMatchObject({
      error: { code: 'not-held' },
    })

    await desk.call('calls.record', { caseId, call: { ...draft, outcome: 'no-answer', promise: null } })
    expect(await desk.data.takeOutbox(5)).toMatchObject([{ kind: 'record-call', caseId }])
    expect(await desk.ask('calls.read', { caseId })).toMatchObject({ error: { code: 'not-held' } })
  })

  it('can still be discarded', async () => {
    const { desk, caseId } = await deskThatLostTheHold()
    expect(await desk.call('calls.read', { caseId })).toMatchObject({ isReadable: false })
    await desk.call('calls.discardDraft', { caseId })
    expect(await desk.ask('calls.read', { caseId })).toMatchObject({ error: { code: 'not-held' } })
  })
})

describe('notes of calls', () => {
  it('are masked as the case is, for who reads it without holding it, until a reason is given', async () => {
    const made = await specimenCase({
      seed: 9,
      filingType: 'first-filing',
      nature: 'enterprise',
      rulePack: scene.rulePack,
    })
    const { name, mobile } = currentRound(made.filingCase).application.entity.principal
    const call = callRecord(STARTED, {
      outcome: 'reached',
      note: `${name}说以后打 ${mobile}`,
      promise: { what: `${name}重新上传`, until: '2026-11-23' },
    })
    const by = { userId: COLLEAGUE.id, displayName: COLLEAGUE.displayName }
    const calls = [{ id: COLLEAGUE.id, round: 1, call, by, receivedAt: STARTED }]
    scene.server.receive({ ...made, filingCase: { ...made.filingCase, calls } })
    const { desk } = await deskOf('zhou')
    const caseId = made.filingCase.id
    await desk.call('case.read', { caseId })

    const masked = await desk.call('calls.read', { caseId })
    expect(masked).toMatchObject({ isReadable: true, calls: [{ call: { outcome: 'reached' } }] })
    expect(masked.calls[0]?.call.note).toContain('说以后打')
    for (const value of [name, mobile]) {
      expect(JSON.stringify(masked)).not.toContain(value)
    }

    await desk.call('case.reveal', { caseId, reason: 'enquiry', note: '' })
    expect((await desk.call('calls.read', { caseId })).calls[0]?.call).toEqual(call)
  })
})
