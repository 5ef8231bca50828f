import { refuse } from './fakeRefusal'
import type { CallName, ParsedRequestOf, ReplyOf } from '../../shared/ipc/contract'
import type { DayView } from '../../shared/ipc/day'
import type { CaseView, QueueItem } from '../../shared/ipc/models'
import { isLegalMove, shiftAt } from '../../shared/review/day/shift'

type DayCalls = Extract<CallName, `day.${string}`>
type Answers = { [N in DayCalls]: (request: ParsedRequestOf<N>) => ReplyOf<N> }

interface Surroundings {
  readonly userId: string
  readonly now: () => Date
  readonly items: () => readonly QueueItem[]
  readonly viewOf: (caseId: string) => CaseView | undefined
  /** Puts the command into the outbox. */
  readonly queue: (caseId: string) => void
}

/** The shift of the fake shell's person: moves follow as in the real one, and stay in memory. */
export function createFakeDay({ userId, now, items, viewOf, queue }: Surroundings): Answers {
  let day: DayView = { shift: { state: 'none', since: null }, quiet: null }

  return {
    'day.read': () => day,
    'day.moveShift': ({ move }) => {
      if (!isLegalMove(day.shift.state, move)) {
        refuse('invalid-request')
      }
      const shift = shiftAt({ move, at: now().toISOString() }, now().getTime())
      day = { shift, quiet: move === 'end' && day.quiet?.until === 'shift-end' ? null : day.quiet }
      return day
    },
    'day.beQuiet': ({ quiet }) => {
      day = { ...day, quiet }
      return day
    },
    'day.casesInHand': () => ({
      cases: items()
        .filter(({ holder }) => holder?.userId === userId && holder.kind === 'hold')
        .map(({ isLocal: _here, unsent: _unsent, workingMinutesLeft: _left, ...row }) => {
          const answers = viewOf(row.id)?.draft.answers ?? []
          return {
            row,
            stand: {
              answered: answers.length,
              notOk: answers.filter(({ verdict }) => verdict === 'not-ok').length,
              hasCallDraft: false,
              callBackAt: row.calls?.callBackAt ?? null,
              promisedUntil: row.calls?.promisedUntil ?? null,
            },
          }
        }),
    }),
    'day.leaveNotes': ({ notes }) => {
      for (const { caseId } of notes) {
        queue(caseId)
      }
      return { left: notes.length }
    },
  }
}
