import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callRecord } from '../../helpers/callRecords'
import {
  decideCommand,
  decision,
  deliver,
  makeFiling,
  receive,
  receiveFiling,
} from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  HOUR,
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { addDays, chinaDate, chinaInstant, chinaIso } from '../../../shared/calendar/chinaTime'
import type { CallRecord } from '../../../shared/calls/callRecord'
import type { Hold } from '../../../shared/protocol/case'

const DAY = 24 * HOUR

describe('Figures of calls', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let wang: TestClient

  beforeAll(async () => {
    server = await startTestServer('embedded')
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    wang = await server.signIn('wang.lei')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function heldBy(client: TestClient, caseId: string): Promise<Hold> {
    return (await client.granted('hold', { body: { caseId } })).hold
  }

  /** Records a call that began at this instant. */
  async function call(client: TestClient, hold: Hold, at: number, changes: Partial<CallRecord> = {}) {
    const recordedAt = new Date(server.now()).toISOString()
    const record = callRecord(chinaIso(at), changes)
    const command = { id: v7(), kind: 'record-call', caseId: hold.caseId, expectedVersion: 1, recordedAt }
    const outcome = await deliver(client, { ...command, holdToken: hold.token, round: 1, call: record })
    expect(outcome).toMatchObject({ outcome: 'applied' })
  }

  const figures = (client: TestClient, whose: string, period: string) =>
    client.granted('callFigures', { query: { whose, period } })

  it('are empty before anybody has called', async () => {
    expect(await figures(li, 'own', '30-days')).toEqual({
      from: addDays(chinaDate(server.now()), -29),
      to: chinaDate(server.now()),
      incoming: 0,
      all: { attempts: 0, reached: 0 },
      outcomes: [],
      hours: [],
      provinces: [],
      perCase: [],
      after: { reached: 0, passed: 0, returned: 0, renewed: 0 },
      laddersEnded: 0,
    })
  })

  it('count reach by hour and province, each person’s own and those of the team, by the China day', async () => {
    const today = chinaInstant(chinaDate(server.now()), 0)
    const first = await heldBy(li, await receiveFiling(server, { seed: 'figures-1', nature: 'enterprise' }))
    const second = await heldBy(
      zhang,
      await receiveFiling(server, { seed: 'figures-2', nature: 'enterprise' }),
    )
    // The last minute of yesterday in China is still yesterday's afternoon by UTC, the first one of today too.
    await call(li, first, today - MINUTE, { outcome: 'busy' })
    await call(li, first, today, { outcome: 'reached' })
    await call(li, first, today + 9 * HOUR + 59 * MINUTE)
    await call(li, first, today + 9 * HOUR, { direction: 'incoming', outcome: 'reached' })
    await call(zhang, second, today + 9 * HOUR, { outcome: 'reached' })

    expect(await figures(li, 'own', 'today')).toMatchObject({
      from: chinaDate(today),
      incoming: 1,
      all: { attempts: 2, reached: 1 },
      outcomes: [
        { outcome: 'reached', count: 1 },
        { outcome: 'no-answer', count: 1 },
      ],
      hours: [
        { hour: 0, attempts: 1, reached: 1 },
        { hour: 9, attempts: 1, reached: 0 },
      ],
      perCase: [{ calls: 3, rounds: 1 }],
    })
    const team = await figures(wang, 'team', '7-days')
    expect(team).toMatchObject({ from: addDays(chinaDate(today), -6), all: { attempts: 4, reached: 2 } })
    expect(team.hours.find(({ hour }) => hour === 23)).toEqual({ hour: 23, attempts: 1, reached: 0 })
    expect(team.hours.find(({ hour }) => hour === 9)).toEqual({ hour: 9, attempts: 2, reached: 1 })
    expect(team.provinces.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(4)
    expect(team.perCase).toEqual([
      { calls: 1, rounds: 1 },
      { calls: 4, rounds: 1 },
    ])
    expect(await figures(wang, 'own', '7-days')).toMatchObject({ all: { attempts: 0, reached: 0 } })
    expect(await li.refused('callFigures', { query: { whose: 'team', period: 'today' } })).toMatchObject({
      status: 403,
      code: 'forbidden',
    })
  })

  it('say what became of a round after its person was reached', async () => {
    const before = await figures(wang, 'team', '7-days')
    const options = { seed: 'figures-3', nature: 'enterprise' } as const
    const hold = await heldBy(li, await receiveFiling(server, options))
    await call(li, hold, server.now() - MINUTE, { outcome: 'reached' })
    const open = await figures(wang, 'team', '7-days')
    expect(open.after).toEqual({ ...before.after, reached: before.after.reached + 1 })
    await deliver(li, decideCommand(server, hold, 1, decision('return')))
    const returned = await figures(wang, 'team', '7-days')
    expect(returned.after).toEqual({ ...open.after, returned: open.after.returned + 1 })
    server.advance(HOUR)
    await receive(server, await makeFiling(server, { ...options, round: 2 }))
    const renewed = await figures(wang, 'team', '7-days')
    expect(renewed.after).toEqual({ ...returned.after, renewed: returned.after.renewed + 1 })
  })

  it('count a ladder as ended once, by the call that ended it, whoever made the others', async () => {
    const caseId = await receiveFiling(server, { seed: 'figures-4', nature: 'enterprise' })
    const given = await heldBy(li, caseId)
    const start = server.now() - 2 * DAY
    await call(li, given, start)
    await call(li, given, start + HOUR, { outcome: 'reached' })
    await call(li, given, start + 2 * HOUR)
    await call(li, given, start + 3 * HOUR, { outcome: 'busy' })
    expect(await figures(li, 'own', '7-days')).toMatchObject({ laddersEnded: 0 })
    await li.granted('release', { body: { caseId, token: given.token } })
    const taken = await heldBy(zhang, caseId)
    await call(zhang, taken, start + 4 * HOUR, { outcome: 'switched-off' })
    await call(zhang, taken, start + 5 * HOUR)
    expect(await figures(zhang, 'own', '7-days')).toMatchObject({ laddersEnded: 1 })
    expect(await figures(li, 'own', '7-days')).toMatchObject({ laddersEnded: 0 })
    expect(await figures(wang, 'team', '7-days')).toMatchObject({ laddersEnded: 1 })
    expect(await figures(wang, 'team', 'today')).toMatchObject({ laddersEnded: 0 })
  })
})
