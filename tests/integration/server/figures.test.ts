import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decision, receiveFiling } from '../../helpers/serverCases'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { openNoticeDesk, type NoticeDesk } from '../../helpers/serverNotices'
import { HUMAN_LINE, TEST_PACK } from '../../helpers/serverRulePack'
import { addDays, chinaDate } from '../../../shared/calendar/chinaTime'
import type { FiguresReply } from '../../../shared/protocol/figures'

const DAY = 24 * HOUR

describe.each(DATABASE_KINDS)('Figures of the team (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let desk: NoticeDesk

  beforeAll(async () => {
    server = await startTestServer(kind)
    desk = await openNoticeDesk(server, 'figures')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  const figures = (): Promise<FiguresReply> => desk.wang().granted('figures', { query: { period: '7-days' } })
  const humanLine = async () => (await figures()).rules.find(({ ruleId }) => ruleId === HUMAN_LINE)

  it('are empty of a team that has done nothing, and name everybody who may draw', async () => {
    const today = chinaDate(server.now())
    const empty = await figures()
    expect(empty).toMatchObject({ from: addDays(today, -6), to: today, backlog: [], days: [], rules: [] })
    expect(empty.load.map(({ displayName }) => displayName)).toEqual(expect.arrayContaining(['李娜', '王磊']))
    expect(empty.load.every(({ role }) => role !== 'auditor')).toBe(true)
  })

  it('count the backlog by division, age and deadline', async () => {
    await receiveFiling(server, desk.nextOptions({ province: '330000' }))
    await receiveFiling(server, desk.nextOptions({ province: '440000' }))
    const { backlog } = await figures()
    expect(backlog.map(({ province, age }) => [province, age])).toEqual([
      ['330000', 0],
      ['440000', 0],
    ])
    expect(backlog.map(({ overdue, today, later }) => overdue + today + later)).toEqual([1, 1])
    server.advance(9 * DAY)
    await desk.renew()
    expect((await figures()).backlog).toEqual([
      { province: '330000', age: 5, overdue: 1, today: 0, later: 0 },
      { province: '440000', age: 5, overdue: 1, today: 0, later: 0 },
    ])
  })

  it('count what was decided, by whom, and what of it before the deadline that held', async () => {
    const early = await receiveFiling(server, desk.nextOptions({ filingType: 'change' }))
    await decideCase(server, desk.li(), early, decision('pass'))
    const late = await receiveFiling(server, desk.nextOptions({ filingType: 'change' }))
    server.advance(9 * DAY)
    await desk.renew()
    await decideCase(server, desk.li(), late, decision('return'))
    const held = await receiveFiling(server, desk.nextOptions())
    await desk.li().granted('hold', { body: { caseId: held } })
    const { days, load } = await figures()
    // The first of the two lies nine days back.
    expect(days).toEqual([{ day: chinaDate(server.now()), passed: 0, returned: 1, timed: 1, inTime: 0 }])
    expect(load.find(({ displayName }) => displayName === '李娜')).toMatchObject({
      held: 1,
      decidedToday: 1,
      decidedIn7Days: 1,
    })
    const month = await desk.wang().granted('figures', { query: { period: '30-days' } })
    expect(month.days).toHaveLength(2)
    expect(month.days[0]).toMatchObject({ passed: 1, returned: 0, timed: 1, inTime: 1 })
  })

  it('count which rules lead to returns', async () => {
    const before = await humanLine()
    const caseId = await receiveFiling(server, desk.nextOptions({ filingType: 'change' }))
    const failed = [{ lineId: HUMAN_LINE, verdict: 'not-ok' as const, machine: null }]
    await decideCase(server, desk.li(), caseId, decision('return', { lines: failed }))
    const after = await humanLine()
    expect(after?.decided).toBe((before?.decided ?? 0) + 1)
    expect(after?.returned).toBe((before?.returned ?? 0) + 1)
  })

  it('tie the answer of the administration to the rules of the pass that it contradicts', async () => {
    const rejectedFor = async (code: string) => {
      const { caseId } = await desk.submitted('remove-provider')
      await desk.enter(desk.wang(), caseId, { kind: 'administration-review-begun' })
      const reasons = [{ code, field: 'application', problem: '网站名称不规范', advice: '请修改网站名称' }]
      const outcome = await desk.enter(desk.wang(), caseId, { kind: 'rejected', reasons })
      expect(outcome).toMatchObject({ outcome: 'applied' })
    }
    const before = await humanLine()
    await rejectedFor(HUMAN_LINE)
    await rejectedFor('no-such-reason')
    const { caseId } = await desk.submitted('remove-provider')
    await desk.enter(desk.wang(), caseId, { kind: 'administration-review-begun' })
    expect(await desk.enter(desk.wang(), caseId, { kind: 'approved', numbers: null })).toMatchObject({
      outcome: 'applied',
    })
    const after = await humanLine()
    expect(after?.answered).toBe((before?.answered ?? 0) + 3)
    expect(after?.escaped).toBe((before?.escaped ?? 0) + 1)
    const { uncovered, latestPack } = await figures()
    expect(latestPack).toBe(TEST_PACK)
    expect(
      uncovered.map(({ reason, province, filingType }) => [
        reason.code,
        reason.problem,
        province,
        filingType,
      ]),
    ).toEqual([['no-such-reason', '网站名称不规范', '330000', 'remove-provider']])
  })

  it('are for supervisors', async () => {
    const query = { period: '7-days' }
    expect(await desk.li().refused('figures', { query })).toEqual({ status: 403, code: 'forbidden' })
  })
})
