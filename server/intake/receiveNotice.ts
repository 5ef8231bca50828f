import { unknownOrder } from './judgeArrival'
import { problem } from './problem'
import type { CommandParts } from '../commands/judged'
import { applyNotice } from '../commands/recordNotice'
import { findCase } from '../store/cases'
import type { Queryable } from '../store/database'
import { findOrder, findReceipt, insertReceipt } from '../store/receivedBundles'
import type { NoticeBundle } from '../../shared/domain/filing'
import type { IntakeProblem, IntakeReply } from '../../shared/protocol/apiModels'
import type { RefusalCode } from '../../shared/protocol/commands'
import { refusal, success, type Result } from '../../shared/result'

type Accepted = Extract<IntakeReply, { outcome: 'accepted' }>

/** Takes what the filing system reports of an order: the same notice again changes nothing. */
export async function receiveNotice(
  tx: Queryable,
  parts: Pick<CommandParts, 'clock' | 'ruleBook'>,
  bundle: NoticeBundle,
  contentSha256: string,
): Promise<Result<Accepted, readonly IntakeProblem[]>> {
  const { orderNumber, notice, submittedAt } = bundle
  const order = await findOrder(tx, orderNumber, 'lock')
  if (!order) {
    return refusal([unknownOrder(bundle)])
  }
  const { caseId } = order
  const accepted = { outcome: 'accepted', caseId, orderNumber } as const
  const known = await findReceipt(tx, caseId, contentSha256)
  if (known !== null) {
    return success({ ...accepted, round: known, duplicate: true })
  }
  const now = parts.clock.now()
  const held = await findCase(tx, caseId, now)
  if (!held) {
    throw new Error('A case that is locked has vanished')
  }
  const told = await applyNotice(tx, parts, held.filingCase, {
    notice,
    mover: { actor: 'intake', userId: null },
    // The sender's clock may run ahead of ours; nothing has happened later than now.
    happenedAt: Math.min(Date.parse(submittedAt), now),
    origin: { bundleSha256: contentSha256 },
  })
  if (!told.ok) {
    return refusal([refusedNotice(told.error.code, told.error.message)])
  }
  await insertReceipt(tx, { caseId, bundleSha256: contentSha256, round: order.round }, now)
  return success({ ...accepted, round: order.round, duplicate: false })
}

function refusedNotice(code: RefusalCode, message: string): IntakeProblem {
  return code === 'numbers-invalid'
    ? problem('field-invalid', 'notice.numbers', message)
    : problem('notice-not-expected', 'notice.kind', message)
}
