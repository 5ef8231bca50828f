import { describe, expect, it } from 'vitest'
import { openDesk, takeCase } from './dataDesk'
import { AFTER, COMMAND, decide, REASON } from './decisionSteps'
import { COMPLETE_DRAFT, LINES, makeCase, makeHold, makeRow, NOW, REVIEWER, uuid } from './sampleData'
import type { DataOperations } from '../../../electron/data/dataOperations'
import type { Proposal } from '../../../shared/protocol/proposals'

const PROPOSAL = uuid(0xe1)
const ANSWER = uuid(0xe2)
const COLLEAGUE = { id: uuid(0xfff), displayName: '周二' }

function lateDecision(changes: Partial<Proposal> = {}): Proposal {
  return {
    id: PROPOSAL,
    author: COLLEAGUE,
    recordedAt: NOW,
    receivedAt: AFTER,
    caseVersionSeen: 1,
    refusal: 'hold-lost',
    answer: null,
    decision: {
      verdict: 'return',
      rulePack: '2026-11-21',
      lines: LINES.map(({ id }) => ({ lineId: id, verdict: 'not-ok' as const, machine: null })),
      findings: [],
      reasons: [REASON],
      internalNote: '同事的备注',
    },
    ...changes,
  }
}

function takeCaseWith(data: DataOperations, proposals: readonly Proposal[]): string {
  return takeCase(data, 1, makeCase(1, { proposals: [...proposals] }))
}

function answer(data: DataOperations, given: 'taken-over' | 'put-aside', commandId = ANSWER) {
  return data.answerProposal({
    commandId,
    caseId: uuid(1),
    proposalId: PROPOSAL,
    answer: given,
    now: AFTER,
  })
}

/** The author's side: a decision under a hold that had ended. */
function refuseLate(data: DataOperations): void {
  takeCase(data, 1)
  data.saveDraft({ caseId: uuid(1), draft: COMPLETE_DRAFT, now: NOW })
  decide(data)
  data.takeOutbox(1)
  data.settleOutbox({
    outcomes: [{ id: COMMAND, outcome: 'refused', code: 'hold-lost', message: 'no', kept: 'proposal' }],
    now: AFTER,
  })
}

describe('a late decision beside the present work', () => {
  it('goes into the draft when it is taken over, and what the person said stands', async () => {
    const data = await openDesk()
    takeCaseWith(data, [lateDecision()])
    data.saveDraft({ caseId: uuid(1), draft: COMPLETE_DRAFT, now: NOW })
    expect(answer(data, 'taken-over').ok).toBe(true)
    expect(data.readCase(uuid(1))).toMatchObject({
      draft: {
        answers: [
          { lineId: 'national:name', verdict: 'ok' },
          { lineId: 'national:licence', verdict: 'not-ok' },
        ],
        reasons: [REASON],
        internalNote: '同事的备注',
      },
      outbox: [{ kind: 'answer-proposal', state: 'queued', verdict: null }],
    })
    expect(data.takeOutbox(5)).toMatchObject([
      { kind: 'answer-proposal', proposalId: PROPOSAL, answer: 'taken-over', holdToken: makeHold(1).token },
    ])
  })

  it('leaves the draft alone when it is put aside, and is never applied by itself', async () => {
    const data = await openDesk()
    takeCaseWith(data, [lateDecision()])
    data.saveDraft({ caseId: uuid(1), draft: COMPLETE_DRAFT, now: NOW })
    expect(data.readCase(uuid(1))?.draft).toEqual(COMPLETE_DRAFT)
    expect(answer(data, 'put-aside').ok).toBe(true)
    expect(data.readCase(uuid(1))?.draft).toEqual(COMPLETE_DRAFT)
  })

  it('is answered once, and taken over only under a hold', async () => {
    const data = await openDesk()
    takeCaseWith(data, [lateDecision()])
    expect(answer(data, 'put-aside').ok).toBe(true)
    expect(answer(data, 'taken-over', uuid(0xe3))).toEqual({ ok: false, error: 'already-decided' })
    data.storeCase({
      filingCase: makeCase(2, { proposals: [lateDecision({ id: uuid(0xe9) })] }),
      hold: null,
      now: NOW,
    })
    const request = { caseId: uuid(2), proposalId: uuid(0xe9), answer: 'taken-over' as const, now: NOW }
    expect(data.answerProposal({ ...request, commandId: uuid(0xe4) })).toEqual({
      ok: false,
      error: 'not-held',
    })
    expect(data.answerProposal({ ...request, proposalId: PROPOSAL, commandId: uuid(0xe5) })).toEqual({
      ok: false,
      error: 'not-found',
    })
  })

  it('has the case fetched again when the queue tells of another number of them', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    const holds = [makeHold(1)]
    expect(data.applyHolds({ holds, now: NOW }).toFetch).toEqual([])
    data.applyFeed({
      rows: [makeRow(1, { openProposals: 1 })],
      cursor: data.readCursor() + 1,
      userId: REVIEWER.id,
    })
    expect(data.applyHolds({ holds, now: NOW }).toFetch).toEqual([uuid(1)])
    data.storeCase({
      filingCase: makeCase(1, { proposals: [lateDecision()] }),
      hold: makeHold(1),
      now: NOW,
    })
    expect(data.applyHolds({ holds, now: NOW }).toFetch).toEqual([])
  })
})

