import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FakeDesk } from '../../../helpers/fakeDesk'
import { caseIdOf, makeDesk, makeItem, makeLine, makeView } from '../../../helpers/rendererCases'
import { useCaseReviewStore } from '../../../../renderer/stores/caseReview'
import { MOST_PINS } from '../../../../shared/review/pin'

const ONE = caseIdOf(1)
const SPOT = { documentId: 'licence', x: 0.2, y: 0.4 }
const SAVE_DELAY = 300

let desk: FakeDesk

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  desk = makeDesk({ items: [makeItem(1)], views: [makeView(1, [makeLine('name')])] })
  vi.stubGlobal('window', { desk: desk.bridge })
})

afterEach(() => {
  vi.useRealTimers()
})

async function openOne() {
  const review = useCaseReviewStore()
  await review.open(ONE)
  return review
}

describe('pinBoard', () => {
  it('keeps pins with the draft as they are typed, and has them again', async () => {
    const review = await openOne()
    review.pinBoard.add(SPOT)
    review.pinBoard.changeNote(1, '编号第三位模糊')
    review.pinBoard.tie(1, 'desk:name')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    const kept = { ...SPOT, number: 1, note: '编号第三位模糊', lineId: 'desk:name' }
    expect(desk.viewOf(ONE)?.draft.pins).toEqual([kept])
    review.close()
    expect(review.pinBoard.pins).toEqual([])
    await review.open(ONE)
    expect(review.pinBoard.pinsOn(1, 'licence', 1)).toEqual([kept])
    expect(review.pinBoard.pinsOn(1, 'resident-id', 1)).toEqual([])
  })

  it('opens the note of a new pin, and no pin takes the number of one that stays', async () => {
    const review = await openOne()
    review.pinBoard.add(SPOT)
    review.pinBoard.add({ ...SPOT, x: 0.9 })
    expect(review.pinBoard.openNumber).toBe(2)
    review.pinBoard.remove(1)
    expect(review.pinBoard.openNumber).toBeNull()
    review.pinBoard.add(SPOT)
    expect(review.pinBoard.pins.map(({ number }) => number)).toEqual([2, 3])
    review.pinBoard.tie(2, 'desk:name')
    review.pinBoard.tie(2, null)
    expect(review.pinBoard.pins[0]).not.toHaveProperty('lineId')
  })

  it('says nothing of pins in a draft that has none, and sets no more than can be kept', async () => {
    const review = await openOne()
    review.changeInternalNote('x')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY)
    expect(desk.viewOf(ONE)?.draft).not.toHaveProperty('pins')
    for (let count = 0; count <= MOST_PINS; count += 1) {
      review.pinBoard.add(SPOT)
    }
    expect(review.pinBoard.pins).toHaveLength(MOST_PINS)
  })

  it('is only read where the case is not held, and shows the pins of its decision', async () => {
    const view = makeView(1, [makeLine('name')])
    const pins = [{ ...SPOT, number: 4, note: '看不清' }]
    const decision = { verdict: 'return', rulePack: 'x', lines: [], findings: [], reasons: [], pins } as const
    const made = {
      commandId: ONE,
      round: 1,
      caseVersion: 2,
      decision: { ...decision, lines: [], findings: [], reasons: [] },
      decidedBy: { userId: ONE, displayName: '陈静' },
      decidedAt: '2026-11-20T10:00:00+08:00',
      auditHash: 'a'.repeat(64),
    }
    desk.override('case.read', () => ({
      ...view,
      hold: null,
      case: { ...view.case, decisions: [made] },
    }))
    const review = await openOne()
    review.pinBoard.add(SPOT)
    expect(review.pinBoard.pins).toEqual(pins)
    expect(review.pinBoard.pinsOn(1, 'licence', 1)).toEqual(pins)
  })
})
