import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decideCommand, decision, deliver, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import type { Hold, QueueRow } from '../../../shared/protocol/case'

describe.each(DATABASE_KINDS)('Holds that a supervisor moves (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let wang: TestClient
  let seed = 0

  beforeAll(async () => {
    server = await startTestServer(kind)
  }, START_TIMEOUT)
  afterAll(() => server.stop())
  beforeEach(async () => {
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    wang = await server.signIn('wang.lei')
  })

  function file(): Promise<string> {
    seed += 1
    return receiveFiling(server, { seed: `moved-${seed}`, nature: 'enterprise' })
  }

  async function hold(client: TestClient, caseId: string): Promise<Hold> {
    return (await client.granted('hold', { body: { caseId } })).hold
  }

  async function rowOf(caseId: string): Promise<QueueRow | undefined> {
    const { rows } = await zhang.granted('feed', { query: { after: 0 } })
    return rows.find((row) => row.id === caseId)
  }

  it('are broken: the case is free, the old token is worth nothing, late work becomes a proposal', async () => {
    const caseId = await file()
    const lost = await hold(li, caseId)
    await wang.granted('breakHold', { body: { caseId, holderId: li.userId } })
    expect((await rowOf(caseId))?.holder).toBeNull()
    expect(
      (await li.granted('reserve', { body: { count: 0 } })).holds.map((own) => own.caseId),
    ).not.toContain(caseId)
    const late = await deliver(li, decideCommand(server, lost, 1, decision('return')))
    expect(late).toMatchObject({ outcome: 'refused', code: 'hold-lost', kept: 'proposal' })
    const taken = await hold(zhang, caseId)
    expect(taken.token).toBeGreaterThan(lost.token)
    expect((await zhang.granted('case', { params: { caseId } })).proposals).toHaveLength(1)
  })

  it('that were broken are offered to others and not to whoever had them, for a working day', async () => {
    const caseId = await file()
    await hold(li, caseId)
    await wang.granted('breakHold', { body: { caseId, holderId: li.userId } })
    const reserved = async (client: TestClient): Promise<readonly string[]> => {
      const { holds } = await client.granted('reserve', { body: { count: 10 } })
      return holds.map((own) => own.caseId)
    }
    expect(await reserved(li)).not.toContain(caseId)
    // Not as the next one either, however few are left.
    for (let drawn = ''; drawn !== 'none';) {
      const { drawn: next } = await li.granted('drawNext', { body: {} })
      drawn = next?.hold.caseId ?? 'none'
      expect(drawn).not.toBe(caseId)
    }
    expect((await rowOf(caseId))?.holder).toBeNull()
    await hold(li, caseId)
    await wang.granted('breakHold', { body: { caseId, holderId: li.userId } })
    expect(await reserved(zhang)).toContain(caseId)
    await wang.granted('breakHold', { body: { caseId, holderId: zhang.userId } })
    // Whoever it was taken from before the last one is somebody like any other again.
    expect(await reserved(li)).toContain(caseId)
    await wang.granted('breakHold', { body: { caseId, holderId: li.userId } })
    server.advance(8 * HOUR)
    expect(await reserved(await server.signIn('li.na'))).toContain(caseId)
  })

  it('are handed over: the colleague has the case under a new token, at once', async () => {
    const caseId = await file()
    const lost = await hold(li, caseId)
    const move = { caseId, fromId: li.userId, toId: zhang.userId }
    const { hold: given } = await wang.granted('handOver', { body: move })
    expect(given).toMatchObject({ caseId, kind: 'hold', since: new Date(server.now()).toISOString() })
    expect(given.token).toBeGreaterThan(lost.token)
    expect((await rowOf(caseId))?.holder).toMatchObject({
      userId: zhang.userId,
      displayName: '张伟',
      kind: 'hold',
    })
    expect((await zhang.granted('reserve', { body: { count: 0 } })).holds).toContainEqual(given)
    expect(await li.refused('case', { params: { caseId } })).toMatchObject({ code: 'forbidden' })
    expect(await deliver(li, decideCommand(server, lost, 1, decision('return')))).toMatchObject({
      kept: 'proposal',
    })
    expect(await deliver(zhang, decideCommand(server, given, 1, decision('return')))).toMatchObject({
      outcome: 'applied',
    })
  })

  it('can be given out of the free queue, and out of a hold that has run out', async () => {
    const free = await file()
    const stale = await file()
    await hold(li, stale)
    server.advance(5 * HOUR)
    wang = await server.signIn('wang.lei')
    for (const caseId of [free, stale]) {
      const move = { caseId, fromId: null, toId: zhang.userId }
      expect(await wang.granted('handOver', { body: move })).toMatchObject({ hold: { caseId } })
    }
  })

  it('are left alone when somebody else has the case by now', async () => {
    const caseId = await file()
    const lost = await hold(li, caseId)
    await li.granted('release', { body: { caseId, token: lost.token } })
    const held = await hold(zhang, caseId)
    const conflict = { status: 409, code: 'conflict' }
    expect(await wang.refused('breakHold', { body: { caseId, holderId: li.userId } })).toEqual(conflict)
    for (const fromId of [li.userId, null]) {
      const move = { caseId, fromId, toId: wang.userId }
      expect(await wang.refused('handOver', { body: move })).toEqual(conflict)
    }
    expect(
      await wang.refused('handOver', { body: { caseId, fromId: zhang.userId, toId: zhang.userId } }),
    ).toEqual(conflict)
    expect(await deliver(zhang, decideCommand(server, held, 1, decision('return')))).toMatchObject({
      outcome: 'applied',
    })
  })

  it('go to nobody who may not work on the case: an unknown person, an auditor, the one who decided it', async () => {
    const caseId = await file()
    const shen = await server.signIn('shen.ji')
    const free = { caseId, fromId: null }
    const refused = [
      await wang.refused('handOver', { body: { ...free, toId: v7() } }),
      await wang.refused('handOver', { body: { ...free, toId: shen.userId } }),
      await wang.refused('handOver', { body: { ...free, caseId: v7(), toId: zhang.userId } }),
      await wang.refused('breakHold', { body: { caseId: v7(), holderId: li.userId } }),
    ]
    expect(refused.map(({ code }) => code)).toEqual(['not-found', 'conflict', 'not-found', 'not-found'])
    // Escalated and passed by a supervisor alone, it waits for a second person.
    await deliver(li, decideCommand(server, await hold(li, caseId), 1, decision('escalate')))
    expect(await wang.refused('handOver', { body: { ...free, toId: zhang.userId } })).toMatchObject({
      code: 'conflict',
    })
  })

  it('are moved by supervisors alone', async () => {
    const caseId = await file()
    await hold(li, caseId)
    const gao = await server.signIn('gao.yan')
    const shen = await server.signIn('shen.ji')
    for (const client of [li, zhang, gao, shen]) {
      const forbidden = { status: 403, code: 'forbidden' }
      expect(await client.refused('breakHold', { body: { caseId, holderId: li.userId } })).toEqual(forbidden)
      const move = { caseId, fromId: li.userId, toId: client.userId }
      expect(await client.refused('handOver', { body: move })).toEqual(forbidden)
      expect(await client.refused('colleagues')).toEqual(forbidden)
    }
    expect((await rowOf(caseId))?.holder?.userId).toBe(li.userId)
  })

  it('go to people whose work in hand the supervisor sees', async () => {
    const caseId = await file()
    await hold(li, caseId)
    const { colleagues } = await wang.granted('colleagues')
    const [me] = colleagues.filter(({ id }) => id === li.userId)
    expect(me).toMatchObject({ displayName: '李娜', role: 'reviewer' })
    expect(me?.holds).toBeGreaterThan(0)
    expect(colleagues.find(({ displayName }) => displayName === '何静')?.provinces).toEqual(['330000'])
    expect(colleagues.map(({ role }) => role)).not.toContain('auditor')
  })
})
