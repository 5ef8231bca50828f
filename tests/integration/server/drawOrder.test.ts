import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decision, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import type { Drawn } from '../../../shared/protocol/apiModels'

const OWN = '330000'
const OTHER = '440000'

describe.each(DATABASE_KINDS)('The order of the next case (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let li: TestClient
  let he: TestClient
  let seed = 0

  beforeAll(async () => {
    server = await startTestServer(kind)
    li = await server.signIn('li.na')
    he = await server.signIn('he.jing')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  function file(province: string, submittedAt?: string): Promise<string> {
    seed += 1
    const options = { seed: `order-${seed}`, nature: 'enterprise' as const, province }
    return receiveFiling(server, submittedAt === undefined ? options : { ...options, submittedAt })
  }

  /** A filing that was returned once and has come back. */
  async function returned(province: string): Promise<string> {
    seed += 1
    const options = { seed: `order-${seed}`, nature: 'enterprise' as const, province }
    const caseId = await receiveFiling(server, options)
    await decideCase(server, li, caseId, decision('return'))
    return receiveFiling(server, { ...options, round: 2 })
  }

  async function drawAll(client: TestClient): Promise<Drawn[]> {
    const all: Drawn[] = []
    for (;;) {
      const { drawn } = await client.granted('drawNext', { body: {} })
      if (!drawn) {
        return all
      }
      all.push(drawn)
    }
  }

  const caseIds = (draws: readonly Drawn[]): string[] => draws.map(({ hold }) => hold.caseId)

  async function giveBack(client: TestClient, draws: readonly Drawn[]): Promise<void> {
    for (const { hold } of draws) {
      await client.granted('release', { body: { caseId: hold.caseId, token: hold.token } })
    }
  }

  it('goes by working time left, then own provinces, then what can be telephoned now, then the due time', async () => {
    const plain = await file(OTHER)
    server.advance(MINUTE)
    const troubled = await returned(OTHER)
    server.advance(MINUTE)
    const own = await file(OWN)
    // Due on the day of the tests: one before they begin, one an hour after, before lunch.
    const late = await file(OTHER, '2026-11-19T09:20:00+08:00')
    const soon = await file(OTHER, '2026-11-19T11:30:00+08:00')

    const forHe = await drawAll(he)
    expect(caseIds(forHe)).toEqual([late, soon, own, troubled, plain])
    expect(forHe.map(({ reason }) => reason)).toEqual([
      'most-overdue',
      'due-first',
      'due-first',
      'due-first',
      'due-first',
    ])
    expect(forHe.map(({ grounds }) => grounds.ownProvince)).toEqual([false, false, true, false, false])
    expect(forHe[0]?.grounds.workingMinutesLeft).toBeLessThan(0)
    expect(forHe[1]?.grounds).toMatchObject({ workingMinutesLeft: 58, callable: true, earlierReturns: 0 })
    expect(forHe[3]?.grounds).toMatchObject({ earlierReturns: 1, escalatedBefore: false })
    await giveBack(he, forHe)

    // Somebody of all provinces: theirs play no part.
    const forLi = await drawAll(li)
    expect(caseIds(forLi)).toEqual([late, soon, troubled, plain, own])
    expect(forLi[0]?.grounds.ownProvince).toBeNull()
    await giveBack(li, forLi)

    // Seven in the evening: nobody is telephoned, so what needs no call comes first. Saturday is no working day, so
    // what is due on Monday morning is still not due soon.
    server.advance(8 * HOUR + 30 * MINUTE)
    const atNight = await drawAll(li)
    expect(atNight.every(({ grounds }) => !grounds.callable)).toBe(true)
    expect(caseIds(atNight)).toEqual([late, soon, plain, own, troubled])
    await giveBack(li, atNight)
  })

  it('reserves in the same order', async () => {
    const drawn = await drawAll(he)
    await giveBack(he, drawn)
    const { holds } = await he.granted('reserve', { body: { count: 2 } })
    const reserved = holds.map(({ caseId }) => caseId).toSorted()
    expect(reserved).toEqual(caseIds(drawn).slice(0, 2).toSorted())
  })

  it('counts an escalation for as long as the case lives', async () => {
    const caseId = await file(OTHER)
    await decideCase(server, li, caseId, decision('escalate'))
    const wang = await server.signIn('wang.lei')
    const { drawn } = await wang.granted('drawNext', { body: {} })
    expect(drawn).toMatchObject({ reason: 'escalated', hold: { caseId }, grounds: { escalatedBefore: true } })
  })
})
