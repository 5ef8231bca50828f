import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { CaseInHand, DayView, LeftNote } from '../../shared/ipc/day'
import type { Quiet } from '../../shared/review/day/quiet'
import { SHIFT_MOVES, isLegalMove, type ShiftMove } from '../../shared/review/day/shift'

/** The person's shift and quiet mode. */
export const useDayStore = defineStore('day', () => {
  const day = shallowRef<DayView | null>(null)
  const inHand = shallowRef<readonly CaseInHand[]>([])
  /** The end of the shift is being prepared. */
  const isEnding = shallowRef(false)
  /** Who is at work is being looked at. */
  const isLookingRound = shallowRef(false)

  const moves = computed<readonly ShiftMove[]>(() => {
    const state = day.value?.shift.state
    return state === undefined ? [] : SHIFT_MOVES.filter((move) => isLegalMove(state, move))
  })

  async function refresh(): Promise<void> {
    day.value = await desk.readDay()
  }

  async function move(next: ShiftMove): Promise<void> {
    day.value = await desk.moveShift(next)
  }

  async function beQuiet(quiet: Quiet | null): Promise<void> {
    day.value = await desk.beQuiet(quiet)
  }

  /** Reads what is in hand first: the list of the hand-over is of now. */
  async function prepareEnd(): Promise<void> {
    inHand.value = (await desk.readCasesInHand()).cases
    isEnding.value = true
  }

  /** Notes first: a shift that has ended has left what it meant to. */
  async function end(notes: readonly LeftNote[]): Promise<void> {
    if (notes.length > 0) {
      await desk.leaveNotes(notes)
    }
    await move('end')
    isEnding.value = false
  }

  function giveUpEnd(): void {
    isEnding.value = false
  }

  return { day, inHand, isEnding, isLookingRound, moves, refresh, move, beQuiet, prepareEnd, end, giveUpEnd }
})
