import { currentRound } from '../../../shared/protocol/case'
import { answerProposalCommandSchema } from '../../../shared/protocol/commands'
import type { Proposal } from '../../../shared/protocol/proposals'
import { refusal, success } from '../../../shared/result'
import { takeOver } from '../../../shared/review/lateDecision'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { EMPTY_DRAFT } from '../queries/draftQueries'
import { signedIn, type DataContext } from './dataContext'
import { pinnedCase } from './pinnedCase'

/** Taking a late decision over copies its words into the draft of whoever has the case; nothing is decided by it. */
export function createAnswerProposal(context: DataContext): DataOperations['answerProposal'] {
  const { db, queries } = context
  return ({ commandId, caseId, proposalId, answer, now }) =>
    inTransaction(db, () => {
      const filingCase = pinnedCase(queries, caseId)
      const proposal = filingCase?.proposals?.find(({ id }) => id === proposalId)
      if (filingCase === null || proposal === undefined) {
        return refusal('not-found')
      }
      const held = queries.holds.find(caseId)
      const holdToken = held?.hold.kind === 'hold' ? held.hold.token : null
      if (answer === 'taken-over' && holdToken === null) {
        return refusal('not-held')
      }
      if (isAnswered(proposal)) {
        return refusal('already-decided')
      }
      const { round } = currentRound(filingCase)
      queries.outbox.add(
        answerProposalCommandSchema.parse({
          id: commandId,
          caseId,
          expectedVersion: filingCase.version,
          recordedAt: now,
          kind: 'answer-proposal',
          holdToken,
          proposalId,
          answer,
        }),
        { round, orderNumber: filingCase.orderNumber },
      )
      if (answer === 'taken-over') {
        const own = queries.drafts.find(caseId, round)?.draft ?? EMPTY_DRAFT
        queries.drafts.write(caseId, round, takeOver(proposal, filingCase.version, own), now)
      }
      queries.audit.append({
        at: now,
        actor: signedIn(context).user.id,
        action: 'late-decision-answered',
        caseId,
        detail: { commandId, proposalId, answer, round, version: filingCase.version },
      })
      return success({ commandId })
    })

  function isAnswered({ id, answer }: Proposal): boolean {
    return answer !== null || queries.outbox.answersTo(id)
  }
}

/** What became of late decisions of the person at this desk; of those that are still in the outbox. */
export function createStoreFates({ db, queries }: DataContext): DataOperations['storeFates'] {
  return (fates) =>
    inTransaction(db, () => ({
      changed: fates.filter(({ id, answer }) => answer !== null && queries.outbox.storeFate(id, answer))
        .length,
    }))
}
