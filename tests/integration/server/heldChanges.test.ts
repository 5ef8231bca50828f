import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFiling, receive } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  HOUR,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'

describe('What stood before and after, of holds', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let li: TestClient

  beforeAll(async () => {
    server = await startTestServer('postgres')
    li = await server.signIn('li.na')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function newCase(seed: string): Promise<string> {
    return receive(server, await makeFiling(server, { seed, nature: 'enterprise' }))
  }

  /** Changes of the case as an auditor sees them, the first first. */
  async function changesOf(caseId: string) {
    const auditor = await server.signIn('shen.ji')
    const { entries } = await auditor.granted('auditEntries', { query: { caseId } })
    return entries
      .reverse()
      .flatMap(({ kind, change }) =>
        change.state === 'open' ? [{ kind, before: parsed(change.before), after: parsed(change.after) }] : [],
      )
  }

  it('is told of reserving, drawing and giving back', async () => {
    const caseId = await newCase('held-one')
    const { holds } = await li.granted('reserve', { body: { count: 1 } })
    const token = holds[0]?.token ?? 0
    const { drawn } = await li.granted('drawNext', { body: {} })
    expect(drawn?.hold).toMatchObject({ caseId, token })
    await li.granted('release', { body: { caseId, token } })
    const reservation = { holder: li.userId, kind: 'reservation', token }
    const hold = { holder: li.userId, kind: 'hold', token }
    expect(await changesOf(caseId)).toMatchObject([
      { kind: 'reserved', before: null, after: reservation },
      { kind: 'drawn', before: reservation, after: hold },
      { kind: 'released', before: hold, after: null },
    ])
  })

  it('is told of taking one’s own again, and of holds that ran out', async () => {
    const caseId = await newCase('held-two')
    const { hold } = await li.granted('hold', { body: { caseId } })
    await li.granted('hold', { body: { caseId } })
    server.advance(5 * HOUR)
    await server.housekeeping()
    const zhang = await server.signIn('zhang.wei')
    const { hold: later } = await zhang.granted('hold', { body: { caseId } })
    const mine = { holder: li.userId, kind: 'hold', token: hold.token }
    expect(await changesOf(caseId)).toMatchObject([
      { kind: 'held', before: null, after: mine },
      { kind: 'held', before: mine, after: mine },
      { kind: 'hold-expired', before: mine, after: null },
      { kind: 'held', before: null, after: { holder: zhang.userId, kind: 'hold', token: later.token } },
    ])
  })

  it('takes a hold that has run out for none, before anybody has ended it', async () => {
    const caseId = await newCase('held-three')
    await li.granted('hold', { body: { caseId } })
    server.advance(5 * HOUR)
    const zhang = await server.signIn('zhang.wei')
    await zhang.granted('hold', { body: { caseId } })
    expect((await changesOf(caseId)).at(-1)).toMatchObject({ kind: 'held', before: null })
  })
})

function parsed(text: string): unknown {
  return JSON.parse(text)
}
