import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decideCommand, decision, deliver, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  INTAKE_TOKEN,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { CONFIRMATIONS_PATH } from '../../../shared/protocol/otherRoutes'
import type { Decision } from '../../../shared/review/decision'

const REASON = { field: 'application.entity.name', problem: '主体名称与证件不一致', advice: '请按证件填写' }
const MESSAGE = {
  texts: '2026-11-22',
  sms: '【备案初审】有1处需修改：主体名称与证件不一致。',
  email: { subject: '需修改', body: '1. 主体 名称\n问题：主体名称与证件不一致\n修改：请按证件填写' },
}

describe('What an applicant is told of a return', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let li: TestClient
  let wang: TestClient

  beforeAll(async () => {
    server = await startTestServer('embedded')
    li = await server.signIn('li.na')
    wang = await server.signIn('wang.lei')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  /** What the server answers to a return of a new filing. */
  async function outcomeOf(seed: string, changes: Partial<Decision>) {
    const caseId = await receiveFiling(server, { seed, nature: 'enterprise' })
    const { hold } = await li.granted('hold', { body: { caseId } })
    const { version } = await li.granted('case', { params: { caseId } })
    return deliver(li, decideCommand(server, hold, version, decision('return', changes)))
  }

  async function confirm(body: object, key = INTAKE_TOKEN): Promise<{ status: number; body: unknown }> {
    const response = await fetch(new URL(CONFIRMATIONS_PATH, server.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }

  it('is kept with the case, with the version of its words', async () => {
    const caseId = await receiveFiling(server, { seed: 'kept', nature: 'enterprise' })
    await decideCase(server, li, caseId, decision('return', { message: MESSAGE }))
    const { decisions } = await wang.granted('case', { params: { caseId } })
    expect(decisions[0]?.decision.message).toEqual(MESSAGE)
  })

  it('leaves no reason out', async () => {
    const email = { ...MESSAGE.email, body: '请修改' }
    expect(await outcomeOf('left-out', { message: { ...MESSAGE, email } })).toMatchObject({
      outcome: 'refused',
      code: 'gate',
      message: 'message-incomplete',
    })
  })

  it('holds no words of an internal note, in the message or in a reason', async () => {
    const internalNote = '怀疑是代办公司提交'
    const reasons = [{ ...REASON, advice: '请说明：怀疑是代办公司提交' }]
    expect(await outcomeOf('leak', { reasons, internalNote })).toMatchObject({ message: 'message-leaks' })
    const message = { ...MESSAGE, sms: internalNote }
    expect(await outcomeOf('leak-sms', { message, internalNote })).toMatchObject({ message: 'message-leaks' })
  })

  it('names no order of somebody else', async () => {
    const other = await receiveFiling(server, { seed: 'other', nature: 'enterprise' })
    const { orderNumber } = await wang.granted('case', { params: { caseId: other } })
    const reasons = [{ ...REASON, problem: `图片与 ${orderNumber} 相同` }]
    expect(await outcomeOf('names', { reasons })).toMatchObject({ code: 'gate', message: 'other-order' })
    const unknown = [{ ...REASON, problem: '图片与 BA-00000000-9999 相同' }]
    expect(await outcomeOf('unknown', { reasons: unknown })).toMatchObject({ outcome: 'applied' })
  })

  it('is reported back by the filing system: the case says so, once, and the last report counts', async () => {
    const caseId = await receiveFiling(server, { seed: 'confirmed', nature: 'enterprise' })
    const { caseVersion } = await decideCase(server, li, caseId, decision('return', { message: MESSAGE }))
    const { orderNumber, deliveries } = await wang.granted('case', { params: { caseId } })
    expect(deliveries).toEqual([{ round: 1, caseVersion, deliveredAt: null }])
    const failed = { channel: 'sms', state: 'failed', at: '2026-11-22T09:00:00+08:00' }
    const told = { channel: 'email', state: 'told', at: '2026-11-22T09:00:05+08:00' }
    const report = { orderNumber, caseVersion, channels: [failed] }
    expect(await confirm(report)).toEqual({ status: 200, body: { duplicate: false } })
    expect(await confirm(report)).toEqual({ status: 200, body: { duplicate: true } })
    await confirm({ ...report, channels: [failed, told] })
    const after = await wang.granted('case', { params: { caseId } })
    expect(after.deliveries).toEqual([{ round: 1, caseVersion, deliveredAt: null, channels: [failed, told] }])
    const { rows } = await wang.granted('feed', { query: { after: 0 } })
    expect(rows.at(-1)?.id).toBe(caseId)
  })

  it('is reported by the holder of the intake key alone, of a decision that was sent', async () => {
    const report = {
      orderNumber: 'BA-00000000-9999',
      caseVersion: 2,
      channels: [{ channel: 'sms', state: 'told', at: '2026-11-22T09:00:00+08:00' }],
    }
    expect(await confirm(report, 'another-key')).toMatchObject({ status: 401 })
    expect(await confirm(report)).toMatchObject({ status: 404 })
    expect(await confirm({ ...report, channels: [] })).toMatchObject({ status: 400 })
  })
})
