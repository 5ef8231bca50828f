import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FakeDesk } from '../../helpers/fakeDesk'
import { caseIdOf, makeDesk, makeItem, makeLine, makeView } from '../../helpers/rendererCases'
import { DeskApiError } from '../../../renderer/api/DeskApiError'
import { useCaseReviewStore } from '../../../renderer/stores/caseReview'
import { useSyncStore } from '../../../renderer/stores/sync'

const LINES = [
  makeLine('name'),
  makeLine('licence', { machine: { verdict: 'pass', evidence: [] } }),
  makeLine('address', {
    machine: { verdict: 'fail', evidence: [{ kind: 'field', path: 'application.entity.mailingAddress' }] },
  }),
]
const [ONE, TWO] = [caseIdOf(1), caseIdOf(2)]
const SAVE_DELAY = 300

let desk: FakeDesk

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  desk = makeDesk({ items: [makeItem(1), makeItem(2)], views: [makeView(1, LINES), makeView(2, LINES)] })
  vi.stubGlobal('window', { desk: desk.bridge })
})

afterEach(() => {
  vi.useRealTimers()
})

function saves(): number {
  return desk.calls.filter((name) => name === 'case.saveDraft').length
}

async function openOne() {
  const review = useCaseReviewStore()
  await review.open(ONE)
  return review
}

describe('caseReview: what is typed', () => {
  it('shows an answer at once and saves it once typing pauses', async () => {
    const review = await openOne()
    review.setAnswer('desk:name', 'ok')
    review.setAnswer('desk:name', 'not-ok')
    expect(review.answers.get('desk:name')?.verdict).toBe('not-ok')
    expect(review.saveState).toBe('pending')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY - 1)
    expect(saves()).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(saves()).toBe(1)
    expect(review.saveState).toBe('saved')
    expect(desk.viewOf(ONE)?.draft.answers).toEqual([{ lineId: 'desk:name', verdict: 'not-ok' }])
  })

  it('keeps a note when the answer changes and forgets an answer that was taken back', async () => {
    const review = await openOne()
    review.setNote('desk:name', '与执照不同')
    review.setAnswer('desk:name', 'not-ok')
    expect(review.answers.get('desk:name')).toEqual({
      lineId: 'desk:name',
      verdict: 'not-ok',
      note: '与执照不同',
    })
    review.setNote('desk:name', '')
    review.setAnswer('desk:name', 'not-looked-at')
    expect(review.answers.size).toBe(0)
  })

  it('saves before another case is opened', async () => {
    const review = await openOne()
    review.changeInternalNote('电话无人接听')
    await review.open(TWO)
    expect(desk.viewOf(ONE)?.draft.internalNote).toBe('电话无人接听')
    expect(desk.viewOf(TWO)?.draft.internalNote).toBe('')
    expect(review.internalNote).toBe('')
  })

  it('stays unsaved, says so, and saves with the next try when the disk is full', async () => {
    const review = await openOne()
    desk.failNext('case.saveDraft', { code: 'disk-full', message: 'full', retryable: true })
    review.setAnswer('desk:name', 'ok')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    expect(review.saveState).toBe('failed')
    expect(review.saveFailure?.code).toBe('disk-full')
    expect(review.answers.get('desk:name')?.verdict).toBe('ok')
    expect(await review.flush()).toBe(true)
    expect(review.saveState).toBe('saved')
    expect(desk.viewOf(ONE)?.draft.answers).toHaveLength(1)
  })

  it('saves what was typed while a save was under way', async () => {
    const review = await openOne()
    review.changeInternalNote('一')
    const saving = review.flush()
    review.changeInternalNote('一二')
    await saving
    expect(review.saveState).toBe('pending')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    expect(desk.viewOf(ONE)?.draft.internalNote).toBe('一二')
    expect(review.saveState).toBe('saved')
  })

  it('wins over what was stored when the case is read again', async () => {
    const review = await openOne()
    review.setAnswer('desk:name', 'ok')
    await review.reload()
    expect(review.answers.get('desk:name')?.verdict).toBe('ok')
  })

  it('cannot be answered without holding the case', async () => {
    const review = await openOne()
    desk.override('case.read', () => ({ ...makeView(1, LINES), hold: null }))
    await review.reload()
    expect(review.isEditable).toBe(false)
    review.setAnswer('desk:name', 'ok')
    expect(review.answers.size).toBe(0)
    expect(saves()).toBe(0)
  })

  it('can only be read once the hold was lost', async () => {
    const review = await openOne()
    desk.failNext('case.read', { code: 'not-held', message: 'gone', retryable: false })
    await review.reload()
    expect(review.isEditable).toBe(false)
    expect(review.view?.case.id).toBe(ONE)
  })
})

