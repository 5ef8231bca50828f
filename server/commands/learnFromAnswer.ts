import type { CommandParts } from './judged'
import type { Queryable } from '../store/database'
import { countAnswer, insertRejectionReasons } from '../store/ruleFigures'
import type { Notice } from '../../shared/domain/notice'
import { currentRound, type Case } from '../../shared/protocol/case'
import { ruleOfReason } from '../../shared/review/feedback/ruleOfReason'

/**
 * Ties the administration's answer to the pass that it agrees with or contradicts: to its rules, its pack and the person
 * who gave it last. The case is locked, and the answer is stored.
 */
export async function learnFromAnswer(
  tx: Queryable,
  { clock, ruleBook }: Pick<CommandParts, 'clock' | 'ruleBook'>,
  filingCase: Case,
  { notice, caseVersion }: { readonly notice: Notice; readonly caseVersion: number },
): Promise<void> {
  if (notice.kind !== 'approved' && notice.kind !== 'rejected') {
    return
  }
  const { round } = currentRound(filingCase)
  const pass = filingCase.decisions.findLast(
    (made) => made.round === round && made.decision.verdict === 'pass',
  )
  // Handed over without a pass of this round: there is nothing to learn about.
  if (!pass) {
    return
  }
  const now = clock.now()
  const { rulePack } = pass.decision
  const lines = ruleBook.checklistOf({ ...filingCase, rulePack }, Date.parse(pass.decidedAt)) ?? []
  const reasons = notice.kind === 'rejected' ? notice.reasons : []
  const ruleIds = reasons.map((reason) => ruleOfReason(reason, lines))
  await countAnswer(tx, pass.decision, new Set(ruleIds.filter((ruleId) => ruleId !== null)), now)
  const place = { caseId: filingCase.id, caseVersion }
  const accountId = pass.decidedBy.userId
  await insertRejectionReasons(tx, { ...place, rulePack, accountId, ruleIds }, now)
}
