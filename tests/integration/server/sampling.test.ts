import { createHash, createHmac } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callRecord } from '../../helpers/callRecords'
import { decideCase, decideCommand, decision, deliver, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import type { SamplingReply } from '../../../shared/protocol/sampling'
import { redrawSample } from '../../../shared/review/sampling/redrawSample'
import type { SamplingTerms } from '../../../shared/review/sampling/samplingPlan'

const ALWAYS: SamplingTerms = {
  rates: { reduced: 1000, normal: 1000, tightened: 1000 },
  floors: [],
  rule: { tightenFaults: 2, tightenOf: 5, relaxAfter: 5, reduceAfter: 10 },
  blind: true,
}
const HALF: SamplingTerms = { ...ALWAYS, rates: { reduced: 500, normal: 500, tightened: 500 } }
const CRYPTO = {
  sha256: (seed: string) => createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex'),
  hmacSha256: (seed: string, message: string) =>
    createHmac('sha256', Buffer.from(seed, 'hex')).update(message).digest('hex'),
}

describe.each(DATABASE_KINDS)('Second looks by sample (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let wang: TestClient
  let gao: TestClient
  let shen: TestClient
  let dropFolder: string
  let filings = 0

  beforeAll(async () => {
    server = await startTestServer(kind)
    dropFolder = path.join(server.place.folder, 'drop')
    await server.restart({ dropFolder })
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    wang = await server.signIn('wang.lei')
    gao = await server.signIn('gao.yan')
    shen = await server.signIn('shen.ji')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  function plan(terms: SamplingTerms | null): Promise<SamplingReply> {
    server.advance(MINUTE)
    return wang.granted('startSampling', { body: { terms } })
  }

  function receiveChange(): Promise<string> {
    filings += 1
    const seed = `sampled-${kind}-${filings}`
    return receiveFiling(server, { seed, filingType: 'change', nature: 'enterprise', province: '330000' })
  }

  /** A filing that this person has passed. */
  async function passedBy(client: TestClient): Promise<string> {
    const caseId = await receiveChange()
    await decideCase(server, client, caseId, decision('pass'))
    return caseId
  }

  async function stateOf(caseId: string): Promise<string | undefined> {
    const { rows } = await shen.granted('feed', { query: { after: 0 } })
    return rows.find((row) => row.id === caseId)?.state
  }

  async function wasTold(caseId: string): Promise<boolean> {
    await server.housekeeping()
    const { rows } = await shen.granted('feed', { query: { after: 0 } })
    const { orderNumber } = rows.find((row) => row.id === caseId) ?? { orderNumber: 'unknown' }
    return (await readdir(dropFolder)).some((name) => name.startsWith(orderNumber))
  }

  async function faultsOf(): Promise<SamplingReply['shown']> {
    return (await wang.granted('sampling')).shown
  }

  it('lets a pass count at once while there is no plan, and keeps no register', async () => {
    const caseId = await passedBy(li)
    expect(await stateOf(caseId)).toBe('passed')
    expect(await wang.granted('sampling')).toEqual({ plans: [], shown: null })
  })

  it('sends a drawn pass to a second person, who agrees', async () => {
    await plan(ALWAYS)
    const caseId = await passedBy(li)
    expect(await stateOf(caseId)).toBe('second-review')
    expect(await wasTold(caseId)).toBe(false)
    expect(await li.refused('hold', { body: { caseId } })).toEqual({ status: 409, code: 'self-approval' })
    await decideCase(server, zhang, caseId, decision('pass'))
    expect(await stateOf(caseId)).toBe('passed')
    expect((await faultsOf())?.figures).toMatchObject({
      all: { passes: 1, drawn: 1, finished: 1, faults: 0, rate: { value: 0, low: 0 } },
      reviewers: [{ displayName: '李娜', level: 'normal' }],
      provinces: [{ code: '330000' }],
      filingTypes: [{ type: 'change' }],
    })
  })

  it('hides the first decision from everybody but its author until the second is in', async () => {
    await plan(ALWAYS)
    const caseId = await passedBy(li)
    const asSupervisor = await wang.granted('case', { params: { caseId } })
    await zhang.granted('hold', { body: { caseId } })
    const asSecond = await zhang.granted('case', { params: { caseId } })
    for (const shown of [asSupervisor, asSecond]) {
      expect(shown).toMatchObject({ state: 'second-review', blind: true, decisions: [] })
      expect(JSON.stringify(shown)).not.toContain('李娜')
      expect(JSON.stringify(shown)).not.toContain(li.userId)
    }
    await decideCase(server, zhang, caseId, decision('pass'))
    const after = await wang.granted('case', { params: { caseId } })
    expect(after.decisions.map(({ decidedBy }) => decidedBy.displayName)).toEqual(['李娜', '张伟'])
    expect(after.blind).toBeUndefined()
  })

  it('hides what the first decider noted of calls, and no more, until the second decision is in', async () => {
    await plan(ALWAYS)
    const caseId = await receiveChange()
    const { hold } = await li.granted('hold', { body: { caseId } })
    const called = (client: TestClient, holdToken: number | null, note: string) => {
      server.advance(1)
      const call = callRecord(chinaIso(server.now() - MINUTE), { note })
      const recordedAt = new Date(server.now()).toISOString()
      const command = {
        kind: 'record-call',
        caseId,
        expectedVersion: 1,
        recordedAt,
        holdToken,
        round: 1,
        call,
      }
      return deliver(client, { ...command, id: v7() })
    }
    for (const [client, token, note] of [
      [li, hold.token, '李娜认为材料齐全'],
      [wang, null, '申请人来电询问进度'],
    ] as const) {
      expect(await called(client, token, note)).toMatchObject({ outcome: 'applied' })
    }
    await decideCase(server, li, caseId, decision('pass'))
    await zhang.granted('hold', { body: { caseId } })
    const shown = await zhang.granted('case', { params: { caseId } })
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`李娜|${li.userId}`))
    expect(shown.calls?.map(({ by }) => by.displayName)).toEqual(['王磊'])
    const lines = shown.timeline.filter(({ kind: what }) => what === 'called')
    expect(lines.map(({ actor }) => actor)).toEqual(['王磊'])
    const { rows } = await zhang.granted('feed', { query: { after: 0 } })
    const row = rows.find(({ id }) => id === caseId)
    // That the applicant was rung twice stays known: nobody is to ring again at once.
    expect(row?.calls).toMatchObject({ recorded: 2, attempts: 2 })
    expect(JSON.stringify(row)).not.toMatch(/李娜|材料/)
    await decideCase(server, zhang, caseId, decision('pass'))
    expect((await wang.granted('case', { params: { caseId } })).calls).toHaveLength(2)
  })

  it('shows the first decision where the plan is not blind', async () => {
    await plan({ ...ALWAYS, blind: false })
    const caseId = await passedBy(li)
    const shown = await wang.granted('case', { params: { caseId } })
    expect(shown.decisions).toHaveLength(1)
    expect(shown.blind).toBeUndefined()
  })

  it('takes a colleague’s return up to somebody above, and tells the applicant nothing yet', async () => {
    await plan(ALWAYS)
    const caseId = await passedBy(li)
    await decideCase(server, zhang, caseId, decision('return'))
    expect(await stateOf(caseId)).toBe('escalated')
    expect(await wasTold(caseId)).toBe(false)
    expect((await faultsOf())?.figures.all).toMatchObject({ drawn: 1, finished: 0, rate: null })
    await decideCase(server, gao, caseId, decision('pass'))
    expect(await stateOf(caseId)).toBe('passed')
    expect(await wasTold(caseId)).toBe(true)
    expect((await faultsOf())?.figures.all).toMatchObject({ finished: 1, faults: 0 })
  })

  it('counts a fault where a senior settles against the pass, or returns it at once', async () => {
    await plan(ALWAYS)
    const disputed = await passedBy(li)
    await decideCase(server, zhang, disputed, decision('return'))
    await decideCase(server, gao, disputed, decision('return'))
    const returned = await passedBy(li)
    await decideCase(server, gao, returned, decision('return'))
    expect([await stateOf(disputed), await stateOf(returned)]).toEqual(['returned', 'returned'])
    const figures = (await faultsOf())?.figures
    expect(figures?.all).toMatchObject({ finished: 2, faults: 2, rate: { value: 1, high: 1 } })
    expect(figures?.reviewers).toMatchObject([{ displayName: '李娜', level: 'tightened' }])
  })

  it('lets no senior settle the dispute about the own pass, by whatever way it is asked for', async () => {
    await plan(ALWAYS)
    const caseId = await passedBy(gao)
    await decideCase(server, zhang, caseId, decision('return'))
    expect(await gao.refused('hold', { body: { caseId } })).toEqual({ status: 409, code: 'self-approval' })
    const move = { caseId, fromId: null, toId: gao.userId }
    expect(await wang.refused('handOver', { body: move })).toEqual({ status: 409, code: 'self-approval' })
    const { drawn } = await gao.granted('drawNext', { body: {} })
    expect(drawn?.hold.caseId).not.toBe(caseId)
    await decideCase(server, wang, caseId, decision('return'))
  })

  it('refuses the author’s decision under a hold that was had before', async () => {
    await plan(ALWAYS)
    const caseId = await receiveChange()
    const { hold } = await li.granted('hold', { body: { caseId } })
    const { version } = await li.granted('case', { params: { caseId } })
    expect(await deliver(li, decideCommand(server, hold, version, decision('pass')))).toMatchObject({
      outcome: 'applied',
    })
    const again = decideCommand(server, hold, version + 1, decision('pass'))
    expect(await deliver(li, again)).toMatchObject({ outcome: 'refused', code: 'hold-lost' })
  })

  it('gives out the register with its seed once the plan has ended, and it can be drawn anew', async () => {
    await plan(HALF)
    for (let pass = 0; pass < 10; pass += 1) {
      const caseId = await passedBy(pass % 2 === 0 ? li : zhang)
      if ((await stateOf(caseId)) === 'second-review') {
        await decideCase(server, gao, caseId, decision(pass % 4 === 0 ? 'return' : 'pass'))
      }
    }
    const { plans } = await wang.granted('sampling')
    const planId = plans[0]?.id ?? ''
    expect(await wang.refused('samplingRegister', { query: { planId } })).toEqual({
      status: 409,
      code: 'conflict',
    })
    expect(JSON.stringify(await wang.granted('sampling'))).not.toContain('"seed"')
    await plan(null)
    const register = await shen.granted('samplingRegister', { query: { planId } })
    expect(register.entries).toHaveLength(10)
    expect(redrawSample(register.plan, register.seed, register.entries, CRYPTO)).toEqual([])
    expect(await stateOf(await passedBy(li))).toBe('passed')
  })

  it('has one plan at a time, states each in the audit by the hash of its seed, and keeps reviewers out', async () => {
    await plan(HALF)
    const { plans } = await plan(ALWAYS)
    expect(plans.filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
    const query = { chain: 'server', limit: 1, kind: 'sampling-plan-started' }
    const { entries } = await shen.granted('auditEntries', { query })
    expect(JSON.stringify(entries)).toContain(plans[0]?.seedSha256)
    for (const client of [li, gao]) {
      expect((await client.refused('sampling')).code).toBe('forbidden')
      expect((await client.refused('startSampling', { body: { terms: null } })).code).toBe('forbidden')
    }
    expect((await shen.refused('startSampling', { body: { terms: null } })).code).toBe('forbidden')
    expect(
      (await wang.refused('startSampling', { body: { terms: { ...ALWAYS, floors: [{}] } } })).status,
    ).toBe(400)
  })
})
