import type { CallStand } from '../../../shared/calls/callRecord'
import { isInReview } from '../../../shared/filing/caseStates'
import type { QueueRow } from '../../../shared/protocol/case'
import { leaveNoteCommandSchema } from '../../../shared/protocol/commands'
import { refusal, success } from '../../../shared/result'
import type { CaseStand } from '../../../shared/review/day/handOverNote'
import { isLegalMove, shiftAt } from '../../../shared/review/day/shift'
import { inTransaction } from '../connection/handles'
import type { DayOperations, HeldFacts } from '../dayOperations'
import { NO_CASE } from '../queries/auditQueries'
import { signedIn, type DataContext } from './dataContext'

const DAY = 24 * 60 * 60_000
/** A notification of the same thing after that long is another one. */
const SHOWN_KEPT = 60 * DAY

/** `callStandOf`: what the calls of a case come to, with those that wait to be sent. */
export function createDayOperations(
  context: DataContext,
  callStandOf: (row: QueueRow) => CallStand | null,
): DayOperations {
  const { db, queries } = context

  function heldRows(): ReadonlyArray<{ readonly row: QueueRow; readonly token: number }> {
    return queries.holds.list().flatMap(({ hold }) => {
      const row = hold.kind === 'hold' ? queries.queueRows.find(hold.caseId)?.row : undefined
      return row === undefined ? [] : [{ row, token: hold.token }]
    })
  }

  function standOf(row: QueueRow): CaseStand {
    const answers = queries.drafts.find(row.id, row.round)?.draft.answers ?? []
    const calls = callStandOf(row)
    return {
      answered: answers.length,
      notOk: answers.filter(({ verdict }) => verdict === 'not-ok').length,
      hasCallDraft: queries.calls.draftOf(row.id) !== null,
      callBackAt: calls?.callBackAt ?? null,
      promisedUntil: calls?.promisedUntil ?? null,
    }
  }

  function isDecidedHere(caseId: string): boolean {
    return queries.outbox
      .ofCase(caseId)
      .some(({ item }) => item.kind === 'decide' && item.state !== 'refused')
  }

  function heldFacts({ row, token }: { readonly row: QueueRow; readonly token: number }): HeldFacts {
    const isOpen = isInReview(row.state) && !isDecidedHere(row.id)
    return {
      caseId: row.id,
      token,
      dueAt: isOpen ? row.dueAt : null,
      callBackAt: callStandOf(row)?.callBackAt ?? null,
    }
  }

  const shiftNow = (now: string) => shiftAt(queries.day.lastMove(), Date.parse(now))

  return {
    readDay: ({ now }) => ({ shift: shiftNow(now), quiet: queries.day.quiet() }),
    moveShift: ({ id, move, now }) =>
      inTransaction(db, () => {
        if (!isLegalMove(shiftNow(now).state, move)) {
          return refusal('illegal-move')
        }
        queries.day.addMove({ id, move, at: now })
        queries.audit.append({
          at: now,
          actor: signedIn(context).user.id,
          action: 'shift-changed',
          caseId: NO_CASE,
          detail: { move },
        })
        return success(null)
      }),
    shiftMovesToTell: () => queries.day.untoldMoves(),
    shiftMovesTold: (ids) =>
      inTransaction(db, () => {
        for (const id of ids) {
          queries.day.markTold(id)
        }
      }),
    saveQuiet: (quiet) => inTransaction(db, () => queries.day.replaceQuiet(quiet)),
    casesInHand: () => heldRows().map(({ row }) => ({ row, stand: standOf(row) })),
    leaveNote: ({ commandId, caseId, text, now }) =>
      inTransaction(db, () => {
        const held = heldRows().find(({ row }) => row.id === caseId)
        if (held === undefined) {
          return refusal('not-held')
        }
        const { row, token } = held
        const note = { text, stand: standOf(row) }
        const command = leaveNoteCommandSchema.parse({
          id: commandId,
          caseId,
          expectedVersion: row.version,
          recordedAt: now,
          kind: 'leave-note',
          holdToken: token,
          round: row.round,
          note,
        })
        queries.outbox.add(command, { round: row.round, orderNumber: row.orderNumber })
        queries.audit.append({
          at: now,
          actor: signedIn(context).user.id,
          action: 'note-left',
          caseId,
          detail: { commandId, round: row.round },
          change: { before: null, after: note },
        })
        return success({ commandId })
      }),
    noticeFacts({ now }) {
      const shown = queries.day.shown()
      return {
        held: heldRows().map(heldFacts),
        refused: queries.outbox
          .waiting()
          .filter(({ item }) => item.kind === 'decide' && item.state === 'refused')
          .map(({ item }) => item.id),
        moved: queries.day.holdMovesAfter(Date.parse(now) - DAY),
        shown: shown.map(({ key }) => key),
        lastShownAt: shown[0]?.at ?? null,
      }
    },
    rememberShown: ({ keys, now }) =>
      inTransaction(db, () => {
        const at = Date.parse(now)
        for (const key of keys) {
          queries.day.addShown(key, at)
        }
        queries.day.forgetBefore(at - SHOWN_KEPT)
      }),
  }
}
