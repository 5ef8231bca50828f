import { describe, expect, it } from 'vitest'
import { openDesk, takeCase } from './dataDesk'
import { AFTER, COMMAND } from './decisionSteps'
import { makeCase, makeHold, makeRow, NOW, uuid } from './sampleData'
import { callRecord } from '../../helpers/callRecords'
import type { ShiftMove } from '../../../shared/review/day/shift'

const CASE = uuid(1)

async function desk() {
  const data = await openDesk()
  let number = 0x500
  return {
    data,
    move: (move: ShiftMove, now = NOW) => {
      number += 1
      return data.moveShift({ id: uuid(number), move, now })
    },
  }
}

describe('the shift on the desk', () => {
  it('follows the table, waits to be told in order, and stands in the audit', async () => {
    const { data, move } = await desk()
    expect(data.readDay({ now: NOW })).toEqual({ shift: { state: 'none', since: null }, quiet: null })
    expect(move('pause')).toEqual({ ok: false, error: 'illegal-move' })
    expect(move('start').ok).toBe(true)
    expect(move('pause', AFTER).ok).toBe(true)
    expect(data.readDay({ now: AFTER }).shift).toEqual({ state: 'break', since: AFTER })
    const told = data.shiftMovesToTell()
    expect(told.map((made) => made.move)).toEqual(['start', 'pause'])
    data.shiftMovesTold([told[0]?.id ?? ''])
    expect(data.shiftMovesToTell()).toEqual([told[1]])
    const changes = data.auditToSend().entries.filter(({ action }) => action === 'shift-changed')
    expect(changes.map(({ detailJson }) => detailJson)).toEqual(['{"move":"start"}', '{"move":"pause"}'])
  })

  it('keeps quiet mode until it is ended', async () => {
    const { data } = await desk()
    data.saveQuiet({ until: 'shift-end' })
    data.saveQuiet({ until: 'time', at: AFTER })
    expect(data.readDay({ now: NOW }).quiet).toEqual({ until: 'time', at: AFTER })
    data.saveQuiet(null)
    expect(data.readDay({ now: NOW }).quiet).toBeNull()
  })
})

describe('the hand-over', () => {
  it('lists what is held with draft, call and promise, and leaves words under its hold', async () => {
    const { data } = await desk()
    takeCase(data, 1)
    const call = callRecord(NOW, {
      outcome: 'reached',
      callBackAt: AFTER,
      promise: { what: '重传', until: '2026-11-21' },
    })
    data.recordCall({ commandId: uuid(0x601), caseId: CASE, call, now: NOW })
    data.saveCallDraft({
      caseId: CASE,
      draft: { ...callRecord(NOW), outcome: null, promise: { what: '', until: '' } },
      now: NOW,
    })
    data.saveDraft({
      caseId: CASE,
      draft: {
        answers: [
          { lineId: 'a', verdict: 'ok' },
          { lineId: 'b', verdict: 'not-ok' },
        ],
        reasons: [],
        internalNote: '',
      },
      now: NOW,
    })
    const stand = {
      answered: 2,
      notOk: 1,
      hasCallDraft: true,
      callBackAt: AFTER,
      promisedUntil: '2026-11-21',
    }
    expect(data.casesInHand()).toMatchObject([{ row: { id: CASE }, stand }])
    expect(data.leaveNote({ commandId: COMMAND, caseId: CASE, text: '等重传', now: AFTER }).ok).toBe(true)
    data.settleOutbox({ outcomes: [applied(uuid(0x601))], now: AFTER })
    expect(data.takeOutbox(5)).toMatchObject([
      { kind: 'leave-note', holdToken: makeHold(1).token, round: 1, note: { text: '等重传', stand } },
    ])
    data.settleOutbox({ outcomes: [applied(COMMAND)], now: AFTER })
    expect(data.readCase(CASE)?.filingCase.notes).toMatchObject([{ id: COMMAND, note: { text: '等重传' } }])
    expect(data.listHolds()).toHaveLength(1)
    expect(data.leaveNote({ commandId: COMMAND, caseId: uuid(2), text: '不在手上', now: AFTER })).toEqual({
      ok: false,
      error: 'not-held',
    })
  })

  it('fetches a held case again when a note comes that it does not have', async () => {
    const { data } = await desk()
    takeCase(data, 1)
    const holds = [makeHold(1)]
    expect(data.applyHolds({ holds, now: NOW }).toFetch).toEqual([])
    data.applyFeed({ rows: [{ ...makeRow(1), notes: 1 }], cursor: 90, userId: uuid(9) })
    expect(data.applyHolds({ holds, now: NOW }).toFetch).toEqual([CASE])
    const note = {
      text: '等重传',
      stand: { answered: 0, notOk: 0, hasCallDraft: false, callBackAt: null, promisedUntil: null },
    }
    const notes = [
      { id: COMMAND, round: 1, note, by: { userId: uuid(9), displayName: '李娜' }, receivedAt: NOW },
    ]
    data.storeCase({ filingCase: { ...makeCase(1), notes }, hold: makeHold(1), now: NOW })
    expect(data.applyHolds({ holds, now: NOW }).toFetch).toEqual([])
  })

  it('puts words that the server refuses back into the draft, and ends no hold for them', async () => {
    const { data } = await desk()
    takeCase(data, 1)
    data.leaveNote({ commandId: COMMAND, caseId: CASE, text: '等重传', now: NOW })
    data.takeOutbox(1)
    data.settleOutbox({
      outcomes: [{ id: COMMAND, outcome: 'refused', code: 'hold-lost', message: 'no' }],
      now: AFTER,
    })
    expect(data.listHolds()).toHaveLength(1)
    expect(data.settleRefused({ commandId: COMMAND, now: AFTER }).ok).toBe(true)
    expect(data.readCase(CASE)?.draft.internalNote).toBe('等重传')
  })
})

describe('what there is to notify of', () => {
  it('is told of holds that were taken or given by somebody else, and of nothing the person did', async () => {
    const { data } = await desk()
    takeCase(data, 1)
    const moved = () => data.noticeFacts({ now: NOW }).moved
    data.applyHolds({ holds: [makeHold(1), makeHold(2)], now: NOW })
    expect(moved()).toEqual([])
    data.dropCase(uuid(2))
    data.applyHolds({ holds: [makeHold(1)], now: NOW })
    expect(moved()).toEqual([])
    data.applyHolds({ holds: [makeHold(3)], now: NOW })
    expect(moved()).toEqual([
      { caseId: CASE, token: makeHold(1).token, way: 'taken' },
      { caseId: uuid(3), token: makeHold(3).token, way: 'given' },
    ])
  })

  it('is told of a hold that was taken and came back as a reservation', async () => {
    const { data } = await desk()
    takeCase(data, 1)
    const { token } = makeHold(1)
    data.applyHolds({ holds: [{ ...makeHold(1), kind: 'reservation', token: token + 1 }], now: NOW })
    expect(data.noticeFacts({ now: NOW }).moved).toEqual([{ caseId: CASE, token, way: 'taken' }])
  })

  it('remembers what was shown, and when the last was', async () => {
    const { data } = await desk()
    data.rememberShown({ keys: ['one', 'two'], now: NOW })
    data.rememberShown({ keys: ['two', 'three'], now: AFTER })
    const { shown, lastShownAt } = data.noticeFacts({ now: AFTER })
    expect([...shown].sort()).toEqual(['one', 'three', 'two'])
    expect(lastShownAt).toBe(Date.parse(AFTER))
  })
})

function applied(id: string) {
  return { id, outcome: 'applied' as const, caseVersion: 1, auditHash: 'ab'.repeat(32) }
}
