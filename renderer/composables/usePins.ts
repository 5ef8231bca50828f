import { nextTick } from 'vue'
import { useDocumentPanes } from './useDocumentPanes'
import { useCaseReviewStore } from '../stores/caseReview'
import { pageOf } from '../../shared/imaging/pdfPages'
import type { Pin } from '../../shared/review/pin'

/** The ways to pins, and from a pin to a reason of the return. */
export function usePins() {
  const review = useCaseReviewStore()
  const panes = useDocumentPanes()

  /** Shows the spot and opens its note. */
  async function goTo(pin: Pin): Promise<void> {
    panes.showAll([pin.documentId])
    review.pinBoard.openNumber = pin.number
    const pane = panes.indexes.value.find((own) => panes.shown[own] === pin.documentId)
    if (pane !== undefined) {
      panes.turnTo(pane, pageOf(pin))
      await nextTick()
      panes.handleOf(pane)?.lookAt(pin)
    }
  }

  async function next(): Promise<void> {
    const { pins, openNumber } = review.pinBoard
    const after = pins.find(({ number }) => number > (openNumber ?? 0)) ?? pins[0]
    if (after !== undefined) {
      await goTo(after)
    }
  }

  /** The pin's note as the problem of a reason; what the applicant should do stays to be written. */
  function reasonOf({ documentId, note }: Pin) {
    return { field: documentId, problem: note.trim(), advice: '' }
  }

  function isReason(pin: Pin): boolean {
    return review.hasReason(reasonOf(pin))
  }

  function makeReason(pin: Pin): void {
    if (review.isEditable && pin.note.trim() !== '' && !isReason(pin)) {
      review.addReason(reasonOf(pin))
    }
  }

  return { goTo, next, isReason, makeReason }
}

export type PinWays = ReturnType<typeof usePins>
