import { describe, expect, it } from 'vitest'
import { openDesk, passCase, takeCase } from './dataDesk'
import { COMPLETE_DRAFT, makeCase, makeHold, makeRow, NOW, REVIEWER, uuid } from './sampleData'

const LATER = '2026-11-20T14:00:00+08:00'

describe('applyHolds', () => {
  it('asks for what is held and not here, holds before reservations, then by due time', async () => {
    const data = await openDesk()
    data.applyFeed({
      rows: [
        makeRow(1, { dueAt: '2026-11-20T09:00:00+08:00' }),
        makeRow(2, { dueAt: '2026-11-20T18:00:00+08:00' }),
        makeRow(3, { dueAt: '2026-11-20T10:00:00+08:00' }),
      ],
      cursor: 1,
      userId: REVIEWER.id,
    })
    const holds = [makeHold(1, { kind: 'reservation' }), makeHold(2), makeHold(3)]
    expect(data.applyHolds({ holds, now: NOW })).toEqual({
      toFetch: [uuid(3), uuid(2), uuid(1)],
      dropped: [],
    })
    data.storeCase({ filingCase: makeCase(3), hold: makeHold(3), now: NOW })
    expect(data.applyHolds({ holds, now: NOW }).toFetch).toEqual([uuid(2), uuid(1)])
    expect(data.listHolds()).toHaveLength(3)
  })

  it('asks again for a case whose queue row has moved on', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    data.applyFeed({ rows: [makeRow(1, { version: 2 })], cursor: 9, userId: REVIEWER.id })
    expect(data.applyHolds({ holds: [makeHold(1)], now: NOW }).toFetch).toEqual([uuid(1)])
    data.storeCase({ filingCase: makeCase(1, { version: 2 }), hold: makeHold(1), now: NOW })
    expect(data.applyHolds({ holds: [makeHold(1)], now: NOW }).toFetch).toEqual([])
  })

  it('takes away what is no longer held, and keeps the draft for its return', async () => {
    const data = await openDesk()
    const caseId = takeCase(data, 1)
    data.saveDraft({ caseId, draft: COMPLETE_DRAFT, now: NOW })
    expect(data.applyHolds({ holds: [], now: NOW })).toEqual({ toFetch: [], dropped: [caseId] })
    expect(data.readCase(caseId)).toBeNull()
    expect(data.listHolds()).toEqual([])
    takeCase(data, 1)
    expect(data.readCase(caseId)?.draft).toEqual(COMPLETE_DRAFT)
  })

  it('keeps a case with unsent or refused work', async () => {
    const data = await openDesk()
    const { caseId, commandId } = passCase(data, 1)
    expect(data.applyHolds({ holds: [], now: NOW }).dropped).toEqual([])
    expect(data.readCase(caseId)?.filingCase.id).toBe(caseId)
    data.takeOutbox(1)
    data.settleOutbox({
      outcomes: [{ id: commandId, outcome: 'refused', code: 'hold-lost', message: '' }],
      now: NOW,
    })
    expect(data.applyHolds({ holds: [], now: NOW }).dropped).toEqual([])
    data.settleRefused({ commandId, now: NOW })
    expect(data.applyHolds({ holds: [], now: NOW }).dropped).toEqual([caseId])
  })

  it('leaves a case alone that is only read', async () => {
    const data = await openDesk()
    data.storeCase({ filingCase: makeCase(1), hold: null, now: NOW })
    expect(data.applyHolds({ holds: [], now: NOW }).dropped).toEqual([])
    expect(data.readCase(uuid(1))?.hold).toBeNull()
    data.dropCase(uuid(1))
    expect(data.readCase(uuid(1))).toBeNull()
  })
})

