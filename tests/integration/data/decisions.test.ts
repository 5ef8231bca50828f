import { describe, expect, it } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { decideCommandSchema } from '../../../shared/protocol/commands'
import type { ReturnReason } from '../../../shared/review/decision'
import { openDesk, passCase, takeCase } from './dataDesk'
import {
  COMPLETE_DRAFT,
  LINES,
  makeCase,
  makeHold,
  makePicture,
  makeRow,
  NOW,
  REVIEWER,
  uuid,
} from './sampleData'

const COMMAND = uuid(0xc1)
const REASON: ReturnReason = { field: 'entity.name', problem: '名称与执照不一致', advice: '请按执照填写' }
const AFTER = '2026-11-20T11:00:00+08:00'

function decide(data: DataOperations, changes: Partial<Parameters<DataOperations['decide']>[0]> = {}) {
  return data.decide({
    commandId: COMMAND,
    caseId: uuid(1),
    verdict: 'pass',
    reasons: [],
    internalNote: '',
    lines: LINES,
    now: NOW,
    ...changes,
  })
}

function apply(data: DataOperations, id = COMMAND) {
  data.settleOutbox({
    outcomes: [{ id, outcome: 'applied', caseVersion: 2, auditHash: 'c'.repeat(64) }],
    now: NOW,
  })
}

function refuse(data: DataOperations, code: 'hold-lost' | 'stale-version' | 'gate', id = COMMAND) {
  data.settleOutbox({ outcomes: [{ id, outcome: 'refused', code, message: 'no' }], now: NOW })
}

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

describe('outbox', () => {
  it('gives commands oldest first, one a case, and none twice', async () => {
    const data = await openDesk()
    passCase(data, 1)
    passCase(data, 2)
    passCase(data, 3)
    expect(data.takeOutbox(2).map((command) => command.caseId)).toEqual([uuid(1), uuid(2)])
    expect(data.takeOutbox(10).map((command) => command.caseId)).toEqual([uuid(3)])
    expect(data.takeOutbox(10)).toEqual([])
    expect(data.counts()).toMatchObject({ queued: 3, refused: 0 })
  })

  it('puts back what could not be sent and counts the attempts', async () => {
    const data = await openDesk()
    const { commandId } = passCase(data, 1)
    data.takeOutbox(1)
    data.requeueOutbox([commandId, uuid(0xdead)])
    expect(data.listOutbox()).toMatchObject([
      { id: commandId, state: 'queued', attempts: 1, verdict: 'pass' },
    ])
    expect(data.takeOutbox(1)).toHaveLength(1)
  })

  it('releases the hold and forgets the content once the server applied it', async () => {
    const data = await openDesk()
    passCase(data, 1)
    const [command] = data.takeOutbox(1)
    apply(data, command?.id)
    expect(data.listHolds()).toEqual([])
    expect(data.listOutbox()).toMatchObject([{ state: 'applied', caseId: uuid(1) }])
    expect(data.readCase(uuid(1))).toMatchObject({ outbox: [], hold: null, draft: { answers: [] } })
    expect(data.applyHolds({ holds: [], now: NOW }).dropped).toEqual([uuid(1)])
    apply(data, command?.id)
    refuse(data, 'gate', command?.id)
    expect(data.listOutbox()).toMatchObject([{ state: 'applied' }])
    expect(data.settleRefused({ commandId: command?.id ?? '', now: NOW })).toEqual({
      ok: false,
      error: 'not-found',
    })
  })

  it('keeps a refused decision with its content and takes it back into the draft', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    data.saveDraft({
      caseId: uuid(1),
      draft: { ...COMPLETE_DRAFT, answers: [{ lineId: 'national:name', verdict: 'not-ok' }] },
      now: NOW,
    })
    decide(data, { verdict: 'return', reasons: [REASON], internalNote: '第二次' })
    data.takeOutbox(1)
    refuse(data, 'stale-version')
    expect(data.readCase(uuid(1))?.outbox).toMatchObject([{ state: 'refused', refusal: 'stale-version' }])
    expect(data.takeOutbox(10)).toEqual([])
    expect(data.counts()).toMatchObject({ queued: 0, refused: 1 })
    expect(data.settleRefused({ commandId: COMMAND, now: AFTER }).ok).toBe(true)
    expect(data.readCase(uuid(1))).toMatchObject({
      outbox: [],
      draft: {
        answers: [{ lineId: 'national:name', verdict: 'not-ok' }],
        reasons: [REASON],
        internalNote: '第二次',
      },
    })
    expect(data.listOutbox()).toEqual([])
  })

  it('lets later typing stand over a decision that comes back', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    decide(data, { verdict: 'return', reasons: [REASON] })
    data.saveDraft({
      caseId: uuid(1),
      draft: {
        answers: [{ lineId: 'national:licence', verdict: 'not-ok' }],
        reasons: [],
        internalNote: '补充',
      },
      now: AFTER,
    })
    refuse(data, 'gate')
    data.settleRefused({ commandId: COMMAND, now: AFTER })
    expect(data.readCase(uuid(1))?.draft).toEqual({
      answers: [{ lineId: 'national:licence', verdict: 'not-ok' }],
      reasons: [REASON],
      internalNote: '补充',
    })
  })

  it('brings no ticks of one round into the next', async () => {
    const data = await openDesk()
    const { commandId } = passCase(data, 1)
    refuse(data, 'stale-version', commandId)
    data.storeCase({ filingCase: makeCase(1, { version: 3, round: 2 }), hold: makeHold(1), now: NOW })
    data.settleRefused({ commandId, now: AFTER })
    expect(data.readCase(uuid(1))?.draft.answers).toEqual([])
  })

  it('loses the hold with hold-lost and shows the case as open again', async () => {
    const data = await openDesk()
    const { caseId, commandId } = passCase(data, 1)
    data.takeOutbox(1)
    refuse(data, 'hold-lost', commandId)
    expect(data.listHolds()).toEqual([])
    const view = (name: 'open' | 'mine') =>
      data.listQueue({
        filter: { view: name },
        sort: 'due',
        descending: false,
        offset: 0,
        limit: 10,
        userId: REVIEWER.id,
        now: NOW,
      }).items
    expect(view('open').map((item) => [item.id, item.unsent])).toEqual([[caseId, null]])
    expect(view('mine').map((item) => item.id)).toEqual([caseId])
  })

  it('keeps the latest of what was applied, and only so much', async () => {
    const data = await openDesk()
    for (let number = 1; number <= 60; number += 1) {
      const { commandId } = passCase(data, number)
      data.takeOutbox(1)
      apply(data, commandId)
    }
    const items = data.listOutbox()
    expect(items).toHaveLength(50)
    expect(items[0]?.caseId).toBe(uuid(60))
  })
})

