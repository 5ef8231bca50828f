import { submissionTime } from './controlTimes'
import { takeArriving, type IntakeParts } from '../intake/receiveBundle'
import { receiveNotice } from '../intake/receiveNotice'
import type { RuleLibrary } from '../rules/ruleLibrary'
import type { Queryable } from '../store/database'
import {
  findDueEnd,
  findDueRelease,
  markEnded,
  markRefused,
  readControlTerms,
  type DueControl,
  type RunningControl,
} from '../store/controls'
import { sha256 } from '../store/sha256'
import { isoInstant } from '../system'
import { canonicalJson } from '../../shared/canonicalJson'
import type { NoticeBundle } from '../../shared/domain/filing'
import { foreignPhones } from '../../shared/review/controls/foreignPhones'

export type ControlParts = IntakeParts & { readonly library: RuleLibrary }

/**
 * Lets every control case whose time has come in by the door through which filings come. One that cannot come in any more,
 * because its order number is taken or a telephone number in it is no longer the provider's, stays in stock as refused.
 */
export async function releaseControls(parts: ControlParts): Promise<void> {
  for (;;) {
    const due = await findDueRelease(parts.database, parts.clock.now())
    if (due === null) {
      return
    }
    await parts.library.refresh(parts.database)
    if (!(await release(parts, due))) {
      await markRefused(parts.database, due.id)
    }
  }
}

async function release(parts: ControlParts, due: DueControl): Promise<boolean> {
  const phones = (await readControlTerms(parts.database))?.phones ?? []
  if (foreignPhones(due.bundle.application, phones).length > 0) {
    return false
  }
  const { bundle, documents, bundleSha256 } = due
  const submittedAt = isoInstant(submissionTime(parts.clock.now(), due.submittedBefore))
  const arriving = { bundle: { ...bundle, submittedAt }, documents, contentSha256: bundleSha256 }
  const reply = await takeArriving(parts, arriving, due.id)
  return reply.outcome === 'accepted' && !reply.duplicate
}

/** Withdraws every control case whose time is over. */
export async function endControls(parts: ControlParts): Promise<void> {
  for (;;) {
    const due = await findDueEnd(parts.database, parts.clock.now())
    if (due === null) {
      return
    }
    await parts.database.transaction((tx) => endControl(tx, parts, due))
  }
}

/**
 * Withdraws a control case by a notice as the filing system sends one. From then on the case is kept as long as any
 * withdrawn one, and purged.
 */
export async function endControl(
  tx: Queryable,
  parts: Pick<IntakeParts, 'clock' | 'ruleBook'>,
  { id, orderNumber }: RunningControl,
): Promise<void> {
  const now = parts.clock.now()
  const notice: NoticeBundle = {
    format: 'beian-desk/notice',
    version: 1,
    orderNumber,
    submittedAt: isoInstant(now),
    documents: [],
    notice: { kind: 'withdrawn' },
  }
  // A case that is over already is left as it is.
  await receiveNotice(tx, parts, notice, sha256(canonicalJson(notice)))
  await markEnded(tx, id, now)
}
