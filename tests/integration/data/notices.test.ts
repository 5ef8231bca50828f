import { describe, expect, it } from 'vitest'
import { openDesk } from './dataDesk'
import { AFTER, COMMAND, refuse } from './decisionSteps'
import { makeRow, NOW, REVIEWER, uuid } from './sampleData'

const SENT = { kind: 'backdrop-sent', trackingNote: '顺丰 SF0000000000' } as const

describe('notices', () => {
  async function openWithCase() {
    const data = await openDesk()
    const row = makeRow(1, { state: 'awaiting-backdrop', version: 3 })
    data.applyFeed({ rows: [row], cursor: 1, userId: REVIEWER.id })
    return data
  }

  it('wait to be sent, at the version that was seen here', async () => {
    const data = await openWithCase()
    const recorded = data.recordNotice({ commandId: COMMAND, caseId: uuid(1), notice: SENT, now: NOW })
    expect(recorded).toEqual({ ok: true, value: { commandId: COMMAND } })
    expect(data.listOutbox()).toMatchObject([{ id: COMMAND, kind: 'record-notice', verdict: null }])
    expect(data.takeOutbox(1)).toEqual([
      {
        id: COMMAND,
        kind: 'record-notice',
        caseId: uuid(1),
        expectedVersion: 3,
        recordedAt: NOW,
        notice: SENT,
      },
    ])
  })

  it('come one at a time, and only of cases that are known here', async () => {
    const data = await openWithCase()
    data.recordNotice({ commandId: COMMAND, caseId: uuid(1), notice: SENT, now: NOW })
    const again = { commandId: uuid(0xc9), caseId: uuid(1), notice: SENT, now: NOW }
    expect(data.recordNotice(again)).toEqual({ ok: false, error: 'already-decided' })
    expect(data.recordNotice({ ...again, caseId: uuid(9) })).toEqual({ ok: false, error: 'not-found' })
  })

  it('can be taken back and entered again after the server refused', async () => {
    const data = await openWithCase()
    data.recordNotice({ commandId: COMMAND, caseId: uuid(1), notice: SENT, now: NOW })
    refuse(data, 'illegal-move')
    expect(data.settleRefused({ commandId: COMMAND, now: AFTER }).ok).toBe(true)
    expect(data.listOutbox()).toEqual([])
    const again = { commandId: uuid(0xc9), caseId: uuid(1), notice: SENT, now: AFTER }
    expect(data.recordNotice(again).ok).toBe(true)
  })
})
