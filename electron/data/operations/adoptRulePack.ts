import { currentRound } from '../../../shared/protocol/case'
import { adoptRulePackCommandSchema } from '../../../shared/protocol/commands'
import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'

/** Answers to lines that are still there stay in the draft; what was said of lines that are gone goes with them. */
export function createAdoptRulePack(context: DataContext): DataOperations['adoptRulePack'] {
  const { db, queries } = context
  return ({ commandId, caseId, rulePack, lineIds, now }) =>
    inTransaction(db, () => {
      const filingCase = queries.cases.find(caseId)
      const held = queries.holds.find(caseId)
      if (filingCase === null || held?.hold.kind !== 'hold') {
        return refusal('not-held')
      }
      if (queries.outbox.hasUnsentWork(caseId)) {
        return refusal('already-decided')
      }
      const { round } = currentRound(filingCase)
      const command = adoptRulePackCommandSchema.parse({
        id: commandId,
        caseId,
        expectedVersion: filingCase.version,
        recordedAt: now,
        kind: 'adopt-rule-pack',
        holdToken: held.hold.token,
        rulePack,
      })
      queries.outbox.add(command, { round, orderNumber: filingCase.orderNumber })
      const draft = queries.drafts.find(caseId, round)?.draft
      if (draft !== undefined) {
        const answers = draft.answers.filter(({ lineId }) => lineIds.includes(lineId))
        queries.drafts.write(caseId, round, { ...draft, answers }, now)
      }
      queries.audit.append({
        at: now,
        actor: signedIn(context).user.id,
        action: 'rule-pack-adopted',
        caseId,
        detail: { commandId, round, version: filingCase.version, from: filingCase.rulePack, to: rulePack },
      })
      return success({ commandId })
    })
}
