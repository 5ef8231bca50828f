import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  nextExchange,
  PASSWORD,
  setScene,
  START,
  untilIdle,
  useStandingClock,
  type Scene,
} from './support/scene'
import { until } from './support/testDesk'
import { callRecord } from '../../helpers/callRecords'

useStandingClock()

let scene: Scene
beforeEach(async () => {
  scene = await setScene({ cases: 3 })
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

const inMinutes = (minutes: number): string => new Date(START + minutes * 60_000).toISOString()

describe('a shift', () => {
  it('is told to the server with the next exchange, in order, also when it was made without a network', async () => {
    const { desk, network } = await deskOf('chen')
    network.cut()
    await desk.call('day.moveShift', { move: 'start' })
    await desk.call('day.moveShift', { move: 'pause' })
    expect(await desk.call('day.read', {})).toMatchObject({ shift: { state: 'break' }, quiet: null })
    expect(await desk.ask('day.moveShift', { move: 'start' })).toMatchObject({
      error: { code: 'invalid-request' },
    })
    network.restore()
    await nextExchange()
    await until('the server knows', () => scene.server.shiftMoves().length === 2)
    expect(scene.server.shiftMoves()).toEqual(['start', 'pause'])
  })

  it('gives reserved cases back when it ends, and asks for none until it begins again', async () => {
    const { desk } = await deskOf('chen')
    const reserved = async () => (await desk.call('sync.status', {})).reservations
    expect(await reserved()).toBe(2)
    await desk.call('day.moveShift', { move: 'start' })
    await desk.call('day.moveShift', { move: 'end' })
    await nextExchange()
    await until('nothing is reserved', async () => (await reserved()) === 0)
    expect(scene.server.shiftMoves()).toEqual(['start', 'end'])
    await desk.call('day.moveShift', { move: 'start' })
    await nextExchange()
    await until('cases are reserved again', async () => (await reserved()) === 2)
  })

  it('ends quiet mode that was to last as long', async () => {
    const { desk } = await deskOf('chen')
    await desk.call('day.moveShift', { move: 'start' })
    expect(await desk.call('day.beQuiet', { quiet: { until: 'shift-end' } })).toMatchObject({
      quiet: { until: 'shift-end' },
    })
    await desk.call('day.moveShift', { move: 'end' })
    expect(await desk.call('day.moveShift', { move: 'start' })).toMatchObject({ quiet: null })
  })
})

describe('a notification', () => {
  async function deskWithCallBack() {
    const { desk } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    await untilIdle()
    const call = callRecord(inMinutes(0), { outcome: 'reached', callBackAt: inMinutes(8) })
    await desk.call('calls.record', { caseId, call })
    return desk
  }

  it('tells of a call-back that is due, in a shift, once, without anything of the case', async () => {
    const desk = await deskWithCallBack()
    expect(desk.shownNotices()).toEqual([])
    await desk.call('day.moveShift', { move: 'start' })
    await until('it is shown', () => desk.shownNotices().length === 1)
    expect(desk.shownNotices()[0]).toContain('call-back-due')
    vi.setSystemTime(START + 6 * 60_000)
    await desk.call('day.moveShift', { move: 'pause' })
    await desk.call('day.moveShift', { move: 'resume' })
    await nextExchange()
    expect(desk.shownNotices()).toHaveLength(1)
  })

  it('is silent in quiet mode and on a break, and comes when that is over', async () => {
    const desk = await deskWithCallBack()
    await desk.call('day.beQuiet', { quiet: { until: 'time', at: inMinutes(3) } })
    await desk.call('day.moveShift', { move: 'start' })
    await nextExchange()
    expect(desk.shownNotices()).toEqual([])
    await desk.call('day.moveShift', { move: 'pause' })
    await desk.call('day.beQuiet', { quiet: null })
    await nextExchange()
    expect(desk.shownNotices()).toEqual([])
    await desk.call('day.moveShift', { move: 'resume' })
    await until('it is shown', () => desk.shownNotices().length === 1)
  })

  it('never comes while the desk is locked', async () => {
    const desk = await deskWithCallBack()
    await desk.call('day.beQuiet', { quiet: { until: 'time', at: inMinutes(3) } })
    await desk.call('day.moveShift', { move: 'start' })
    await desk.call('session.lock', {})
    vi.setSystemTime(START + 5 * 60_000)
    await vi.runOnlyPendingTimersAsync()
    expect(desk.shownNotices()).toEqual([])
    await desk.call('session.unlock', { password: PASSWORD })
    await until('it is shown', () => desk.shownNotices().length === 1)
  })

  it('tells of a hold that somebody else has ended', async () => {
    const { desk } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    await untilIdle()
    await desk.call('day.moveShift', { move: 'start' })
    await nextExchange()
    scene.server.takeHold(caseId)
    vi.setSystemTime(START + 6 * 60_000)
    await nextExchange()
    await until('it is shown', () => desk.shownNotices().flat().includes('case-taken'))
    expect(desk.shownNotices().flat()).toContain('case-taken')
  })
})
