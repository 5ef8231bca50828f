import { randomBytes } from 'node:crypto'
import { appendAudit } from '../store/auditChain'
import type { Database, Queryable } from '../store/database'
import { endPlan, insertPlan } from '../store/sampling'
import { sha256 } from '../store/sha256'
import type { Clock, Ids } from '../system'
import { may } from '../../shared/review/rights'
import { ROLES } from '../../shared/review/roles'
import type { SamplingTerms } from '../../shared/review/sampling/samplingPlan'
import { refusal, success, type Result } from '../../shared/result'

const SEED_BYTES = 32

export interface SamplingParts {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
}

/**
 * Ends the plan in force and, with terms, begins another. `conflict`: nobody but one person could give a second review,
 * so drawn cases would wait for ever; or somebody else began a plan at the same time.
 */
export function startSampling(
  { database, clock, ids }: SamplingParts,
  personId: string,
  terms: SamplingTerms | null,
): Promise<Result<null, 'conflict'>> {
  return database.transaction(async (tx) => {
    if (terms !== null && !(await hasTwoReviewers(tx))) {
      return refusal('conflict')
    }
    const now = clock.now()
    const entry = { at: now, caseId: null, round: null, actorId: personId }
    const ended = await endPlan(tx, now)
    if (ended !== null) {
      await appendAudit(tx, { ...entry, kind: 'sampling-plan-ended', detail: { plan: ended } })
    }
    if (terms !== null) {
      const bytes = randomBytes(SEED_BYTES)
      const seedSha256 = sha256(bytes)
      const id = ids.next()
      const plan = { id, terms, seed: bytes.toString('hex'), seedSha256, accountId: personId }
      // Only where there was nothing to end: whoever ends a plan has its row locked until the own one stands.
      if (!(await insertPlan(tx, plan, now))) {
        return refusal('conflict')
      }
      await appendAudit(tx, {
        ...entry,
        kind: 'sampling-plan-started',
        detail: { plan: id, seedSha256, terms: detailOf(terms) },
      })
    }
    return success(null)
  })
}

/** Terms as the audit writes them down: absent parts are left out. */
function detailOf({ rates, floors, rule, blind }: SamplingTerms) {
  return { rates: { ...rates }, floors: floors.map((floor) => ({ ...floor })), rule: { ...rule }, blind }
}

async function hasTwoReviewers(tx: Queryable): Promise<boolean> {
  const roles = ROLES.filter((role) => may(role, 'second-review'))
  const rows = await tx.query(
    'SELECT id FROM account WHERE closed_at IS NULL AND role = ANY ($1::text[]) LIMIT 2',
    [roles],
  )
  return rows.length === 2
}
