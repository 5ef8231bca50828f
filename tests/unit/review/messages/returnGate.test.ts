import { describe, expect, it } from 'vitest'
import { makeApplication, makePerson } from '../../../integration/data/sampleData'
import { ordersNamed, returnLeaks, returnProblems } from '../../../../shared/review/messages/returnGate'
import type { Application } from '../../../../shared/domain/filing'
import type { ReturnReason } from '../../../../shared/review/decision'

const REASON: ReturnReason = {
  field: 'application.entity.name',
  problem: '名称不一致。',
  advice: '请按证件填写',
}
const MESSAGE = {
  texts: '2026-11-22',
  sms: '订单需修改：名称不一致',
  email: { subject: '需修改', body: '1. 主体 名称\n问题：名称不一致\n修改：请按证件填写' },
}

function application(): Application {
  const made = makeApplication()
  if (made.filingType !== 'first-filing') {
    throw new Error('Another sample was expected')
  }
  const { entity, services } = made
  return {
    filingType: 'new-service-filed-here',
    existing: {
      entityIcpNumber: '京ICP备12345678号',
      filingPassword: 'pass-word',
      recordOnFile: {
        readOn: '2026-11-01',
        entity: { name: entity.name, certificateNumber: 'OLD-998877', principal: { name: '钱守信' } },
        services: [],
      },
    },
    entity: { ...entity, principal: makePerson({ name: '李晓燕', mobile: '13900139000' }) },
    services,
  }
}

const FILING = {
  orderNumber: 'BA-20261122-0001',
  application: application(),
  callNotes: ['申请人说周五补交执照'],
}

function told(changes: Partial<ReturnReason> = {}, rest: object = {}) {
  return {
    verdict: 'return' as const,
    reasons: [{ ...REASON, ...changes }],
    answers: [{ lineId: 'name', verdict: 'not-ok' as const, note: '执照像是翻拍的复印件' }],
    internalNote: '怀疑是代办公司，先不要通过',
    pins: [{ number: 1, documentId: 'licence', x: 0.5, y: 0.5, note: '公章边缘有修图痕迹' }],
    ...rest,
  }
}

describe('What keeps a return from being told', () => {
  it('is nothing for reasons that say field, problem and advice', () => {
    expect(returnProblems(FILING, told({}, { message: MESSAGE }))).toEqual([])
  })

  it('is a message that leaves out a reason or its advice', () => {
    const email = { ...MESSAGE.email, body: '问题：名称不一致' }
    expect(returnProblems(FILING, told({}, { message: { ...MESSAGE, email } }))).toEqual([
      { code: 'message-incomplete', lineIds: [] },
    ])
  })

  it('is a message beside a verdict that tells the applicant nothing', () => {
    expect(returnProblems(FILING, told({}, { verdict: 'pass', message: MESSAGE }))).toHaveLength(1)
  })

  it.each([
    ['internal-note', '请注意：怀疑是代办公司'],
    ['internal-note', '执照像是翻拍的复印件'],
    ['internal-note', '公章边缘有修图痕迹，请重交'],
    ['internal-note', '您说周五：申请人说周五补交执照'],
    ['phone-number', '手机 139 0013 9000 打不通'],
    ['filing-password', '密码 pass-word 不对'],
    ['certificate-number', '原证件 OLD-998877'],
    ['other-person', '备案系统里的负责人是钱守信'],
  ] as const)('is %s in a reason: %s', (leak, problem) => {
    expect(returnLeaks(FILING, told({ problem }))).toContain(leak)
    expect(returnProblems(FILING, told({ problem }))).toEqual([{ code: 'message-leaks', lineIds: [] }])
  })

  it('is no note of a pin that the person made a reason of, and a part of it is one', () => {
    expect(returnProblems(FILING, told({ problem: '公章边缘有修图痕迹' }))).toEqual([])
    expect(returnLeaks(FILING, told({ problem: '我们看到公章边缘有修图痕迹' }))).not.toEqual([])
  })

  it('is the same in the message alone', () => {
    const message = { ...MESSAGE, sms: '请联系 13900139000' }
    expect(returnProblems(FILING, told({}, { message }))).toEqual([{ code: 'message-leaks', lineIds: [] }])
  })

  it('is no name that the applicant wrote into the form', () => {
    expect(returnLeaks(FILING, told({ problem: '主体负责人应为李晓燕' }))).toEqual([])
  })
})

describe('Numbers of orders in a return', () => {
  it('are found but for its own', () => {
    expect(ordersNamed(FILING, told({ problem: '与 BA-20261101-0042 相同，见 ba-20261122-0001' }))).toEqual([
      'BA-20261101-0042',
    ])
    expect(ordersNamed(FILING, told({ advice: '请用 JPG 或 PNG，VERSION 不限' }))).toEqual([])
  })
})
