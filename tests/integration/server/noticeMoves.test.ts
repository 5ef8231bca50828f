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
import { START_TIMEOUT, startTestServer, TEST_TIMEOUT, type TestServer } from '../../helpers/serverHarness'
import { makeBundle } from '../../specimens'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import { NOTICE_KINDS, type Notice, type NoticeKind } from '../../../shared/domain/notice'
import { CASE_ACTORS, nextState, type CaseActor } from '../../../shared/filing/caseStates'
import { NOTICE_ACTIONS } from '../../../shared/filing/noticeAction'
import { filingFacts } from '../../../shared/protocol/filingFacts'

import { ENTITY_NUMBER, openNoticeDesk, type NoticeDesk } from '../../helpers/serverNotices'

const REJECTED: Notice = {
  kind: 'rejected',
  reasons: [{ field: '网站名称', problem: '名称与内容不符', advice: '请改名后重新提交' }],
}

describe.each(DATABASE_KINDS)('Moves that are not for everybody (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let desk: NoticeDesk
  let dropFolder: string

  beforeAll(async () => {
    server = await startTestServer(kind)
    dropFolder = path.join(server.place.folder, 'drop')
    await server.restart({ dropFolder })
    desk = await openNoticeDesk(server, `moves-${kind}`)
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  it('gives a case that was escalated to a second person, who is not told to be the first', async () => {
    const options = desk.nextOptions()
    const caseId = await receiveFiling(server, options)
    await decideCase(server, desk.li(), caseId, decision('escalate'))
    await decideCase(server, desk.wang(), caseId, decision('return'))
    await receive(server, await makeBundle({ ...options, round: 2, submittedAt: chinaIso(server.now()) }))
    const first = await decideCase(server, desk.zhang(), caseId, decision('pass'))
    expect(await desk.read(caseId)).toMatchObject({ state: 'second-review' })
    expect((await desk.read(caseId)).timeline.at(-1)).toMatchObject({ kind: 'second-review', actor: '张伟' })
    await server.housekeeping()
    const { orderNumber } = await desk.read(caseId)
    expect(await readdir(dropFolder)).not.toContain(`${orderNumber}-v${first.caseVersion}.json`)
    expect(await desk.zhang().refused('hold', { body: { caseId } })).toEqual({
      status: 409,
      code: 'self-approval',
    })
    const { drawn } = await desk.wang().granted('drawNext', { body: {} })
    expect(drawn).toMatchObject({ reason: 'second-review', hold: { caseId } })
    const blind = decision('pass', { lines: [] })
    const { hold } = await desk.wang().granted('hold', { body: { caseId } })
    const { version } = await desk.read(caseId)
    expect(await deliver(desk.wang(), decideCommand(server, hold, version, blind))).toMatchObject({
      code: 'gate',
    })
    const agreed = await decideCase(server, desk.wang(), caseId, decision('pass'))
    expect((await desk.read(caseId)).state).toBe('awaiting-backdrop')
    await vi.waitFor(async () => {
      await server.housekeeping()
      expect(await readdir(dropFolder)).toContain(`${orderNumber}-v${agreed.caseVersion}.json`)
    }, TEST_TIMEOUT)
  })

  it('refuses every notice that the table does not know, whoever gives it, and changes nothing', async () => {
    const returned = await receiveFiling(server, desk.nextOptions())
    await decideCase(server, desk.li(), returned, decision('return'))
    const backdrop = await receiveFiling(server, desk.nextOptions())
    await decideCase(server, desk.li(), backdrop, decision('pass'))
    const { caseId: verifying } = await desk.submitted()
    await desk.enter(desk.wang(), verifying, { kind: 'sms-sent' })
    const { caseId: reviewing } = await desk.submitted('remove-provider')
    await desk.enter(desk.wang(), reviewing, { kind: 'administration-review-begun' })
    const cases = [
      await receiveFiling(server, desk.nextOptions()),
      returned,
      backdrop,
      (await desk.submitted()).caseId,
      verifying,
      reviewing,
    ]
    const surprises: string[] = []
    for (const caseId of cases) {
      const before = await desk.read(caseId)
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
      expect(await desk.read(caseId)).toEqual(before)
    }
    expect(surprises).toEqual([])
  })

  async function refusalOf(caseId: string, notice: Notice, actor: CaseActor): Promise<string> {
    if (actor === 'intake') {
      const reply = await desk.report(caseId, notice)
      return reply.outcome === 'refused' ? (reply.problems[0]?.code ?? '') : reply.outcome
    }
    const outcome = await desk.enter(actor === 'supervisor' ? desk.wang() : desk.li(), caseId, notice)
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
