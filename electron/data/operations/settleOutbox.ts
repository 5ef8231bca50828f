import type { Command, CommandOutcome } from '../../../shared/protocol/commands'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import type { StoredCommand } from '../queries/outboxQueries'
import { signedIn, type DataContext } from './dataContext'

type RecordCallCommand = Extract<Command, { kind: 'record-call' }>
type LeaveNoteCommand = Extract<Command, { kind: 'leave-note' }>
/** Made under any hold there ever was, so that their refusal says nothing about the present one. */
const FACTS: readonly Command['kind'][] = ['record-call', 'leave-note']

/** Answers to commands that are not known here, or were settled before, change nothing. */
export function createSettleOutbox(context: DataContext): DataOperations['settleOutbox'] {
  const { db, queries } = context

  function settle(stored: StoredCommand, outcome: CommandOutcome): boolean {
    const { id, caseId, kind } = stored.item
    if (outcome.outcome === 'refused') {
      const isChanged = queries.outbox.markRefused(id, outcome)
      if (isChanged && outcome.code === 'hold-lost' && !FACTS.includes(kind)) {
        queries.holds.remove(caseId)
      }
      return isChanged
    }
    const adopted = stored.command?.kind === 'adopt-rule-pack' ? stored.command.rulePack : null
    const made = stored.command?.kind === 'record-call' ? stored.command : null
    const left = stored.command?.kind === 'leave-note' ? stored.command : null
    const isChanged = queries.outbox.markApplied(id, outcome.caseVersion)
    if (isChanged && made !== null) {
      keepCallHere(made)
    }
    if (isChanged && left !== null) {
      keepNoteHere(left)
    }
    if (isChanged && adopted !== null) {
      pinHere(caseId, adopted, outcome.caseVersion)
    }
    if (isChanged && kind === 'decide') {
      // The server's decision ends the hold; the case's data goes with the next answer about holds.
      queries.holds.remove(caseId)
      queries.drafts.remove(caseId, stored.round)
    }
    return isChanged
  }

  /** A case that is only read is not fetched again for a call of one's own; a held one is, and then has it once. */
  function keepCallHere({ id, caseId, round, call, recordedAt }: RecordCallCommand): void {
    const filingCase = queries.cases.find(caseId)
    if (filingCase === null || filingCase.calls?.some((kept) => kept.id === id) === true) {
      return
    }
    const { user } = signedIn(context)
    const by = { userId: user.id, displayName: user.displayName }
    const kept = { id, round, call, by, receivedAt: recordedAt }
    queries.cases.write({ ...filingCase, calls: [...(filingCase.calls ?? []), kept] }, false)
  }

  /** As with a call: the case is not fetched again for a note of one's own. */
  function keepNoteHere({ id, caseId, round, note, recordedAt }: LeaveNoteCommand): void {
    const filingCase = queries.cases.find(caseId)
    if (filingCase === null || filingCase.notes?.some((kept) => kept.id === id) === true) {
      return
    }
    const { user } = signedIn(context)
    const by = { userId: user.id, displayName: user.displayName }
    const kept = { id, round, note, by, receivedAt: recordedAt }
    queries.cases.write({ ...filingCase, notes: [...(filingCase.notes ?? []), kept] }, false)
  }

  /** What was adopted here stands; the case's entry about it comes with the case as the server has it. */
  function pinHere(caseId: string, rulePack: string, version: number): void {
    const filingCase = queries.cases.find(caseId)
    if (filingCase !== null && filingCase.version < version) {
      queries.cases.write({ ...filingCase, rulePack, version }, true)
    }
  }

  return ({ outcomes, now }) =>
    inTransaction(db, () => {
      for (const outcome of outcomes) {
        const stored = queries.outbox.find(outcome.id)
        if (stored === null || !settle(stored, outcome)) {
          continue
        }
        queries.queueRows.refreshDecidedHere(stored.item.caseId)
        queries.audit.append({
          at: now,
          actor: signedIn(context).user.id,
          action: outcome.outcome === 'applied' ? 'command-applied' : 'command-refused',
          caseId: stored.item.caseId,
          detail:
            outcome.outcome === 'applied'
              ? { commandId: outcome.id, version: outcome.caseVersion, serverAudit: outcome.auditHash }
              : { commandId: outcome.id, code: outcome.code },
        })
      }
    })
}
