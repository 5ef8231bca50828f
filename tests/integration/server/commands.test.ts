import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  decideCase,
  decideCommand,
  decision,
  deliver,
  makeFiling,
  receive,
  receiveFiling,
} from '../../helpers/serverCases'
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
import { DATED_LINE, HUMAN_LINE } from '../../helpers/serverRulePack'
import { makeSupplement, type SpecimenOptions } from '../../specimens'
import type { Hold } from '../../../shared/protocol/case'

describe.each(DATABASE_KINDS)('Commands (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let li: TestClient
  let wang: TestClient
  let seed = 0

  beforeAll(async () => {
    server = await startTestServer(kind)
    li = await server.signIn('li.na')
    wang = await server.signIn('wang.lei')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  function file(): Promise<string> {
    seed += 1
    return receiveFiling(server, { seed: `command-${seed}`, nature: 'enterprise' })
  }

  async function hold(client: TestClient, caseId: string): Promise<Hold> {
    return (await client.granted('hold', { body: { caseId } })).hold
  }

  it('returns a case: decision, timeline, audit entry and the end of the hold', async () => {
    const caseId = await file()
    const pins = [{ number: 1, documentId: 'licence', x: 0.5, y: 0.25, note: '编号看不清' }]
    const content = decision('return', { internalNote: '第一次退回', pins })
    const outcome = await decideCase(server, li, caseId, content)
    expect(outcome.caseVersion).toBe(2)
    expect(await li.refused('case', { params: { caseId } })).toEqual({ status: 403, code: 'forbidden' })
    const filingCase = await wang.granted('case', { params: { caseId } })
    expect(filingCase.state).toBe('returned')
    expect(filingCase.decisions).toEqual([
      {
        commandId: outcome.id,
        round: 1,
        caseVersion: 2,
        decision: content,
        decidedBy: { userId: li.userId, displayName: '李娜' },
        decidedAt: new Date(server.now()).toISOString(),
        auditHash: outcome.auditHash,
      },
    ])
    expect(filingCase.timeline.at(-1)).toMatchObject({ kind: 'returned', round: 1, actor: '李娜' })
    const { rows } = await li.granted('feed', { query: { after: 0 } })
    expect(rows.find((row) => row.id === caseId)).toMatchObject({
      state: 'returned',
      version: 2,
      holder: null,
    })
  })

  it('answers a command delivered again with the same words and does nothing twice', async () => {
    const caseId = await file()
    const command = decideCommand(server, await hold(li, caseId), 1, decision('return'))
    const first = await deliver(li, command)
    expect(first.outcome).toBe('applied')
    expect(await deliver(li, command)).toEqual(first)
    const { outcomes } = await li.granted('commands', { body: { commands: [command, command] } })
    expect(outcomes).toEqual([first, first])
    expect((await wang.granted('case', { params: { caseId } })).decisions).toHaveLength(1)
  })

  it('answers a refused command again with the same refusal, even when it could be carried out now', async () => {
    const caseId = await file()
    const early = decideCommand(server, { caseId, token: 1 }, 1, decision('return'))
    const refused = await deliver(li, early)
    expect(refused).toMatchObject({ outcome: 'refused', code: 'hold-lost' })
    await hold(li, caseId)
    expect(await deliver(li, early)).toEqual(refused)
  })

  it('takes an id only for the command and the person it was first used by', async () => {
    const caseId = await file()
    const command = decideCommand(server, await hold(li, caseId), 1, decision('return'))
    await deliver(li, command)
    const other = { ...command, decision: decision('pass') }
    expect(await deliver(li, other)).toMatchObject({ outcome: 'refused', code: 'forbidden' })
    expect(await deliver(wang, command)).toMatchObject({ outcome: 'refused', code: 'forbidden' })
  })

  it('refuses an old version, a lost hold, a forged token and an unknown case', async () => {
    const caseId = await file()
    const held = await hold(li, caseId)
    const refusals = [
      await deliver(li, decideCommand(server, held, 2, decision('return'))),
      await deliver(li, decideCommand(server, { caseId, token: held.token + 1 }, 1, decision('return'))),
      await deliver(wang, decideCommand(server, held, 1, decision('return'))),
      await deliver(li, decideCommand(server, { caseId: v7(), token: held.token }, 1, decision('return'))),
    ]
    expect(refusals.map((outcome) => outcome.outcome === 'refused' && outcome.code)).toEqual([
      'stale-version',
      'hold-lost',
      'hold-lost',
      'not-found',
    ])
    expect((await wang.granted('case', { params: { caseId } })).version).toBe(1)
  })

  it('takes a decision under a reservation, and none after the lease has run out', async () => {
    const caseId = await file()
    const { holds } = await li.granted('reserve', { body: { count: 10 } })
    const reservation = holds.find((each) => each.caseId === caseId)
    expect(reservation?.kind).toBe('reservation')
    const token = reservation?.token ?? 0
    expect(await deliver(li, decideCommand(server, { caseId, token }, 1, decision('return')))).toMatchObject({
      outcome: 'applied',
    })
    const late = await file()
    const lost = await hold(li, late)
    server.advance(4 * HOUR)
    const outcome = await deliver(li, decideCommand(server, lost, 1, decision('return')))
    expect(outcome).toMatchObject({ outcome: 'refused', code: 'hold-lost' })
  })

  it('lets nobody round the gate', async () => {
    const caseId = await file()
    const held = await hold(li, caseId)
    const attempts = [
      decision('pass', { lines: [] }),
      decision('pass', { lines: [{ lineId: HUMAN_LINE, verdict: 'not-ok', machine: null }] }),
      decision('pass', { lines: [{ lineId: 'desk:made-up', verdict: 'ok', machine: null }] }),
      decision('return', { reasons: [] }),
      decision('escalate', { internalNote: ' ' }),
    ]
    for (const content of attempts) {
      const outcome = await deliver(li, decideCommand(server, held, 1, content))
      expect(outcome).toMatchObject({ outcome: 'refused', code: 'gate' })
    }
    const other = decision('pass', { rulePack: '2020-01-01' })
    expect(await deliver(li, decideCommand(server, held, 1, other))).toMatchObject({
      code: 'rule-pack-unknown',
    })
  })

  it('judges by the day on which the person decided, and never by one before the case was drawn', async () => {
    const made = await makeFiling(server, { seed: `dated-${kind}`, nature: 'enterprise' })
    const { application } = made.bundle
    const today = new Date(server.now() + 8 * HOUR).toISOString().slice(0, 10)
    const { principal } = application.entity
    const entity = {
      ...application.entity,
      principal: { ...principal, certificate: { ...principal.certificate, validTo: today } },
    }
    const bundle = { ...made.bundle, application: { ...application, entity } }
    const caseId = await receive(server, { ...made, bundle })
    // Into the night: a workstation without a network decides before midnight and delivers after it.
    const midnight = Date.parse(`${today}T23:59:00+08:00`)
    server.advance(midnight - server.now() - HOUR)
    li = await server.signIn('li.na')
    wang = await server.signIn('wang.lei')
    const held = await hold(li, caseId)
    const decided = decideCommand(server, held, 1, decision('pass'))
    server.advance(2 * HOUR)
    const late = decideCommand(server, held, 1, decision('pass'))
    expect(await deliver(li, late)).toMatchObject({
      code: 'gate',
      message: `lines-not-looked-at ${DATED_LINE}`,
    })
    expect(await deliver(li, decided)).toMatchObject({ outcome: 'applied' })
    server.advance(24 * HOUR)
  })

  it('leaves what is escalated to supervisors', async () => {
    li = await server.signIn('li.na')
    wang = await server.signIn('wang.lei')
    const caseId = await file()
    await decideCase(server, li, caseId, decision('escalate'))
    expect(await li.refused('hold', { body: { caseId } })).toEqual({ status: 409, code: 'conflict' })
    const own = await file()
    const held = await hold(wang, own)
    const outcome = await deliver(wang, decideCommand(server, held, 1, decision('escalate')))
    expect(outcome).toMatchObject({ outcome: 'refused', code: 'forbidden' })
    const settled = await decideCase(server, wang, caseId, decision('pass'))
    expect(settled.caseVersion).toBe(3)
    expect((await wang.granted('case', { params: { caseId } })).state).toBe('awaiting-backdrop')
  })

  it('takes a case to its end: pass, photo, pass, submission by a supervisor', async () => {
    const options: SpecimenOptions = {
      seed: `end-${kind}`,
      filingType: 'first-filing',
      pictures: 'tiny',
      nature: 'enterprise',
    }
    const caseId = await receiveFiling(server, options)
    await decideCase(server, li, caseId, decision('pass'))
    await receive(server, await makeSupplement(options))
    const back = await decideCase(server, li, caseId, decision('return'))
    expect((await wang.granted('case', { params: { caseId } })).state).toBe('awaiting-photo')
    expect(back.caseVersion).toBe(4)
    const supplement = await makeSupplement({ ...options, submittedAt: '2026-11-20T15:00:00+08:00' })
    const [photo] = supplement.bundle.documents
    const again = photo ? [{ ...photo, id: 'photo-again' }] : []
    await receive(server, { ...supplement, bundle: { ...supplement.bundle, documents: again } })
    await decideCase(server, li, caseId, decision('pass'))
    const submission = {
      id: v7(),
      kind: 'record-submission',
      caseId,
      expectedVersion: 6,
      recordedAt: new Date(server.now()).toISOString(),
      packageSha256: 'ab'.repeat(32),
      fileName: 'package.zip',
    }
    expect(await deliver(li, { ...submission, id: v7() })).toMatchObject({ code: 'forbidden' })
    expect(await deliver(wang, { ...submission, expectedVersion: 5, id: v7() })).toMatchObject({
      code: 'stale-version',
    })
    expect(await deliver(wang, submission)).toMatchObject({ outcome: 'applied', caseVersion: 7 })
    expect(await deliver(wang, { ...submission, id: v7(), expectedVersion: 7 })).toMatchObject({
      code: 'illegal-move',
    })
    const filingCase = await wang.granted('case', { params: { caseId } })
    expect(filingCase.state).toBe('submitted')
    expect(filingCase.timeline.map((entry) => entry.kind)).toEqual([
      'received',
      'passed',
      'photo-received',
      'returned',
      'photo-received',
      'passed',
      'submitted',
    ])
  })

  it('passes a filing without photo duty at once', async () => {
    const caseId = await receiveFiling(server, { seed: `no-photo-${kind}`, filingType: 'cancel-service' })
    await decideCase(server, li, caseId, decision('pass'))
    expect((await wang.granted('case', { params: { caseId } })).state).toBe('passed')
  })

  it('answers each command of a delivery on its own', async () => {
    const good = await file()
    const bad = await file()
    const commands = [
      decideCommand(server, { caseId: bad, token: 1 }, 1, decision('return')),
      decideCommand(server, await hold(li, good), 1, decision('return')),
    ]
    const { outcomes } = await li.granted('commands', { body: { commands } })
    expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['refused', 'applied'])
    expect(server.now() % MINUTE).toBe(0)
  })
})
