import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callRecord } from '../../helpers/callRecords'
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
import type { CallRecord } from '../../../shared/calls/callRecord'
import type { Hold, QueueRow } from '../../../shared/protocol/case'

describe('Calls about a case', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let wang: TestClient
  let seed = 0

  beforeAll(async () => {
    server = await startTestServer('embedded')
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    wang = await server.signIn('wang.lei')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function heldCase(): Promise<Hold> {
    seed += 1
    const caseId = await receiveFiling(server, { seed: `calls-${seed}`, nature: 'enterprise' })
    return (await li.granted('hold', { body: { caseId } })).hold
  }

  function command(caseId: string, holdToken: number | null, changes: Partial<CallRecord> = {}, round = 1) {
    const recordedAt = new Date(server.now()).toISOString()
    const call = callRecord(chinaIso(server.now() - MINUTE), changes)
    return { id: v7(), kind: 'record-call', caseId, expectedVersion: 1, recordedAt, holdToken, round, call }
  }

  async function rowOf(caseId: string): Promise<QueueRow | undefined> {
    const { rows } = await zhang.granted('feed', { query: { after: 0 } })
    return rows.find((row) => row.id === caseId)
  }

  const read = (caseId: string) => wang.granted('case', { params: { caseId } })

  it('are kept beside it once, on the timeline, and leave it as it is', async () => {
    const { caseId, token } = await heldCase()
    expect((await rowOf(caseId))?.calls).toBeUndefined()
    const first = command(caseId, token, { note: '无人接听' })
    const outcome = await deliver(li, first)
    expect(outcome).toMatchObject({ outcome: 'applied', caseVersion: 1 })
    expect(await deliver(li, first)).toEqual(outcome)
    const callBackAt = chinaIso(server.now() + HOUR)
    await deliver(li, command(caseId, token, { outcome: 'reached', callBackAt, note: '约一小时后回电' }))
    const filingCase = await read(caseId)
    expect(filingCase).toMatchObject({ version: 1, state: 'pending-review' })
    expect(filingCase.calls).toMatchObject([
      { id: first.id, round: 1, by: { userId: li.userId, displayName: '李娜' }, call: first.call },
      { call: { outcome: 'reached', note: '约一小时后回电' } },
    ])
    expect(filingCase.timeline.filter(({ kind }) => kind === 'called')).toHaveLength(2)
    const { calls, version, holder } = (await rowOf(caseId)) ?? {}
    expect(calls).toMatchObject({ attempts: 2, unanswered: 0, reached: true, callBackAt })
    expect(JSON.stringify(calls)).not.toContain('回电')
    expect({ version, holder: holder?.userId }).toEqual({ version: 1, holder: li.userId })
    // A decision made at the version that was seen before the calls is not in their way.
    const decided = decideCommand(server, { caseId, token }, 1, decision('return'))
    expect(await deliver(li, decided)).toMatchObject({ outcome: 'applied' })
  })

  it('stay calls when the hold is over by the time they arrive, and stand in the order in which they were made', async () => {
    const { caseId, token } = await heldCase()
    const earlier = command(caseId, token)
    server.advance(5 * HOUR)
    const again = await server.signIn('zhang.wei')
    const { hold } = await again.granted('hold', { body: { caseId } })
    const later = command(caseId, hold.token, { outcome: 'reached' })
    expect(await deliver(again, later)).toMatchObject({ outcome: 'applied' })
    li = await server.signIn('li.na')
    wang = await server.signIn('wang.lei')
    zhang = again
    expect(await deliver(li, earlier)).toMatchObject({ outcome: 'applied' })
    expect((await read(caseId)).calls?.map(({ id }) => id)).toEqual([earlier.id, later.id])
    expect((await rowOf(caseId))?.calls).toMatchObject({ attempts: 2, unanswered: 0, reached: true })
  })

  it('are taken from nobody who was never given the case, but from who may read any', async () => {
    const { caseId, token } = await heldCase()
    expect(await deliver(zhang, command(caseId, token))).toMatchObject({ code: 'hold-lost' })
    expect(await deliver(zhang, command(caseId, null))).toMatchObject({ code: 'hold-lost' })
    expect(await deliver(li, command(caseId, token, {}, 2))).toMatchObject({ code: 'illegal-move' })
    expect(await deliver(wang, command(caseId, null))).toMatchObject({ outcome: 'applied' })
    expect((await read(caseId)).calls).toHaveLength(1)
  })
})
