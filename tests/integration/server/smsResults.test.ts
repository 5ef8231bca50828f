import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNoticeDesk, type NoticeDesk } from '../../helpers/serverNotices'
import {
  HOUR,
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import { contactsOf } from '../../../shared/calls/contacts'
import { currentRound } from '../../../shared/protocol/case'
import type { SmsResult } from '../../../shared/protocol/smsResults'

describe('Results of SMS verifications from a list', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let desk: NoticeDesk
  let dropFolder: string

  beforeAll(async () => {
    server = await startTestServer('embedded')
    dropFolder = path.join(server.place.folder, 'drop')
    await server.restart({ dropFolder })
    desk = await openNoticeDesk(server, 'sms-results')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  /** A filing whose people have the ministry's message, an hour old. */
  async function waiting() {
    const { caseId } = await desk.submitted()
    expect(await desk.report(caseId, { kind: 'sms-sent' })).toMatchObject({ outcome: 'accepted' })
    server.advance(HOUR)
    const filingCase = await desk.read(caseId)
    const contacts = contactsOf(currentRound(filingCase).application)
    const mobiles = contacts.filter(({ contact }) => contact.line === 'mobile').map(({ number }) => number)
    const tails = [...new Set(mobiles)].map((number) => number.replace(/\D/gu, '').slice(-8))
    return { caseId, orderNumber: filingCase.orderNumber, tails }
  }

  function line(orderNumber: string, changes: Partial<SmsResult> = {}): SmsResult {
    return { orderNumber, phone: null, state: 'verified', at: chinaIso(server.now() - MINUTE), ...changes }
  }

  async function take(lines: readonly SmsResult[], apply: boolean) {
    return (await desk.wang().granted('smsResults', { body: { lines, apply } })).answers
  }

  it('are tried without changing anything, taken in once, and told to the filing system', async () => {
    const one = await waiting()
    const lines = [line(one.orderNumber), line('BA-NOT-KNOWN'), line(one.orderNumber)]
    expect(await take(lines, false)).toEqual(['applied', 'unknown-order', 'twice'])
    const before = await desk.read(one.caseId)
    expect(before).toMatchObject({ state: 'sms-verification' })
    expect(await take(lines, true)).toEqual(['applied', 'unknown-order', 'twice'])
    const after = await desk.read(one.caseId)
    expect(after).toMatchObject({ state: 'administration-review', version: before.version + 1 })
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'sms-verified', actor: '王磊' })
    expect(await take(lines, true)).toEqual(['twice', 'unknown-order', 'twice'])
    expect((await desk.read(one.caseId)).version).toBe(after.version)
    await server.housekeeping()
    expect(await readdir(dropFolder)).toContain(`${one.orderNumber}-v${String(after.version)}.json`)
  })

  it('count for a filing once everybody who got a message has verified', async () => {
    const { caseId, orderNumber, tails } = await waiting()
    expect(await take([line(orderNumber, { phone: '00000000' })], true)).toEqual(['wrong-phone'])
    const [own = ''] = tails
    const wrong = [line(orderNumber, { phone: own }), line(orderNumber, { phone: '00000000' })]
    const isAlone = tails.length === 1
    expect(await take(wrong, false)).toEqual([isAlone ? 'applied' : 'others-outstanding', 'wrong-phone'])
    const all = tails.map((phone) => line(orderNumber, { phone }))
    expect(await take(all, true)).toEqual(all.map(() => 'applied'))
    expect(await desk.read(caseId)).toMatchObject({ state: 'administration-review' })
  })

  it('end a verification only after its time, and by one failure', async () => {
    const { caseId, orderNumber, tails } = await waiting()
    expect(await take([line(orderNumber, { state: 'lapsed' })], true)).toEqual(['too-early'])
    expect(await take([line(orderNumber, { at: chinaIso(server.now() + HOUR) })], true)).toEqual([
      'too-early',
    ])
    const [phone = null] = tails
    expect(await take([line(orderNumber, { phone, state: 'wrong-codes' })], true)).toEqual(['applied'])
    const { state } = await desk.read(caseId)
    expect(['returned', 'rejected']).toContain(state)
  })

  it('do not settle a verification that began after them, nor one that is not under way', async () => {
    const { orderNumber } = await waiting()
    const old = line(orderNumber, { at: chinaIso(server.now() - 3 * HOUR) })
    expect(await take([old], true)).toEqual(['before-message'])
    const { caseId } = await desk.submitted()
    const fresh = await desk.read(caseId)
    expect(await take([line(fresh.orderNumber)], true)).toEqual(['wrong-state'])
  })

  it('are taken from supervisors alone', async () => {
    const body = { lines: [line('BA-NOT-KNOWN')], apply: true }
    expect(await desk.li().refused('smsResults', { body })).toMatchObject({ status: 403 })
  })
})
