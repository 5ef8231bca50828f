import type { CommandOutcome } from '../../../shared/protocol/commands'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import type { StoredCommand } from '../queries/outboxQueries'
import { signedIn, type DataContext } from './dataContext'

/** Answers to commands that are not known here, or were settled before, change nothing. */
export function createSettleOutbox(context: DataContext): DataOperations['settleOutbox'] {
  const { db, queries } = context

  function settle(stored: StoredCommand, outcome: CommandOutcome): boolean {
    const { id, caseId, kind } = stored.item
    if (outcome.outcome === 'refused') {
      const isChanged = queries.outbox.markRefused(id, outcome.code)
      if (isChanged && outcome.code === 'hold-lost') {
        queries.holds.remove(caseId)
      }
      return isChanged
    }
    const adopted = stored.command?.kind === 'adopt-rule-pack' ? stored.command.rulePack : null
    const isChanged = queries.outbox.markApplied(id, outcome.caseVersion)
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
