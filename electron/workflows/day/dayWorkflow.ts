import type { CaseInHand, DayView, LeftNote } from '../../../shared/ipc/day'
import { isQuiet, type Quiet } from '../../../shared/review/day/quiet'
import type { ShiftMove } from '../../../shared/review/day/shift'
import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly data: Pick<DataPort, 'readDay' | 'moveShift' | 'saveQuiet' | 'casesInHand' | 'leaveNote'>
  readonly session: Pick<CurrentSession, 'requireRight'>
  readonly now: () => string
  readonly newId: () => string
  readonly notify: NotifyDesk
  readonly nudgeSync: () => void
}

export interface DayWorkflow {
  read(): Promise<DayView>
  /** Begins, interrupts, continues or ends the shift; the server is told with the next exchange. */
  moveShift(move: ShiftMove): Promise<DayView>
  /** Silences notifications; null: no longer. */
  beQuiet(quiet: Quiet | null): Promise<DayView>
  casesInHand(): Promise<{ readonly cases: CaseInHand[] }>
  /** Leaves words with cases that are held here; nothing of a case that is not. */
  leaveNotes(notes: readonly LeftNote[]): Promise<{ readonly left: number }>
}

/** The reviewer's day. Nothing of it needs the network. */
export function createDayWorkflow({
  data,
  session,
  now,
  newId,
  notify,
  nudgeSync,
}: Dependencies): DayWorkflow {
  async function read(): Promise<DayView> {
    session.requireRight('draw')
    const at = now()
    const { shift, quiet } = await data.readDay({ now: at })
    return { shift, quiet: isQuiet(quiet, shift.state, Date.parse(at)) ? quiet : null }
  }

  function changed(): Promise<DayView> {
    notify('day-changed', {})
    return read()
  }

  return {
    read,
    async moveShift(move) {
      session.requireRight('draw')
      const moved = await data.moveShift({ id: newId(), move, now: now() })
      if (!moved.ok) {
        throw new AppError('invalid-request', 'The move does not follow from where the shift stands')
      }
      if (move === 'end' && (await data.readDay({ now: now() })).quiet?.until === 'shift-end') {
        await data.saveQuiet(null)
      }
      nudgeSync()
      return changed()
    },
    async beQuiet(quiet) {
      session.requireRight('draw')
      await data.saveQuiet(quiet)
      return changed()
    },
    async casesInHand() {
      session.requireRight('draw')
      return { cases: [...(await data.casesInHand())] }
    },
    async leaveNotes(notes) {
      session.requireRight('draw')
      let left = 0
      for (const { caseId, text } of notes) {
        const done = await data.leaveNote({ commandId: newId(), caseId, text, now: now() })
        if (done.ok) {
          left += 1
          notify('case-changed', { caseId })
        }
      }
      notify('sync-changed', {})
      nudgeSync()
      return { left }
    },
  }
}
