import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handOverNote } from '../../helpers/handOverNotes'
import { decideCommand, decision, deliver, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  HOUR,
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import type { Hold, QueueRow } from '../../../shared/protocol/case'
import type { ShiftMove, ToldShiftMove } from '../../../shared/review/day/shift'

describe("The reviewer's day", { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let wang: TestClient
  let seed = 0

  beforeAll(async () => {
    server = await startTestServer('embedded')
    await signInAll()
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function signInAll(): Promise<void> {
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    wang = await server.signIn('wang.lei')
  }

  function file(): Promise<string> {
    seed += 1
    return receiveFiling(server, { seed: `day-${seed}`, nature: 'enterprise' })
  }

  async function hold(client: TestClient, caseId: string): Promise<Hold> {
    return (await client.granted('hold', { body: { caseId } })).hold
  }

  async function rowOf(caseId: string): Promise<QueueRow | undefined> {
    const { rows } = await zhang.granted('feed', { query: { after: 0 } })
    return rows.find((row) => row.id === caseId)
  }

  function moved(move: ShiftMove, before = 0): ToldShiftMove {
    return { id: v7(), move, at: chinaIso(server.now() - before) }
  }

  const tell = (...moves: readonly ToldShiftMove[]) => li.granted('shift', { body: { moves: [...moves] } })

  async function shiftOfLi() {
    const { colleagues } = await wang.granted('colleagues', {})
    return colleagues.find(({ id }) => id === li.userId)?.shift
  }

  it('is seen by supervisors as it was told, once, whatever was told twice or does not follow', async () => {
    expect(await shiftOfLi()).toEqual({ state: 'none', since: null })
    const start = moved('start', 2 * HOUR)
    const pause = moved('pause', 5 * MINUTE)
    await tell(start, pause)
    const since = new Date(pause.at).toISOString()
    expect(await shiftOfLi()).toEqual({ state: 'break', since })
    await tell(start)
    await tell(moved('pause'), moved('start'))
    expect(await shiftOfLi()).toEqual({ state: 'break', since })
    const resume = { ...moved('resume'), at: chinaIso(server.now() + 3 * HOUR) }
    await tell(resume)
    expect(await shiftOfLi()).toEqual({ state: 'working', since: new Date(server.now()).toISOString() })
    const auditor = await server.signIn('shen.ji')
    const { entries } = await auditor.granted('auditEntries', { query: { kind: 'shift-changed' } })
    expect(entries.filter(({ kind }) => kind === 'shift-changed')).toHaveLength(5)
  })

  it('ends with what was reserved for the person, who gets no more until the next begins; holds stay', async () => {
    const held = await hold(li, await file())
    for (let more = 0; more < 3; more += 1) {
      await file()
    }
    await tell(moved('start'))
    const reserve = async () => (await li.granted('reserve', { body: { count: 2 } })).holds
    const reserved = (await reserve()).filter(({ kind }) => kind === 'reservation')
    expect(reserved).toHaveLength(2)
    await tell(moved('end'))
    expect((await rowOf(reserved[0]?.caseId ?? ''))?.holder).toBeNull()
    expect((await reserve()).map(({ caseId, kind }) => ({ caseId, kind }))).toEqual([
      { caseId: held.caseId, kind: 'hold' },
    ])
    await tell(moved('start'))
    expect(await reserve()).toHaveLength(3)
    await tell(moved('end'))
  })

  it('is over with the day in China', async () => {
    await tell(moved('start'))
    expect(await shiftOfLi()).toMatchObject({ state: 'working' })
    server.advance(14 * HOUR)
    await signInAll()
    expect(await shiftOfLi()).toEqual({ state: 'none', since: null })
    await tell(moved('end', 12 * HOUR))
    expect(await shiftOfLi()).toEqual({ state: 'none', since: null })
  })

  it('leaves notes with cases, for whoever has them next, also when they come late, and once', async () => {
    const { caseId, token } = await hold(li, await file())
    const note = (text: string, holdToken = token, round = 1) => ({
      id: v7(),
      kind: 'leave-note',
      caseId,
      expectedVersion: 1,
      recordedAt: chinaIso(server.now()),
      holdToken,
      round,
      note: handOverNote(text),
    })
    const first = note('执照已请申请人重传')
    const outcome = await deliver(li, first)
    expect(outcome).toMatchObject({ outcome: 'applied', caseVersion: 1 })
    expect(await deliver(li, first)).toEqual(outcome)
    await li.granted('release', { body: { caseId, token } })
    const next = await hold(zhang, caseId)
    expect(await deliver(li, note('下午三点回电'))).toMatchObject({ outcome: 'applied' })
    const filingCase = await zhang.granted('case', { params: { caseId } })
    expect(filingCase.notes).toMatchObject([
      { id: first.id, round: 1, note: first.note, by: { userId: li.userId, displayName: '李娜' } },
      { note: { text: '下午三点回电' } },
    ])
    expect(filingCase.timeline.filter(({ kind }) => kind === 'note-left')).toMatchObject([
      { actor: '李娜', at: filingCase.notes?.[0]?.receivedAt },
      { actor: '李娜' },
    ])
    const row = await rowOf(caseId)
    expect(row?.notes).toBe(2)
    expect(JSON.stringify(row)).not.toContain('执照已请')
    expect(await deliver(zhang, note('不是我的', token))).toMatchObject({ code: 'hold-lost' })
    expect(await deliver(zhang, note('没有这一轮', next.token, 2))).toMatchObject({ code: 'illegal-move' })
    expect(await deliver(zhang, decideCommand(server, next, 1, decision('return')))).toMatchObject({
      outcome: 'applied',
    })
  })

  it('tells callers who is at work and of notes with their own cases, and supervisors of all, without the words', async () => {
    await li.granted('shift', { body: { moves: [moved('start')] } })
    const { caseId, token } = await hold(li, await file())
    const left = {
      ...{ id: v7(), kind: 'leave-note', caseId, expectedVersion: 1, holdToken: token, round: 1 },
      ...{ recordedAt: chinaIso(server.now()), note: handOverNote('请先看授权书') },
    }
    const notesOf = async (client: TestClient) =>
      (await client.granted('onShift')).notes.filter((note) => note.caseId === caseId)
    expect(await deliver(li, left)).toMatchObject({ outcome: 'applied' })
    // Whoever wrote it still has the case: it waits for nobody.
    expect(await notesOf(wang)).toEqual([])
    await li.granted('release', { body: { caseId, token } })
    expect(await notesOf(wang)).toMatchObject([{ from: '李娜', holder: null }])
    expect(await notesOf(zhang)).toEqual([])
    await hold(zhang, caseId)
    expect(await notesOf(zhang)).toMatchObject([{ from: '李娜', holder: '张伟' }])
    expect(await notesOf(li)).toEqual([])
    const told = await zhang.granted('onShift')
    expect(told.people.find(({ id }) => id === li.userId)?.shift.state).toBe('working')
    expect(told.people.map(({ displayName }) => displayName)).not.toContain('沈洁')
    expect(JSON.stringify(told)).not.toContain('授权书')
    const auditor = await server.signIn('shen.ji')
    expect((await auditor.refused('onShift')).status).toBe(403)
  })
})
