import { describe, expect, it } from 'vitest'
import { decideCommandSchema } from '../../../shared/protocol/commands'
import { openDesk, passCase, takeCase } from './dataDesk'
import { COMMAND, REASON, AFTER, decide, refuse } from './decisionSteps'
import { COMPLETE_DRAFT, makeCase, makeHold, makePicture, NOW, uuid } from './sampleData'

describe('decide', () => {
  it('puts a whole command into the outbox: ticks, the machine beside them, findings, rule pack', async () => {
    const data = await openDesk()
    const picture = makePicture('licence', 'x')
    takeCase(data, 1, makeCase(1, { version: 4, documents: [picture.document] }))
    data.storeDocument({ caseId: uuid(1), sha256: picture.document.sha256, bytes: picture.bytes })
    const finding = { check: 'exposure', verdict: 'pass', value: 0.5, threshold: 0.2, unit: '' } as const
    data.storeExamination({ sha256: picture.document.sha256, findings: [finding] })
    data.saveDraft({ caseId: uuid(1), draft: COMPLETE_DRAFT, now: NOW })
    expect(decide(data, { internalNote: '  已电话核对 ' })).toEqual({
      ok: true,
      value: { commandId: COMMAND },
    })
    const [command] = data.takeOutbox(10)
    expect(decideCommandSchema.parse(command)).toEqual({
      id: COMMAND,
      kind: 'decide',
      caseId: uuid(1),
      expectedVersion: 4,
      recordedAt: NOW,
      holdToken: 101,
      decision: {
        verdict: 'pass',
        rulePack: '2026-11-21',
        lines: [
          { lineId: 'national:name', verdict: 'ok', note: '与执照一致', machine: null },
          { lineId: 'national:licence', verdict: 'not-looked-at', machine: 'pass' },
        ],
        findings: [{ ...finding, documentId: 'licence' }],
        reasons: [],
        internalNote: '已电话核对',
      },
    })
  })

  it('keeps what the person put right in the readings, and gives it back when the decision is refused', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    const corrections = [{ documentId: 'licence', field: 'company' as const, read: '示列', value: '示例' }]
    data.saveDraft({ caseId: uuid(1), draft: { ...COMPLETE_DRAFT, corrections }, now: NOW })
    expect(decide(data).ok).toBe(true)
    expect(data.takeOutbox(10)).toMatchObject([{ decision: { corrections } }])
    refuse(data, 'gate')
    expect(data.settleRefused({ commandId: COMMAND, now: AFTER }).ok).toBe(true)
    expect(data.readCase(uuid(1))?.draft.corrections).toEqual(corrections)
  })

  it('keeps the message of a return, and tells no note, no number of another order and nothing less than every reason', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    takeCase(data, 2)
    const other = makeCase(2).orderNumber
    data.saveDraft({ caseId: uuid(1), draft: { ...COMPLETE_DRAFT, internalNote: '' }, now: NOW })
    const email = { subject: '需修改', body: `${REASON.problem}\n${REASON.advice}` }
    const message = { texts: '2026-11-22', sms: '需修改', email }
    const refusedFor = (changes: Partial<Parameters<typeof decide>[1]>) =>
      decide(data, { verdict: 'return', reasons: [REASON], message, internalNote: '', ...changes })
    expect(refusedFor({ message: { ...message, email: { ...email, body: '请修改' } } })).toMatchObject({
      error: { code: 'gate', problems: [{ code: 'message-incomplete' }] },
    })
    const note = '怀疑是代办公司提交'
    expect(refusedFor({ message: { ...message, sms: note }, internalNote: note })).toMatchObject({
      error: { code: 'gate', problems: [{ code: 'message-leaks' }] },
    })
    const named = { ...message, sms: `图片与 ${other} 相同` }
    expect(refusedFor({ message: named })).toMatchObject({
      error: { code: 'gate', problems: [{ code: 'other-order' }] },
    })
    expect(refusedFor({})).toMatchObject({ ok: true })
    expect(data.takeOutbox(10)).toMatchObject([{ decision: { verdict: 'return', message } }])
  })

  it('takes over what stands of the round before, says from where, and lets the person overrule it', async () => {
    const data = await openDesk()
    takeCase(data, 1, makeCase(1, { round: 2 }))
    const carried = [
      {
        lineId: 'national:name',
        verdict: 'ok' as const,
        note: '与执照一致',
        round: 1,
        by: '李娜',
        at: '2026-11-18T10:00:00+08:00',
      },
    ]
    const taken = { answers: [{ lineId: 'national:name', verdict: 'not-looked-at' as const }] }
    data.saveDraft({ caseId: uuid(1), draft: { ...COMPLETE_DRAFT, ...taken }, now: NOW })
    expect(decide(data, { carried })).toMatchObject({
      ok: false,
      error: { code: 'gate', problems: [{ code: 'lines-not-looked-at', lineIds: ['national:name'] }] },
    })
    data.saveDraft({ caseId: uuid(1), draft: { ...COMPLETE_DRAFT, answers: [] }, now: NOW })
    expect(decide(data, { carried }).ok).toBe(true)
    const [command] = data.takeOutbox(10)
    expect(decideCommandSchema.parse(command)).toMatchObject({
      decision: {
        lines: [
          { lineId: 'national:name', verdict: 'ok', note: '与执照一致', machine: null, carriedFrom: 1 },
          { lineId: 'national:licence', verdict: 'not-looked-at', machine: 'pass' },
        ],
      },
    })
    // Put back after a refusal, only what the person said is the draft's.
    refuse(data, 'hold-lost')
    expect(data.settleRefused({ commandId: COMMAND, now: AFTER }).ok).toBe(true)
    expect(data.readCase(uuid(1))?.draft.answers).toEqual([
      { lineId: 'national:licence', verdict: 'not-looked-at' },
    ])
  })

  it('is refused without a hold: not held, only reserved, not here', async () => {
    const data = await openDesk()
    expect(decide(data)).toEqual({ ok: false, error: { code: 'not-held' } })
    data.storeCase({ filingCase: makeCase(1), hold: null, now: NOW })
    expect(decide(data)).toEqual({ ok: false, error: { code: 'not-held' } })
    data.applyHolds({ holds: [makeHold(1, { kind: 'reservation' })], now: NOW })
    expect(decide(data)).toEqual({ ok: false, error: { code: 'not-held' } })
    expect(data.listOutbox()).toEqual([])
  })

  it('is taken after the hold ran out by the clock here: the server judges that', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    data.saveDraft({ caseId: uuid(1), draft: COMPLETE_DRAFT, now: NOW })
    expect(decide(data, { now: '2026-11-20T20:00:00+08:00' }).ok).toBe(true)
  })

  it('is refused by the gate with what is missing, and writes nothing', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    expect(decide(data)).toEqual({
      ok: false,
      error: { code: 'gate', problems: [{ code: 'lines-not-looked-at', lineIds: ['national:name'] }] },
    })
    expect(decide(data, { verdict: 'return' })).toEqual({
      ok: false,
      error: { code: 'gate', problems: [{ code: 'reasons-missing', lineIds: [] }] },
    })
    expect(decide(data, { verdict: 'escalate', internalNote: ' ' })).toEqual({
      ok: false,
      error: { code: 'gate', problems: [{ code: 'note-missing', lineIds: [] }] },
    })
    data.saveDraft({
      caseId: uuid(1),
      draft: { ...COMPLETE_DRAFT, answers: [{ lineId: 'national:gone', verdict: 'ok' }] },
      now: NOW,
    })
    expect(decide(data)).toMatchObject({ ok: false, error: { problems: [{ code: 'unknown-line' }, {}] } })
    expect(data.listOutbox()).toEqual([])
    expect(decide(data, { verdict: 'return', reasons: [REASON] }).ok).toBe(false)
    data.saveDraft({ caseId: uuid(1), draft: { ...COMPLETE_DRAFT, answers: [] }, now: NOW })
    expect(decide(data, { verdict: 'return', reasons: [REASON] }).ok).toBe(true)
  })

  it('is refused while another decision on the round is unsent or refused', async () => {
    const data = await openDesk()
    passCase(data, 1)
    const again = () => decide(data, { commandId: uuid(0xc2) })
    expect(again()).toEqual({ ok: false, error: { code: 'already-decided' } })
    const [command] = data.takeOutbox(1)
    expect(again()).toEqual({ ok: false, error: { code: 'already-decided' } })
    refuse(data, 'stale-version', command?.id)
    expect(again()).toEqual({ ok: false, error: { code: 'already-decided' } })
    expect(data.settleRefused({ commandId: command?.id ?? '', now: AFTER })).toEqual({
      ok: true,
      value: null,
    })
    expect(again().ok).toBe(true)
  })

  it('never takes the same command twice', async () => {
    const data = await openDesk()
    const { commandId } = passCase(data, 1)
    takeCase(data, 2)
    data.saveDraft({ caseId: uuid(2), draft: COMPLETE_DRAFT, now: NOW })
    expect(() => decide(data, { caseId: uuid(2), commandId })).toThrow(/UNIQUE/)
    expect(data.listOutbox()).toHaveLength(1)
  })

  it('leaves nothing behind when it fails half way', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    data.saveDraft({ caseId: uuid(1), draft: COMPLETE_DRAFT, now: NOW })
    expect(() => decide(data, { now: 'not an instant' })).toThrow()
    expect(data.listOutbox()).toEqual([])
    expect(data.queueItem({ caseId: uuid(1), now: NOW })?.unsent).toBeNull()
    expect(decide(data).ok).toBe(true)
  })
})
