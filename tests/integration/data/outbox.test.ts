import { describe, expect, it } from 'vitest'
import { openDesk, passCase, takeCase } from './dataDesk'
import { COMMAND, REASON, AFTER, decide, apply, refuse } from './decisionSteps'
import { COMPLETE_DRAFT, makeCase, makeHold, NOW, REVIEWER, uuid } from './sampleData'

const BEFORE = '2026-11-20T06:50:00+08:00'

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

  it.each([
    ['a minute later', AFTER],
    ['by a clock that stands still', NOW],
    ['by a clock that was set back', BEFORE],
  ])('lets later typing stand over a decision that comes back, %s', async (_name, typedAt) => {
    const data = await openDesk()
    takeCase(data, 1)
    data.saveDraft({ caseId: uuid(1), draft: { answers: [], reasons: [], internalNote: '之前' }, now: NOW })
    decide(data, { verdict: 'return', reasons: [REASON] })
    data.saveDraft({
      caseId: uuid(1),
      draft: {
        answers: [{ lineId: 'national:licence', verdict: 'not-ok' }],
        reasons: [],
        internalNote: '补充',
      },
      now: typedAt,
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
