import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  decideCase,
  decideCommand,
  decision,
  deliver,
  receive,
  receiveFiling,
} from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  MINUTE,
  readJson,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { makeBundle, makeNotice, makeSupplement, zipBundle, type SpecimenOptions } from '../../specimens'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import { NOTICE_KINDS, type Notice, type NoticeKind } from '../../../shared/domain/notice'
import { CASE_ACTORS, nextState, type CaseActor } from '../../../shared/filing/caseStates'
import { NOTICE_ACTIONS } from '../../../shared/filing/noticeAction'
import type { IntakeReply } from '../../../shared/protocol/api'
import { currentRound, type Case } from '../../../shared/protocol/case'
import { filingFacts } from '../../../shared/protocol/filingFacts'
import type { CommandOutcome } from '../../../shared/protocol/commands'

const ENTITY_NUMBER = '浙ICP备12345678号'
const REJECTED: Notice = {
  kind: 'rejected',
  reasons: [{ field: '网站名称', problem: '名称与内容不符', advice: '请改名后重新提交' }],
}

describe.each(DATABASE_KINDS)('After the provider review (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let wang: TestClient
  let dropFolder: string
  let seed = 0

  beforeAll(async () => {
    server = await startTestServer(kind)
    dropFolder = path.join(server.place.folder, 'drop')
    await server.restart({ dropFolder })
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    wang = await server.signIn('wang.lei')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  function nextOptions(part: SpecimenOptions = {}): SpecimenOptions {
    seed += 1
    return {
      seed: `after-${kind}-${seed}`,
      filingType: 'first-filing',
      nature: 'enterprise',
      province: '330000',
      pictures: 'tiny',
      submittedAt: chinaIso(server.now() - 5 * MINUTE),
      ...part,
    }
  }

  /** The options of the filing that was sent last, for its next round. */
  function lastOptions(): SpecimenOptions {
    return { ...nextOptions(), seed: `after-${kind}-${seed - 1}`, filingType: 'change' }
  }

  const read = (caseId: string): Promise<Case> => wang.granted('case', { params: { caseId } })

  async function enter(client: TestClient, caseId: string, notice: Notice): Promise<CommandOutcome> {
    const { version } = await read(caseId)
    return deliver(client, {
      id: v7(),
      kind: 'record-notice',
      caseId,
      expectedVersion: version,
      recordedAt: new Date(server.now()).toISOString(),
      notice,
    })
  }

  async function report(caseId: string, notice: Notice, at = server.now()): Promise<IntakeReply> {
    const { orderNumber } = await read(caseId)
    return (await server.send(zipBundle(makeNotice(orderNumber, notice, chinaIso(at))))).reply
  }

  async function submit(caseId: string): Promise<void> {
    const { version } = await read(caseId)
    const outcome = await deliver(wang, {
      id: v7(),
      kind: 'record-submission',
      caseId,
      expectedVersion: version,
      recordedAt: new Date(server.now()).toISOString(),
      packageSha256: 'ab'.repeat(32),
      fileName: 'package.zip',
    })
    expect(outcome).toMatchObject({ outcome: 'applied' })
  }

  /** A filing that needs no photo, passed and handed over. */
  async function submitted(filingType: 'change' | 'remove-provider' = 'change'): Promise<string> {
    const caseId = await receiveFiling(server, nextOptions({ filingType }))
    await decideCase(server, li, caseId, decision('pass'))
    await submit(caseId)
    return caseId
  }

  async function numbersOf(caseId: string): Promise<Extract<Notice, { kind: 'approved' }>> {
    const filingCase = await read(caseId)
    const { application } = currentRound(filingCase)
    const services = 'services' in application ? application.services : []
    const numbers = services.map(({ id, kind: of }, index) => ({
      serviceId: id,
      number: `${ENTITY_NUMBER}-${index + 1}${of === 'app' ? 'A' : ''}`,
    }))
    return { kind: 'approved', numbers: { entity: ENTITY_NUMBER, services: numbers } }
  }

  it('follows a filing from the backdrop to its number, entered by a supervisor', async () => {
    const options = nextOptions()
    const caseId = await receiveFiling(server, options)
    await decideCase(server, li, caseId, decision('pass'))
    const sent: Notice = { kind: 'backdrop-sent', trackingNote: '顺丰 SF0000000000' }
    expect(await enter(li, caseId, sent)).toMatchObject({ outcome: 'refused', code: 'forbidden' })
    expect(await enter(wang, caseId, sent)).toMatchObject({ outcome: 'applied', caseVersion: 3 })
    expect(await read(caseId)).toMatchObject({
      state: 'awaiting-photo',
      notices: [{ notice: sent, by: '王磊' }],
    })
    await receive(server, await makeSupplement(options))
    await decideCase(server, zhang, caseId, decision('pass'))
    await submit(caseId)
    expect(await read(caseId)).toMatchObject({
      state: 'submitted',
      sms: { hours: 24, onFailure: 'return', dueAt: null },
    })
    expect(await enter(wang, caseId, { kind: 'administration-review-begun' })).toMatchObject({
      code: 'illegal-move',
    })
    await enter(wang, caseId, { kind: 'sms-sent' })
    const dueAt = new Date(server.now() + 24 * HOUR).toISOString()
    expect((await read(caseId)).sms?.dueAt).toBe(dueAt)
    const { rows } = await li.granted('feed', { query: { after: 0 } })
    expect(rows.find(({ id }) => id === caseId)).toMatchObject({ state: 'sms-verification', sms: { dueAt } })
    await enter(wang, caseId, { kind: 'sms-verified' })
    const approved = await numbersOf(caseId)
    expect(await enter(wang, caseId, { kind: 'approved', numbers: null })).toMatchObject({
      code: 'numbers-invalid',
    })
    const elsewhere = { entity: '沪ICP备12345678号', services: [] }
    expect(await enter(wang, caseId, { kind: 'approved', numbers: elsewhere })).toMatchObject({
      code: 'numbers-invalid',
      message: expect.stringContaining('entity: other-province'),
    })
    expect(await enter(wang, caseId, approved)).toMatchObject({ outcome: 'applied' })
    const done = await read(caseId)
    expect(done.state).toBe('approved')
    expect(done.notices?.at(-1)?.notice).toEqual(approved)
    expect(done.timeline.map((entry) => entry.kind).filter((own) => own !== 'delivered')).toEqual([
      'received',
      'passed',
      'backdrop-sent',
      'photo-received',
      'passed',
      'submitted',
      'sms-sent',
      'sms-verified',
      'approved',
    ])
    await server.housekeeping()
    const last = `${done.orderNumber}-v${done.version}.json`
    expect(await readdir(dropFolder)).toContain(last)
    expect(await readJson(path.join(dropFolder, last))).toMatchObject({ state: 'approved', notice: approved })
  })

  it('takes the same from the filing system, by its own times, and each report once', async () => {
    const caseId = await submitted()
    const sentAt = server.now() - 20 * MINUTE
    expect(await report(caseId, { kind: 'sms-sent' }, sentAt)).toMatchObject({ duplicate: false, round: 1 })
    expect(await report(caseId, { kind: 'sms-sent' }, sentAt)).toMatchObject({ duplicate: true })
    const after = await read(caseId)
    expect(after.sms?.dueAt).toBe(new Date(sentAt + 24 * HOUR).toISOString())
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'sms-sent', actor: null })
    expect(await report(caseId, { kind: 'sms-failed', cause: 'time-run-out' })).toMatchObject({
      problems: [{ code: 'notice-not-expected' }],
    })
    expect((await read(caseId)).version).toBe(after.version)
    expect(await report(caseId, { kind: 'sms-verified' })).toMatchObject({ outcome: 'accepted' })
    expect(await report(caseId, { kind: 'approved', numbers: null })).toMatchObject({
      problems: [{ code: 'field-invalid', path: 'notice.numbers' }],
    })
    expect(await report(caseId, await numbersOf(caseId))).toMatchObject({ outcome: 'accepted' })
    expect((await read(caseId)).state).toBe('approved')
    const unknown = makeNotice('BA-UNKNOWN-1', { kind: 'withdrawn' }, chinaIso(server.now()))
    expect((await server.send(zipBundle(unknown))).reply).toMatchObject({
      problems: [{ code: 'order-unknown' }],
    })
  })

  it('returns a filing whose SMS time has run out, and hands the next round over anew', async () => {
    const caseId = await submitted()
    const options = { ...lastOptions(), round: 2 }
    await enter(wang, caseId, { kind: 'sms-sent' })
    const early: Notice = { kind: 'sms-failed', cause: 'time-run-out' }
    expect(await enter(wang, caseId, early)).toMatchObject({ outcome: 'refused', code: 'too-early' })
    server.advance(24 * HOUR)
    wang = await server.signIn('wang.lei')
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    expect(await enter(wang, caseId, early)).toMatchObject({ outcome: 'applied' })
    expect((await read(caseId)).state).toBe('returned')
    await receive(server, await makeBundle({ ...options, submittedAt: chinaIso(server.now()) }))
    expect(await read(caseId)).toMatchObject({ state: 'pending-review', sms: null })
    await decideCase(server, li, caseId, decision('pass'))
    await submit(caseId)
    expect((await read(caseId)).sms).toEqual({ hours: 24, onFailure: 'return', dueAt: null })
  })

  it('asks for no SMS and gives no number when a provider is removed', async () => {
    const caseId = await submitted('remove-provider')
    expect((await read(caseId)).sms).toBeNull()
    expect(await enter(wang, caseId, { kind: 'sms-sent' })).toMatchObject({ code: 'illegal-move' })
    await enter(wang, caseId, { kind: 'administration-review-begun' })
    expect(await enter(wang, caseId, { kind: 'approved', numbers: null })).toMatchObject({
      outcome: 'applied',
    })
  })

  it('takes a rejected filing again as its next round', async () => {
    const caseId = await submitted()
    const options = { ...lastOptions(), round: 2 }
    await report(caseId, { kind: 'sms-sent' })
    await report(caseId, { kind: 'sms-verified' })
    expect(await report(caseId, REJECTED)).toMatchObject({ outcome: 'accepted' })
    expect(await read(caseId)).toMatchObject({ state: 'rejected' })
    expect((await read(caseId)).notices?.at(-1)?.notice).toEqual(REJECTED)
    await receive(server, await makeBundle({ ...options, submittedAt: chinaIso(server.now()) }))
    expect(await read(caseId)).toMatchObject({ state: 'pending-review', rounds: [{}, { round: 2 }] })
  })

  it('lets the applicant withdraw under a reviewer’s hands, and closes the case for good', async () => {
    const caseId = await receiveFiling(server, nextOptions())
    const { hold } = await li.granted('hold', { body: { caseId } })
    expect(await enter(wang, caseId, { kind: 'withdrawn' })).toMatchObject({ code: 'forbidden' })
    expect(await report(caseId, { kind: 'withdrawn' })).toMatchObject({ outcome: 'accepted' })
    expect(await deliver(li, decideCommand(server, hold, 1, decision('pass')))).toMatchObject({
      code: 'stale-version',
    })
    expect(await li.refused('hold', { body: { caseId } })).toMatchObject({ code: 'conflict' })
    const { rows } = await li.granted('feed', { query: { after: 0 } })
    expect(rows.find(({ id }) => id === caseId)).toMatchObject({ state: 'withdrawn', holder: null })
    expect(await report(caseId, { kind: 'withdrawn' }, server.now() - MINUTE)).toMatchObject({
      problems: [{ code: 'notice-not-expected' }],
    })
    expect((await read(caseId)).timeline.at(-1)).toMatchObject({ kind: 'withdrawn', actor: null })
  })

  it('gives a case that was escalated to a second person, who is not told to be the first', async () => {
    const options = nextOptions()
    const caseId = await receiveFiling(server, options)
    await decideCase(server, li, caseId, decision('escalate'))
    await decideCase(server, wang, caseId, decision('return'))
    await receive(server, await makeBundle({ ...options, round: 2, submittedAt: chinaIso(server.now()) }))
    const first = await decideCase(server, zhang, caseId, decision('pass'))
    expect(await read(caseId)).toMatchObject({ state: 'second-review', timeline: expect.any(Array) })
    expect((await read(caseId)).timeline.at(-1)).toMatchObject({ kind: 'second-review', actor: '张伟' })
    await server.housekeeping()
    const { orderNumber } = await read(caseId)
    expect(await readdir(dropFolder)).not.toContain(`${orderNumber}-v${first.caseVersion}.json`)
    expect(await zhang.refused('hold', { body: { caseId } })).toEqual({ status: 409, code: 'self-approval' })
    const { drawn } = await wang.granted('drawNext', { body: {} })
    expect(drawn).toMatchObject({ reason: 'second-review', hold: { caseId } })
    const blind = decision('pass', { lines: [] })
    const { hold } = await wang.granted('hold', { body: { caseId } })
    const { version } = await read(caseId)
    expect(await deliver(wang, decideCommand(server, hold, version, blind))).toMatchObject({ code: 'gate' })
    const agreed = await decideCase(server, wang, caseId, decision('pass'))
    expect((await read(caseId)).state).toBe('awaiting-backdrop')
    await server.housekeeping()
    expect(await readdir(dropFolder)).toContain(`${orderNumber}-v${agreed.caseVersion}.json`)
  })

  it('refuses every notice that the table does not know, whoever gives it, and changes nothing', async () => {
    const returned = await receiveFiling(server, nextOptions())
    await decideCase(server, li, returned, decision('return'))
    const backdrop = await receiveFiling(server, nextOptions())
    await decideCase(server, li, backdrop, decision('pass'))
    const verifying = await submitted()
    await enter(wang, verifying, { kind: 'sms-sent' })
    const reviewing = await submitted('remove-provider')
    await enter(wang, reviewing, { kind: 'administration-review-begun' })
    const cases = [
      await receiveFiling(server, nextOptions()),
      returned,
      backdrop,
      await submitted(),
      verifying,
      reviewing,
    ]
    const surprises: string[] = []
    for (const caseId of cases) {
      const before = await read(caseId)
      for (const notice of NOTICE_KINDS.map(noticeOf)) {
        for (const actor of CASE_ACTORS) {
          const facts = filingFacts(before, null)
          if (nextState(before.state, NOTICE_ACTIONS[notice.kind], actor, facts) !== null) {
            continue
          }
          const code = await refusalOf(caseId, notice, actor)
          if (!['illegal-move', 'forbidden', 'notice-not-expected'].includes(code)) {
            surprises.push(`${before.state} ${notice.kind} ${actor}: ${code}`)
          }
        }
      }
      expect(await read(caseId)).toEqual(before)
    }
    expect(surprises).toEqual([])
  })

  async function refusalOf(caseId: string, notice: Notice, actor: CaseActor): Promise<string> {
    if (actor === 'intake') {
      const reply = await report(caseId, notice)
      return reply.outcome === 'refused' ? (reply.problems[0]?.code ?? '') : reply.outcome
    }
    const outcome = await enter(actor === 'supervisor' ? wang : li, caseId, notice)
    return outcome.outcome === 'refused' ? outcome.code : outcome.outcome
  }
})

function noticeOf(kind: NoticeKind): Notice {
  switch (kind) {
    case 'backdrop-sent':
      return { kind, trackingNote: 'SF0000000000' }
    case 'sms-failed':
      return { kind, cause: 'wrong-codes' }
    case 'approved':
      return { kind, numbers: { entity: ENTITY_NUMBER, services: [] } }
    case 'rejected':
      return REJECTED
    default:
      return { kind }
  }
}
