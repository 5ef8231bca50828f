import { describe, expect, it } from 'vitest'
import { openDesk, takeCase } from './dataDesk'
import { AFTER, COMMAND } from './decisionSteps'
import { makeCase, makeHold, makeRow, NOW, REVIEWER, uuid } from './sampleData'
import { callRecord } from '../../helpers/callRecords'
import type { CallDraft } from '../../../shared/calls/callRecord'

const CASE = uuid(1)
const DRAFT: CallDraft = {
  ...callRecord(NOW),
  note: '张女士说下午回电',
  outcome: null,
  promise: { what: '', until: '' },
}
const CALL = callRecord(NOW, { outcome: 'reached', note: '已说明需重传执照', callBackAt: AFTER })

describe('calls on the desk', () => {
  it('keep what is typed until it is recorded, which puts it into the outbox and the audit at once', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    data.saveCallDraft({ caseId: CASE, draft: DRAFT, now: NOW })
    expect(data.callsOf(CASE)).toEqual({ calls: [], stand: null, draft: { draft: DRAFT, savedAt: NOW } })
    expect(data.recordCall({ commandId: COMMAND, caseId: CASE, call: CALL, now: AFTER }).ok).toBe(true)
    const kept = { id: COMMAND, round: 1, call: CALL, by: REVIEWER.displayName, isSent: false }
    expect(data.callsOf(CASE)).toMatchObject({
      calls: [kept],
      stand: { recorded: 1, attempts: 1, reached: true, callBackAt: AFTER },
      draft: null,
    })
    expect(data.auditToSend().entries.map(({ action }) => action)).toContain('call-recorded')
    expect(data.takeOutbox(5)).toMatchObject([
      { kind: 'record-call', holdToken: makeHold(1).token, round: 1, call: CALL },
    ])
    data.settleOutbox({
      outcomes: [{ id: COMMAND, outcome: 'applied', caseVersion: 1, auditHash: 'ab'.repeat(32) }],
      now: AFTER,
    })
    expect(data.callsOf(CASE)).toMatchObject({ calls: [{ ...kept, isSent: true }] })
    expect(data.listHolds()).toHaveLength(1)
  })

  it('can be recorded under the hold in which they were begun when that has gone', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    data.saveCallDraft({ caseId: CASE, draft: DRAFT, now: NOW })
    data.applyHolds({ holds: [], now: NOW })
    expect(data.callsOf(CASE)).toEqual({ calls: [], stand: null, draft: { draft: DRAFT, savedAt: NOW } })
    expect(data.callCandidates()).toMatchObject([{ row: { id: CASE }, isHeld: false, draftSavedAt: NOW }])
    data.recordCall({ commandId: COMMAND, caseId: CASE, call: CALL, now: AFTER })
    expect(data.takeOutbox(5)).toMatchObject([{ kind: 'record-call', holdToken: makeHold(1).token }])
    expect(data.callsOf(CASE)).toBeNull()
  })

  it('are put back as they were written when the server refuses them, and end no hold', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    data.recordCall({ commandId: COMMAND, caseId: CASE, call: CALL, now: NOW })
    data.takeOutbox(1)
    data.settleOutbox({
      outcomes: [{ id: COMMAND, outcome: 'refused', code: 'hold-lost', message: 'no' }],
      now: AFTER,
    })
    expect(data.listHolds()).toHaveLength(1)
    expect(data.settleRefused({ commandId: COMMAND, now: AFTER }).ok).toBe(true)
    expect(data.callsOf(CASE)).toMatchObject({
      calls: [],
      draft: { draft: { note: CALL.note, outcome: 'reached' } },
    })
  })

  it('make a case one of those to think of, as do the SMS verification and a hold', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    const stand = {
      recorded: 1,
      attempts: 1,
      unanswered: 1,
      reached: false,
      lastAt: NOW,
      lastOutcome: 'no-answer',
      callBackAt: null,
      promisedUntil: null,
    } as const
    const sms = { hours: 24, onFailure: 'return', dueAt: AFTER } as const
    data.applyFeed({
      rows: [
        makeRow(2, { calls: stand }),
        makeRow(3, { state: 'sms-verification', sms }),
        makeRow(4),
        makeRow(5, { state: 'approved', calls: stand }),
      ],
      cursor: 9,
      userId: REVIEWER.id,
    })
    const found = data.callCandidates()
    expect(found.map(({ row, calls, isHeld }) => [row.id, calls, isHeld])).toEqual(
      expect.arrayContaining([
        [CASE, null, true],
        [uuid(2), stand, false],
        [uuid(3), null, false],
      ]),
    )
    expect(found.map(({ row }) => row.id)).not.toContain(uuid(4))
  })

  it('of whoever passed a case stay counted in its blind second review, which is not fetched for them again', async () => {
    const data = await openDesk()
    takeCase(data, 1, { ...makeCase(1), state: 'second-review', blind: true })
    const calls = {
      recorded: 2,
      attempts: 2,
      unanswered: 2,
      reached: false,
      lastAt: NOW,
      lastOutcome: 'no-answer',
      callBackAt: null,
      promisedUntil: null,
    } as const
    const row = makeRow(1, { state: 'second-review', calls, openProposals: 1 })
    data.applyFeed({ rows: [row], cursor: 9, userId: REVIEWER.id })
    expect(data.applyHolds({ holds: [makeHold(1)], now: NOW }).toFetch).toEqual([])
    expect(data.callCandidates()).toMatchObject([{ row: { id: CASE }, calls }])
    expect(data.callsOf(CASE)).toMatchObject({ calls: [], stand: calls })
    data.recordCall({ commandId: COMMAND, caseId: CASE, call: { ...CALL, startedAt: AFTER }, now: AFTER })
    expect(data.callsOf(CASE)?.stand).toMatchObject({ reached: true, lastAt: AFTER })
  })

  it('tell whose number calls, however the exchange writes it', async () => {
    const data = await openDesk()
    takeCase(data, 1, makeCase(1))
    for (const number of ['13800138000', '+86 138 0013 8000', '008613800138000']) {
      expect(data.findCaller(number).map(({ caseId, contact }) => [caseId, contact.subject])).toEqual([
        [CASE, 'entity-principal'],
        [CASE, 'service-principal'],
      ])
    }
    expect(data.findCaller('00138000')).toEqual([])
    expect(data.findCaller('13800138001')).toEqual([])
  })

  it('are forgotten half written only with the filing itself', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    data.saveCallDraft({ caseId: CASE, draft: DRAFT, now: NOW })
    const changed = (state: 'returned' | 'withdrawn', version: number, cursor: number) =>
      data.applyFeed({ rows: [makeRow(1, { state, version })], cursor, userId: REVIEWER.id })
    changed('returned', 2, 20)
    expect(data.callCandidates()).toMatchObject([{ draftSavedAt: NOW }])
    data.discardCallDraft(CASE)
    expect(data.callCandidates()).toMatchObject([{ draftSavedAt: null }])
    data.saveCallDraft({ caseId: CASE, draft: DRAFT, now: NOW })
    changed('withdrawn', 3, 30)
    expect(data.callCandidates()).toMatchObject([{ draftSavedAt: null }])
  })
})
