import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  decideCase,
  decideCommand,
  decision,
  deliver,
  receive,
  receiveFiling,
} from '../../helpers/serverCases'
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
import { makeBundle, makeNotice, makeSupplement, zipBundle } from '../../specimens'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import { type Notice } from '../../../shared/domain/notice'

import { openNoticeDesk, type NoticeDesk } from '../../helpers/serverNotices'

const REJECTED: Notice = {
  kind: 'rejected',
  reasons: [{ field: '网站名称', problem: '名称与内容不符', advice: '请改名后重新提交' }],
}

describe.each(DATABASE_KINDS)('After the provider review (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let desk: NoticeDesk
  let dropFolder: string

  beforeAll(async () => {
    server = await startTestServer(kind)
    dropFolder = path.join(server.place.folder, 'drop')
    await server.restart({ dropFolder })
    desk = await openNoticeDesk(server, `after-${kind}`)
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  it('follows a filing from the backdrop to its number, entered by a supervisor', async () => {
    const options = desk.nextOptions()
    const caseId = await receiveFiling(server, options)
    await decideCase(server, desk.li(), caseId, decision('pass'))
    const sent: Notice = { kind: 'backdrop-sent', trackingNote: '顺丰 SF0000000000' }
    expect(await desk.enter(desk.li(), caseId, sent)).toMatchObject({ outcome: 'refused', code: 'forbidden' })
    expect(await desk.enter(desk.wang(), caseId, sent)).toMatchObject({ outcome: 'applied', caseVersion: 3 })
    expect(await desk.read(caseId)).toMatchObject({
      state: 'awaiting-photo',
      notices: [{ notice: sent, by: '王磊' }],
    })
    await receive(server, await makeSupplement(options))
    await decideCase(server, desk.zhang(), caseId, decision('pass'))
    await desk.submit(caseId)
    expect(await desk.read(caseId)).toMatchObject({
      state: 'submitted',
      sms: { hours: 24, onFailure: 'return', dueAt: null },
    })
    expect(await desk.enter(desk.wang(), caseId, { kind: 'administration-review-begun' })).toMatchObject({
      code: 'illegal-move',
    })
    await desk.enter(desk.wang(), caseId, { kind: 'sms-sent' })
    const dueAt = new Date(server.now() + 24 * HOUR).toISOString()
    expect((await desk.read(caseId)).sms?.dueAt).toBe(dueAt)
    const { rows } = await desk.li().granted('feed', { query: { after: 0 } })
    expect(rows.find(({ id }) => id === caseId)).toMatchObject({ state: 'sms-verification', sms: { dueAt } })
    await desk.enter(desk.wang(), caseId, { kind: 'sms-verified' })
    const approved = await desk.approvalOf(caseId)
    expect(await desk.enter(desk.wang(), caseId, { kind: 'approved', numbers: null })).toMatchObject({
      code: 'numbers-invalid',
    })
    const elsewhere = { entity: '沪ICP备12345678号', services: [] }
    expect(await desk.enter(desk.wang(), caseId, { kind: 'approved', numbers: elsewhere })).toMatchObject({
      code: 'numbers-invalid',
    })
    expect(await desk.enter(desk.wang(), caseId, approved)).toMatchObject({ outcome: 'applied' })
    const done = await desk.read(caseId)
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
    const last = `${done.orderNumber}-v${done.version}.json`
    // The server may be delivering by itself at this moment; then the next round finds it done.
    await vi.waitFor(async () => {
      await server.housekeeping()
      expect(await readdir(dropFolder)).toContain(last)
    }, TEST_TIMEOUT)
    expect(await readJson(path.join(dropFolder, last))).toMatchObject({ state: 'approved', notice: approved })
  })

  it('takes the same from the filing system, by its own times, and each report once', async () => {
    const { caseId } = await desk.submitted()
    const sentAt = server.now() - 20 * MINUTE
    expect(await desk.report(caseId, { kind: 'sms-sent' }, sentAt)).toMatchObject({
      duplicate: false,
      round: 1,
    })
    expect(await desk.report(caseId, { kind: 'sms-sent' }, sentAt)).toMatchObject({ duplicate: true })
    const after = await desk.read(caseId)
    expect(after.sms?.dueAt).toBe(new Date(sentAt + 24 * HOUR).toISOString())
    // The delivery of an earlier decision may be recorded meanwhile.
    expect(after.timeline).toContainEqual(expect.objectContaining({ kind: 'sms-sent', actor: null }))
    expect(await desk.report(caseId, { kind: 'sms-failed', cause: 'time-run-out' })).toMatchObject({
      problems: [{ code: 'notice-not-expected' }],
    })
    expect((await desk.read(caseId)).version).toBe(after.version)
    expect(await desk.report(caseId, { kind: 'sms-verified' })).toMatchObject({ outcome: 'accepted' })
    expect(await desk.report(caseId, { kind: 'approved', numbers: null })).toMatchObject({
      problems: [{ code: 'field-invalid', path: 'notice.numbers' }],
    })
    expect(await desk.report(caseId, await desk.approvalOf(caseId))).toMatchObject({ outcome: 'accepted' })
    expect((await desk.read(caseId)).state).toBe('approved')
    const unknown = makeNotice('BA-UNKNOWN-1', { kind: 'withdrawn' }, chinaIso(server.now()))
    expect((await server.send(zipBundle(unknown))).reply).toMatchObject({
      problems: [{ code: 'order-unknown' }],
    })
  })

  it('returns a filing whose SMS time has run out, and hands the next round over anew', async () => {
    const { caseId, options } = await desk.submitted()
    await desk.enter(desk.wang(), caseId, { kind: 'sms-sent' })
    const early: Notice = { kind: 'sms-failed', cause: 'time-run-out' }
    expect(await desk.enter(desk.wang(), caseId, early)).toMatchObject({
      outcome: 'refused',
      code: 'too-early',
    })
    server.advance(24 * HOUR)
    await desk.renew()
    expect(await desk.enter(desk.wang(), caseId, early)).toMatchObject({ outcome: 'applied' })
    expect((await desk.read(caseId)).state).toBe('returned')
    await receive(server, await makeBundle({ ...options, round: 2, submittedAt: chinaIso(server.now()) }))
    expect(await desk.read(caseId)).toMatchObject({ state: 'pending-review', sms: null })
    await decideCase(server, desk.li(), caseId, decision('pass'))
    await desk.submit(caseId)
    expect((await desk.read(caseId)).sms).toEqual({ hours: 24, onFailure: 'return', dueAt: null })
  })

  it('asks for no SMS and gives no number when a provider is removed', async () => {
    const { caseId } = await desk.submitted('remove-provider')
    expect((await desk.read(caseId)).sms).toBeNull()
    expect(await desk.enter(desk.wang(), caseId, { kind: 'sms-sent' })).toMatchObject({
      code: 'illegal-move',
    })
    await desk.enter(desk.wang(), caseId, { kind: 'administration-review-begun' })
    expect(await desk.enter(desk.wang(), caseId, { kind: 'approved', numbers: null })).toMatchObject({
      outcome: 'applied',
    })
  })

  it('takes a rejected filing again as its next round', async () => {
    const { caseId, options } = await desk.submitted()
    await desk.report(caseId, { kind: 'sms-sent' })
    await desk.report(caseId, { kind: 'sms-verified' })
    expect(await desk.report(caseId, REJECTED)).toMatchObject({ outcome: 'accepted' })
    expect(await desk.read(caseId)).toMatchObject({ state: 'rejected' })
    expect((await desk.read(caseId)).notices?.at(-1)?.notice).toEqual(REJECTED)
    await receive(server, await makeBundle({ ...options, round: 2, submittedAt: chinaIso(server.now()) }))
    expect(await desk.read(caseId)).toMatchObject({ state: 'pending-review', rounds: [{}, { round: 2 }] })
  })

  it('lets the applicant withdraw under a reviewer’s hands, and closes the case for good', async () => {
    const caseId = await receiveFiling(server, desk.nextOptions())
    const { hold } = await desk.li().granted('hold', { body: { caseId } })
    expect(await desk.enter(desk.wang(), caseId, { kind: 'withdrawn' })).toMatchObject({ code: 'forbidden' })
    expect(await desk.report(caseId, { kind: 'withdrawn' })).toMatchObject({ outcome: 'accepted' })
    expect(await deliver(desk.li(), decideCommand(server, hold, 1, decision('pass')))).toMatchObject({
      code: 'stale-version',
    })
    expect(await desk.li().refused('hold', { body: { caseId } })).toMatchObject({ code: 'conflict' })
    const { rows } = await desk.li().granted('feed', { query: { after: 0 } })
    expect(rows.find(({ id }) => id === caseId)).toMatchObject({ state: 'withdrawn', holder: null })
    expect(await desk.report(caseId, { kind: 'withdrawn' }, server.now() - MINUTE)).toMatchObject({
      problems: [{ code: 'notice-not-expected' }],
    })
    expect((await desk.read(caseId)).timeline.at(-1)).toMatchObject({ kind: 'withdrawn', actor: null })
  })
})
