import { computed, ref, type Ref } from 'vue'
import type { CaseView, Draft } from '../../shared/ipc/models'
import { pageOf } from '../../shared/imaging/pdfPages'
import { MOST_PINS, type Pin } from '../../shared/review/pin'

interface PinBoardInput {
  readonly view: Readonly<Ref<CaseView | null>>
  readonly isEditable: Readonly<Ref<boolean>>
  readonly onChange: () => void
}

/** Spots that the person marks on documents while reviewing. Kept with the draft, decided with the decision. */
export function createPinBoard({ view, isEditable, onChange }: PinBoardInput) {
  const own = ref<readonly Pin[]>([])
  /** Number of the pin whose note is open. */
  const openNumber = ref<number | null>(null)

  const currentRound = computed(() => view.value?.case.rounds.at(-1)?.round ?? 0)
  /** Pins of the round under review; once its draft is gone, those of its decision. */
  const pins = computed<readonly Pin[]>(() =>
    own.value.length > 0 || isEditable.value ? own.value : decidedIn(currentRound.value),
  )

  function decidedIn(round: number): readonly Pin[] {
    const decisions = view.value?.case.decisions ?? []
    return decisions.findLast((made) => made.round === round && made.decision.pins)?.decision.pins ?? []
  }

  /** Pins of a page of a document in a round. */
  function pinsOn(round: number, documentId: string, page: number): readonly Pin[] {
    const ofRound = round === currentRound.value ? pins.value : decidedIn(round)
    return ofRound.filter((pin) => pin.documentId === documentId && pageOf(pin) === page)
  }

  function replace(next: readonly Pin[]): void {
    if (isEditable.value) {
      own.value = next
      onChange()
    }
  }

  /** Sets a pin and opens its note. */
  function add(spot: Pick<Pin, 'documentId' | 'page' | 'x' | 'y'>): void {
    if (!isEditable.value || own.value.length >= MOST_PINS) {
      return
    }
    const number = Math.max(0, ...own.value.map((pin) => pin.number)) + 1
    replace([...own.value, { ...spot, number, note: '' }])
    openNumber.value = number
  }

  function changeNote(number: number, note: string): void {
    replace(own.value.map((pin) => (pin.number === number ? { ...pin, note } : pin)))
  }

  /** Ties the pin to a line of the checklist; null unties it. */
  function tie(number: number, lineId: string | null): void {
    replace(
      own.value.map((pin) => {
        const { lineId: _before, ...rest } = pin
        return pin.number === number ? { ...rest, ...(lineId === null ? {} : { lineId }) } : pin
      }),
    )
  }

  function remove(number: number): void {
    replace(own.value.filter((pin) => pin.number !== number))
    openNumber.value = null
  }

  function take(draft: Draft): void {
    own.value = draft.pins ?? []
    if (!own.value.some(({ number }) => number === openNumber.value)) {
      openNumber.value = null
    }
  }

  /** As the draft keeps it: nothing where there are none. */
  function toDraft(): Pick<Draft, 'pins'> {
    return own.value.length === 0 ? {} : { pins: [...own.value] }
  }

  return { pins, openNumber, pinsOn, add, changeNote, tie, remove, take, toDraft }
}
