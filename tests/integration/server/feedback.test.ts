import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  HOUR,
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { ENTITY_NUMBER, openNoticeDesk, type NoticeDesk } from '../../helpers/serverNotices'
import { HUMAN_LINE } from '../../helpers/serverRulePack'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import type { Feedback } from '../../../shared/protocol/feedback'

describe('Answers of the administration from a list', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let desk: NoticeDesk

  beforeAll(async () => {
    server = await startTestServer('embedded')
    desk = await openNoticeDesk(server, 'feedback')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  /** A filing whose people have verified: only the answer is missing. */
  async function verified() {
    const { caseId } = await desk.submitted()
    await desk.enter(desk.wang(), caseId, { kind: 'sms-sent' })
    await desk.enter(desk.wang(), caseId, { kind: 'sms-verified' })
    const { orderNumber } = await desk.read(caseId)
    return { caseId, orderNumber }
  }

  const at = () => chinaIso(server.now() - MINUTE)

  function rejected(orderNumber: string, changes: Partial<Feedback> = {}): Feedback {
    const reasons = [{ code: HUMAN_LINE, field: 'application', problem: '名称不规范', advice: '请修改' }]
    return { line: 2, orderNumber, at: at(), result: 'rejected', reasons, ...changes } as Feedback
  }

  async function approved(caseId: string, orderNumber: string, entity = ENTITY_NUMBER): Promise<Feedback> {
    const { numbers } = await desk.approvalOf(caseId)
    const services = (numbers?.services ?? []).map(({ serviceId, number }) => ({
      serviceId,
      number: number.replace(ENTITY_NUMBER, entity),
    }))
    return { line: 2, orderNumber, at: at(), result: 'approved', entity, services }
  }

  async function take(filings: readonly Feedback[], apply: boolean) {
    const { answers } = await desk.wang().granted('feedback', { body: { filings, apply } })
    return answers.map(({ answer }) => answer)
  }

  it('are tried without changing anything, and taken in once', async () => {
    const one = await verified()
    const two = await verified()
    const list = [
      await approved(one.caseId, one.orderNumber),
      rejected(two.orderNumber, { line: 3 }),
      rejected('BA-NOT-KNOWN'),
    ]
    const expected = ['applied', 'applied', 'unknown-order']
    expect(await take(list, false)).toEqual(expected)
    expect(await desk.read(one.caseId)).toMatchObject({ state: 'administration-review' })
    expect(await take(list, true)).toEqual(expected)
    const approvedCase = await desk.read(one.caseId)
    expect(approvedCase).toMatchObject({ state: 'approved' })
    expect(approvedCase.notices?.at(-1)?.notice).toMatchObject({ numbers: { entity: ENTITY_NUMBER } })
    expect(await desk.read(two.caseId)).toMatchObject({ state: 'rejected' })
    expect(await take(list, true)).toEqual(['twice', 'twice', 'unknown-order'])
    expect((await desk.read(one.caseId)).version).toBe(approvedCase.version)
    const { rules } = await desk.wang().granted('figures', { query: { period: '7-days' } })
    expect(rules.find(({ ruleId }) => ruleId === HUMAN_LINE)).toMatchObject({ answered: 2, escaped: 1 })
  })

  it('are refused with numbers of another division, and say what is wrong with which', async () => {
    const { caseId, orderNumber } = await verified()
    const filings = [await approved(caseId, orderNumber, '粤ICP备12345678号')]
    const { answers } = await desk.wang().granted('feedback', { body: { filings, apply: true } })
    expect(answers).toEqual([
      { answer: 'numbers-invalid', numbers: [{ code: 'other-province', of: 'entity' }] },
    ])
    expect(await desk.read(caseId)).toMatchObject({ state: 'administration-review' })
  })

  it('need no service named where there is one alone', async () => {
    const { caseId, orderNumber } = await verified()
    const filing = await approved(caseId, orderNumber)
    const services = filing.result === 'approved' ? filing.services : []
    expect(services).toHaveLength(1)
    const unnamed = services.map(({ number }) => ({ serviceId: null, number }))
    expect(await take([{ ...filing, services: unnamed } as Feedback], true)).toEqual(['applied'])
  })

  it('begin the review that they answer, where no message stands between, or change nothing', async () => {
    const { caseId } = await desk.submitted('remove-provider')
    const { orderNumber, version } = await desk.read(caseId)
    const numbered = { line: 2, orderNumber, at: at(), result: 'approved' as const, services: [] }
    expect(await take([{ ...numbered, entity: ENTITY_NUMBER }], true)).toEqual(['numbers-invalid'])
    expect(await desk.read(caseId)).toMatchObject({ state: 'submitted', version })
    expect(await take([{ ...numbered, entity: null }], true)).toEqual(['applied'])
    const { state, timeline } = await desk.read(caseId)
    expect(state).toBe('approved')
    expect(timeline.slice(-2).map(({ kind }) => kind)).toEqual(['administration-review-begun', 'approved'])
  })

  it('are not taken where they contradict, come too early, or belong to what was before', async () => {
    const { caseId, orderNumber } = await verified()
    const both = [rejected(orderNumber), await approved(caseId, orderNumber)]
    expect(await take(both, true)).toEqual(['contradictory', 'contradictory'])
    expect(await take([rejected(orderNumber), rejected(orderNumber, { line: 3 })], false)).toEqual([
      'applied',
      'twice',
    ])
    const inAnHour = chinaIso(server.now() + HOUR)
    expect(await take([rejected(orderNumber, { at: inAnHour })], true)).toEqual(['too-early'])
    const lastWeek = chinaIso(server.now() - 7 * 24 * HOUR)
    expect(await take([rejected(orderNumber, { at: lastWeek })], true)).toEqual(['before-submission'])
    const { caseId: waiting } = await desk.submitted()
    const early = await desk.read(waiting)
    expect(await take([rejected(early.orderNumber)], true)).toEqual(['wrong-state'])
    expect(await desk.read(caseId)).toMatchObject({ state: 'administration-review' })
  })

  it('are for supervisors', async () => {
    const body = { filings: [rejected('BA2026-0001')], apply: false }
    expect(await desk.li().refused('feedback', { body })).toEqual({ status: 403, code: 'forbidden' })
  })
})
