import type { RetentionRule } from './readPolicy'
import { appendAudit } from '../store/auditChain'
import { destroyKeys } from '../store/auditKeys'
import { publishChanges } from '../store/changeFeed'
import type { Database } from '../store/database'
import { eraseCase, findDue } from '../store/purging'
import type { Clock } from '../system'

const DAY = 86_400_000
/** Cases purged in one run of the housekeeping; the rest follow in the next, a few seconds later. */
const MOST = 50

/**
 * Purges cases whose time by the policy is over, each in a transaction of its own: its personal data, its documents'
 * entries and the keys of its audit go; that it was, what became of it, and the audit chain stay. Answers how many
 * went. The documents' bytes go with the next sweep of what nobody refers to.
 */
export async function purgeCases(
  database: Database,
  policy: readonly RetentionRule[],
  clock: Clock,
): Promise<number> {
  let purged = 0
  for (const rule of policy) {
    const before = clock.now() - rule.days * DAY
    for (const caseId of await findDue(database, rule.state, before, MOST - purged)) {
      await purge(database, caseId, rule, clock.now())
      purged += 1
    }
  }
  return purged
}

function purge(database: Database, caseId: string, rule: RetentionRule, now: number): Promise<void> {
  return database.transaction(async (tx) => {
    const erased = await eraseCase(tx, caseId, now)
    if (erased === null) {
      return
    }
    const keys = await destroyKeys(tx, caseId)
    const { state, days } = rule
    await appendAudit(tx, {
      at: now,
      kind: 'case-purged',
      caseId,
      round: erased.round,
      actorId: null,
      detail: { state, days, documents: erased.documents, keys },
    })
    await publishChanges(tx, [caseId])
  })
}
