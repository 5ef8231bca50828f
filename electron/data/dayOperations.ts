import type { QueueRow } from '../../shared/protocol/case'
import type { Result } from '../../shared/result'
import type { CaseStand } from '../../shared/review/day/handOverNote'
import type { NoticeFacts } from '../../shared/review/day/notices'
import type { Quiet } from '../../shared/review/day/quiet'
import type { Shift, ShiftMove, ToldShiftMove } from '../../shared/review/day/shift'

/** What is known here of a held case; times instead of the minutes that a calendar makes of them. */
export interface HeldFacts {
  readonly caseId: string
  readonly token: number
  /** Null once it is decided here, or is not in review. */
  readonly dueAt: string | null
  readonly callBackAt: string | null
}

/** What the data worker can do about the person's own day. */
export interface DayOperations {
  readDay(request: { readonly now: string }): { readonly shift: Shift; readonly quiet: Quiet | null }
  /** Move and audit entry in one transaction; `illegal-move` when it does not follow from where the shift stands. */
  moveShift(request: {
    readonly id: string
    readonly move: ShiftMove
    readonly now: string
  }): Result<null, 'illegal-move'>
  /** Moves that the server has not been told, in order. */
  shiftMovesToTell(): readonly ToldShiftMove[]
  shiftMovesTold(ids: readonly string[]): void
  saveQuiet(quiet: Quiet | null): void
  /** Cases held here, with what the desk can list of them by itself. */
  casesInHand(): ReadonlyArray<{ readonly row: QueueRow; readonly stand: CaseStand }>
  /** Note into outbox and audit in one transaction. Only with a case that is held here. */
  leaveNote(request: {
    readonly commandId: string
    readonly caseId: string
    readonly text: string
    readonly now: string
  }): Result<{ readonly commandId: string }, 'not-held'>
  noticeFacts(request: { readonly now: string }): Omit<NoticeFacts, 'held'> & {
    readonly held: readonly HeldFacts[]
    readonly shown: readonly string[]
    /** When there was a notification last, epoch milliseconds. */
    readonly lastShownAt: number | null
  }
  rememberShown(request: { readonly keys: readonly string[]; readonly now: string }): void
}