describe('caseReview: the decision', () => {
  it('names what keeps a pass back and counts what still needs the person', async () => {
    const review = await openOne()
    expect(review.passProblems).toEqual([
      { code: 'lines-not-looked-at', lineIds: ['desk:name', 'desk:address'] },
    ])
    expect(review.checklist.openLines.map((line) => line.id)).toEqual(['desk:name', 'desk:address'])
    review.setAnswer('desk:name', 'ok')
    review.setAnswer('desk:address', 'not-ok')
    expect(review.passProblems).toEqual([{ code: 'lines-not-ok', lineIds: ['desk:address'] }])
  })

  it('stores the draft before it decides, then lets nobody change it', async () => {
    const review = await openOne()
    review.setAnswer('desk:name', 'ok')
    review.setAnswer('desk:address', 'ok')
    await review.decide('pass')
    expect(desk.calls.indexOf('case.saveDraft')).toBeLessThan(desk.calls.indexOf('case.decide'))
    expect(review.isDecided).toBe(true)
    expect(review.isEditable).toBe(false)
    expect(review.pendingDecision?.state).toBe('queued')
  })

  it('does not decide on a draft that could not be stored', async () => {
    const review = await openOne()
    review.setAnswer('desk:name', 'ok')
    desk.failNext('case.saveDraft', { code: 'storage', message: 'io', retryable: true })
    await expect(review.decide('pass')).rejects.toBeInstanceOf(DeskApiError)
    expect(desk.calls).not.toContain('case.decide')
    expect(review.isDecided).toBe(false)
  })

  it('stays on the screen after the case has left this workstation', async () => {
    const review = await openOne()
    review.setAnswer('desk:name', 'ok')
    review.setAnswer('desk:address', 'ok')
    await review.decide('pass')
    desk.failNext('case.read', { code: 'not-held', message: 'acknowledged and dropped', retryable: false })
    await review.reload()
    expect(review.view?.case.id).toBe(ONE)
    expect(review.isDecided).toBe(true)
    expect(review.decided?.isAcknowledged).toBe(true)
  })

  it('calls a decision acknowledged only after it was seen to have left this workstation', async () => {
    const review = await openOne()
    review.setAnswer('desk:name', 'ok')
    review.setAnswer('desk:address', 'ok')
    const olderAnswer = review.reload()
    await Promise.all([olderAnswer, review.decide('pass')])
    expect(review.decided?.isAcknowledged).toBe(false)
    desk.failNext('case.read', { code: 'storage', message: 'io', retryable: true })
    await review.reload()
    expect(review.decided?.isAcknowledged).toBe(false)
  })

  it('brings a reason for each defect once, and not again after it was removed', async () => {
    const review = await openOne()
    review.setAnswer('desk:name', 'not-ok')
    review.collectReasons()
    expect(review.reasons.map((reason) => reason.field)).toEqual([
      'application',
      'application.entity.mailingAddress',
    ])
    review.collectReasons()
    expect(review.reasons).toHaveLength(2)
    review.removeReason(0)
    review.collectReasons()
    expect(review.reasons).toHaveLength(1)
    review.setAnswer('desk:name', 'not-ok')
    review.collectReasons()
    expect(review.reasons).toHaveLength(2)
  })

  it('sends edited reasons with a return and none with a pass', async () => {
    const review = await openOne()
    const sent = vi.fn()
    desk.override('case.decide', ({ verdict, reasons }) => {
      sent(verdict, reasons)
      return { commandId: caseIdOf(9) }
    })
    review.collectReasons()
    review.changeReason(0, { problem: '通信地址不在浙江', advice: '请改为省内地址' })
    await review.decide('return')
    expect(sent).toHaveBeenLastCalledWith('return', [
      expect.objectContaining({ problem: '通信地址不在浙江', advice: '请改为省内地址' }),
    ])
    await review.open(TWO)
    review.collectReasons()
    await review.decide('pass')
    expect(sent).toHaveBeenLastCalledWith('pass', [])
  })

  it('can be made again after a refused one was put back into the draft', async () => {
    const review = await openOne()
    review.changeInternalNote('主管定夺')
    await review.decide('escalate')
    const commandId = review.decided?.commandId ?? ''
    const refused = { ...makeView(1, LINES) }
    desk.override('case.read', () => ({
      ...refused,
      outbox: [
        {
          id: commandId,
          caseId: ONE,
          orderNumber: 'BA-20261120-0001',
          kind: 'decide',
          verdict: 'escalate',
          state: 'refused',
          recordedAt: '2026-11-21T02:32:00.000Z',
          attempts: 1,
          refusal: 'stale-version',
        },
      ],
    }))
    await review.reload()
    expect(review.refusedDecision?.refusal).toBe('stale-version')
    expect(review.isEditable).toBe(false)
    const draft = { answers: [], reasons: [], internalNote: '主管定夺' }
    desk.override('case.read', () => ({ ...refused, draft, outbox: [] }))
    await useSyncStore().settleRefused(commandId)
    await review.reload()
    expect(review.isEditable).toBe(true)
    expect(review.internalNote).toBe('主管定夺')
  })
})

describe('caseReview: the checklist on the screen', () => {
  it('opens with what needs the person and keeps answered lines in place', async () => {
    const review = await openOne()
    expect(review.checklist.isOnlyOpen).toBe(true)
    expect(review.checklist.shownLines.map((line) => line.id)).toEqual(['desk:name', 'desk:address'])
    review.setAnswer('desk:name', 'ok')
    expect(review.checklist.shownLines.map((line) => line.id)).toEqual(['desk:name', 'desk:address'])
    review.checklist.showOnlyOpen(true)
    expect(review.checklist.shownLines.map((line) => line.id)).toEqual(['desk:address'])
  })

  it('keeps the choice of the person from case to case', async () => {
    const review = await openOne()
    review.checklist.showOnlyOpen(false)
    await review.open(TWO)
    expect(review.checklist.isOnlyOpen).toBe(false)
    expect(review.checklist.shownLines).toHaveLength(3)
    review.checklist.showOnlyOpen(true)
    await review.open(ONE)
    expect(review.checklist.shownLines).toHaveLength(2)
    expect(review.checklist.selectedLineId).toBeNull()
  })

  it('brings a line that is not shown to the screen when it is selected', async () => {
    const folded = makeLine('guide', { blocking: false, severity: 'info' })
    desk.override('case.read', () => makeView(1, [...LINES, folded]))
    const review = await openOne()
    review.checklist.showOnlyOpen(true)
    review.checklist.select(folded)
    expect(review.checklist.shownLines.map((line) => line.id)).toContain('desk:guide')
    expect(review.checklist.selectedLineId).toBe('desk:guide')
    expect(review.checklist.shownLines).toHaveLength(3)
  })
})