describe('drawReserved', () => {
  it('turns the reservation that is due first into a hold, and says why', async () => {
    const data = await openDesk()
    for (const [number, dueAt] of [
      [1, '2026-11-20T18:00:00+08:00'],
      [2, '2026-11-20T09:00:00+08:00'],
      [3, '2026-11-20T17:00:00+08:00'],
    ] as const) {
      data.storeCase({
        filingCase: makeCase(number, { dueAt }),
        hold: makeHold(number, { kind: 'reservation' }),
        now: NOW,
      })
    }
    expect(data.drawReserved({ now: NOW })).toEqual({
      ok: true,
      value: { caseId: uuid(2), reason: 'most-overdue' },
    })
    expect(data.readCase(uuid(2))).toMatchObject({
      hold: { kind: 'hold', token: 102 },
      drawReason: 'most-overdue',
    })
    expect(data.drawReserved({ now: NOW })).toEqual({
      ok: true,
      value: { caseId: uuid(3), reason: 'due-first' },
    })
    expect(data.drawReserved({ caseId: uuid(3), now: NOW })).toEqual({
      ok: true,
      value: { caseId: uuid(3), reason: 'due-first' },
    })
    expect(data.drawReserved({ caseId: uuid(9), now: NOW })).toEqual({ ok: false, error: 'nothing-to-draw' })
    expect(data.counts()).toMatchObject({ holds: 2, reservations: 1 })
  })

  it('goes in the order of the server: escalated, photo waiting, then by due time', async () => {
    const data = await openDesk()
    for (const [number, state] of [
      [1, 'pending-review'],
      [2, 'photo-review'],
      [3, 'escalated'],
    ] as const) {
      const filingCase = makeCase(number, { state, dueAt: `2026-11-2${number}T09:00:00+08:00` })
      data.storeCase({ filingCase, hold: makeHold(number, { kind: 'reservation' }), now: NOW })
    }
    const drawn = [1, 2, 3, 4].map(() => data.drawReserved({ now: NOW }))
    expect(drawn).toEqual([
      { ok: true, value: { caseId: uuid(3), reason: 'escalated' } },
      { ok: true, value: { caseId: uuid(2), reason: 'photo-waiting' } },
      { ok: true, value: { caseId: uuid(1), reason: 'due-first' } },
      { ok: false, error: 'nothing-to-draw' },
    ])
  })

  it('takes no reservation that has expired and none whose data is not here', async () => {
    const data = await openDesk()
    data.storeCase({ filingCase: makeCase(1), hold: makeHold(1, { kind: 'reservation' }), now: NOW })
    data.applyHolds({
      holds: [makeHold(1, { kind: 'reservation' }), makeHold(2, { kind: 'reservation' })],
      now: NOW,
    })
    expect(data.drawReserved({ now: LATER })).toEqual({ ok: false, error: 'nothing-to-draw' })
    expect(data.drawReserved({ caseId: uuid(2), now: NOW })).toEqual({ ok: false, error: 'nothing-to-draw' })
  })

  it('remains a hold until the server has been told, and no longer than the token is the same', async () => {
    const data = await openDesk()
    const reservation = makeHold(1, { kind: 'reservation' })
    data.storeCase({ filingCase: makeCase(1), hold: reservation, now: NOW })
    data.drawReserved({ now: NOW })
    data.applyHolds({ holds: [{ ...reservation, expiresAt: LATER }], now: NOW })
    expect(data.listHolds()).toMatchObject([{ drawnHere: true, hold: { kind: 'hold', expiresAt: LATER } }])
    data.applyHolds({ holds: [makeHold(1)], now: NOW })
    expect(data.listHolds()).toMatchObject([{ drawnHere: false, hold: { kind: 'hold' } }])
    data.applyHolds({ holds: [{ ...reservation, token: 999 }], now: NOW })
    expect(data.listHolds()).toMatchObject([{ drawnHere: false, hold: { kind: 'reservation', token: 999 } }])
  })

  it('remembers why the server gave a case, in whichever order that arrives', async () => {
    const data = await openDesk()
    data.rememberDraw({ caseId: uuid(1), reason: 'photo-waiting' })
    takeCase(data, 1)
    expect(data.readCase(uuid(1))?.drawReason).toBe('photo-waiting')
    data.dropCase(uuid(1))
    takeCase(data, 1)
    expect(data.readCase(uuid(1))?.drawReason).toBeNull()
  })
})