describe('packages', () => {
  const EXPORTED = {
    id: uuid(0xa1),
    caseId: uuid(1),
    orderNumber: 'BA20261120-000001',
    caseVersion: 5,
    fileName: 'BA20261120-000001.zip',
    folder: '/tmp/packages',
    sha256: 'e'.repeat(64),
    bytes: 1234,
    exportedAt: NOW,
    exportedBy: '林一',
    submitted: false,
  }

  it('are listed, the latest first, and handed over once a case', async () => {
    const data = await openDesk()
    data.applyFeed({ rows: [makeRow(1, { state: 'passed', version: 5 })], cursor: 1, userId: REVIEWER.id })
    data.registerPackage(EXPORTED)
    data.registerPackage({ ...EXPORTED, id: uuid(0xa2), folder: '/tmp/elsewhere' })
    expect(data.listPackages().map((exported) => [exported.id, exported.submitted])).toEqual([
      [uuid(0xa2), false],
      [uuid(0xa1), false],
    ])
    expect(data.recordSubmission({ commandId: COMMAND, packageId: EXPORTED.id, now: NOW })).toEqual({
      ok: true,
      value: { commandId: COMMAND },
    })
    expect(data.takeOutbox(1)).toEqual([
      {
        id: COMMAND,
        kind: 'record-submission',
        caseId: uuid(1),
        expectedVersion: 5,
        recordedAt: NOW,
        packageSha256: EXPORTED.sha256,
        fileName: EXPORTED.fileName,
      },
    ])
    expect(data.listPackages().every((exported) => exported.submitted)).toBe(true)
    expect(data.recordSubmission({ commandId: uuid(0xc9), packageId: uuid(0xa2), now: NOW })).toEqual({
      ok: false,
      error: 'already-decided',
    })
    expect(data.recordSubmission({ commandId: uuid(0xc9), packageId: uuid(0xff), now: NOW })).toEqual({
      ok: false,
      error: 'not-found',
    })
  })

  it('can be handed over again after the server refused and a person settled it', async () => {
    const data = await openDesk()
    data.registerPackage(EXPORTED)
    data.recordSubmission({ commandId: COMMAND, packageId: EXPORTED.id, now: NOW })
    refuse(data, 'stale-version')
    expect(data.settleRefused({ commandId: COMMAND, now: AFTER }).ok).toBe(true)
    expect(data.listPackages()[0]?.submitted).toBe(false)
    expect(data.recordSubmission({ commandId: uuid(0xc9), packageId: EXPORTED.id, now: AFTER }).ok).toBe(true)
  })
})
