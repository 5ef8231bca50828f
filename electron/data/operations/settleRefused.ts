import type { Draft } from '../../../shared/ipc/models'
import { currentRound } from '../../../shared/protocol/case'
import type { Command } from '../../../shared/protocol/commands'
import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { EMPTY_DRAFT } from '../queries/draftQueries'
import { signedIn, type DataContext } from './dataContext'
import { marksOf } from './marksOf'

type DecideCommand = Extract<Command, { kind: 'decide' }>
type LeaveNoteCommand = Extract<Command, { kind: 'leave-note' }>
/** Of an internal note, as the draft takes it. */
const LONGEST_NOTE = 2000

export function createSettleRefused(context: DataContext): DataOperations['settleRefused'] {
  const { db, queries } = context

  function restoreDraft(command: DecideCommand, decidedRound: number, now: string): void {
    const filingCase = queries.cases.find(command.caseId)
    if (filingCase === null) {
      return
    }
    const { round } = currentRound(filingCase)
    const saved = queries.drafts.find(command.caseId, round)
    const isNewer = saved !== null && saved.decidedBy !== command.id
    const decided = draftOf(command)
    // Words can be of use in a later round; a tick says that this round's papers have been looked at, a pin is on them.
    const restored = round === decidedRound ? { ...decided, ...marksOf(command.decision) } : decided
    queries.drafts.write(command.caseId, round, merge(restored, isNewer ? saved.draft : null), now)
  }

  /** A note that nobody gets is the person's own again, as far as there is room for it. */
  function keepWords({ caseId, round, note }: LeaveNoteCommand, now: string): void {
    const draft = queries.drafts.find(caseId, round)?.draft ?? EMPTY_DRAFT
    const internalNote = [draft.internalNote, note.text].filter((text) => text !== '').join('\n')
    if (queries.cases.find(caseId) !== null && internalNote.length <= LONGEST_NOTE) {
      queries.drafts.write(caseId, round, { ...draft, internalNote }, now)
    }
  }

  return ({ commandId, now }) =>
    inTransaction(db, () => {
      const stored = queries.outbox.find(commandId)
      if (stored === null || stored.command === null || !queries.outbox.removeRefused(commandId)) {
        return refusal('not-found')
      }
      const { caseId } = stored.item
      if (stored.command.kind === 'decide') {
        restoreDraft(stored.command, stored.round, now)
      } else if (stored.command.kind === 'record-call') {
        const { call, round, holdToken } = stored.command
        const draft = { ...call, promise: call.promise ?? { what: '', until: '' } }
        queries.calls.writeDraft(caseId, { draft, round, holdToken, savedAt: now })
      } else if (stored.command.kind === 'leave-note') {
        keepWords(stored.command, now)
      } else if (stored.command.kind === 'record-submission') {
        queries.packages.unmarkSubmitted(commandId)
      }
      queries.queueRows.refreshDecidedHere(caseId)
      queries.audit.append({
        at: now,
        actor: signedIn(context).user.id,
        action: 'refused-settled',
        caseId,
        detail: { commandId, code: stored.item.refusal ?? '' },
      })
      return success(null)
    })
}

/** The words of a decision; its ticks and pins belong to the round they were given in. */
function draftOf({ decision }: DecideCommand): Draft {
  return {
    answers: [],
    reasons: decision.reasons,
    internalNote: decision.internalNote ?? '',
  }
}

/** What was typed after the decision stands over what the decision said. */
function merge(decided: Draft, later: Draft | null): Draft {
  if (later === null) {
    return decided
  }
  const pins = later.pins ?? decided.pins
  const corrections = later.corrections ?? decided.corrections
  const changed = new Set(later.answers.map((answer) => answer.lineId))
  return {
    answers: [...decided.answers.filter((answer) => !changed.has(answer.lineId)), ...later.answers],
    reasons: later.reasons.length > 0 ? later.reasons : decided.reasons,
    internalNote: later.internalNote === '' ? decided.internalNote : later.internalNote,
    ...(pins === undefined ? {} : { pins }),
    ...(corrections === undefined ? {} : { corrections }),
  }
}