describe('a late decision of one’s own', () => {
  it('stays in the outbox as kept, and later says what became of it', async () => {
    const data = await openDesk()
    refuseLate(data)
    expect(data.listOutbox()).toMatchObject([{ state: 'refused', late: { answer: null } }])
    expect(data.counts()).toMatchObject({ refused: 1, unansweredLate: 1 })
    const fate = {
      id: COMMAND,
      caseId: uuid(1),
      receivedAt: AFTER,
      answer: { answer: 'taken-over' as const, by: COLLEAGUE, at: AFTER },
    }
    expect(data.storeFates([{ ...fate, answer: null }])).toEqual({ changed: 0 })
    expect(data.storeFates([fate, { ...fate, id: uuid(0xdead) }])).toEqual({ changed: 1 })
    expect(data.storeFates([fate])).toEqual({ changed: 0 })
    expect(data.listOutbox()).toMatchObject([{ state: 'refused', late: { answer: fate.answer } }])
    expect(data.counts()).toMatchObject({ refused: 1, unansweredLate: 0 })
  })

  it('is shown beside what the case is now', async () => {
    const data = await openDesk()
    refuseLate(data)
    data.applyFeed({
      rows: [
        makeRow(1, {
          version: 2,
          state: 'returned',
          holder: { userId: COLLEAGUE.id, displayName: '周二', kind: 'hold', since: NOW, expiresAt: AFTER },
        }),
      ],
      cursor: data.readCursor() + 1,
      userId: REVIEWER.id,
    })
    expect(data.refusedWork(COMMAND)).toEqual({
      said: { verdict: 'pass', reasons: [], internalNote: '', answered: 1, notOk: 0 },
      seen: { version: 1, round: 1 },
      now: { version: 2, round: 1, state: 'returned', holder: '周二', isHeldHere: false },
    })
    expect(data.refusedWork(uuid(0xdead))).toBeNull()
  })
})

describe('a command that the server cannot answer', () => {
  it('waits for its next try, and goes at once when the person asks', async () => {
    const data = await openDesk()
    takeCase(data, 1)
    data.saveDraft({ caseId: uuid(1), draft: COMPLETE_DRAFT, now: NOW })
    decide(data)
    data.takeOutbox(1, NOW)
    data.deferOutbox({ commandId: COMMAND, until: AFTER })
    expect(data.listOutbox()).toMatchObject([
      { state: 'queued', attempts: 1, nextTryAt: new Date(AFTER).toISOString() },
    ])
    expect(data.takeOutbox(1, NOW)).toEqual([])
    data.retryOutbox()
    expect(data.takeOutbox(1, NOW)).toHaveLength(1)
    data.requeueOutbox([COMMAND])
    expect(data.takeOutbox(1, AFTER)).toHaveLength(1)
  })
})
