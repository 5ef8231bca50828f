import { appendAudit } from './auditChain'
import { publishChanges } from './changeFeed'
import type { Database, Queryable } from './database'
import { isoInstant } from '../system'

/** Ways to tell the provider's filing system of a decision. */
export const DELIVERY_TARGETS = ['webhook', 'drop'] as const
export type DeliveryTarget = (typeof DELIVERY_TARGETS)[number]

/** A decision on its way to the provider's filing system. */
export interface Delivery {
  readonly id: string
  readonly caseId: string
  readonly round: number
  readonly caseVersion: number
  /** JSON text; the same bytes at every attempt. */
  readonly body: string
  /** Attempts made before this one. */
  readonly attempts: number
  readonly done: readonly DeliveryTarget[]
  /** Of a control case: nobody is told, and on the desk it looks as if somebody had been. */
  readonly withheld: boolean
}

interface DeliveryRow {
  readonly id: string
  readonly case_id: string
  readonly round: number
  readonly case_version: number
  readonly body: string
  readonly attempts: number
  readonly webhook_done_at: Date | null
  readonly drop_done_at: Date | null
  readonly withheld: boolean
}

/** Puts a delivery into the outbox, in the transaction that decides. Of a control case nothing that could be told is kept. */
export async function queueDelivery(
  tx: Queryable,
  delivery: Pick<Delivery, 'id' | 'caseId' | 'round' | 'caseVersion' | 'body'>,
  now: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO delivery (id, case_id, round, case_version, body, created_at, next_attempt_at)
     VALUES ($1, $2, $3, $4,
       CASE WHEN EXISTS (SELECT 1 FROM control_case WHERE control_case.case_id = $2) THEN '{}' ELSE $5 END, $6, $6)`,
    [delivery.id, delivery.caseId, delivery.round, delivery.caseVersion, delivery.body, isoInstant(now)],
  )
}

/**
 * Takes the next delivery that is due and keeps it from other servers until `until`. Deliveries of one case go out in
 * the order of its decisions. Null when none is due.
 */
export async function claimDelivery(
  database: Queryable,
  now: number,
  until: number,
): Promise<Delivery | null> {
  const [row] = await database.query<DeliveryRow>(
    `WITH next AS MATERIALIZED (
       SELECT id FROM delivery WHERE delivered_at IS NULL AND next_attempt_at <= $1 AND NOT EXISTS (
         SELECT 1 FROM delivery earlier WHERE earlier.case_id = delivery.case_id
           AND earlier.case_version < delivery.case_version AND earlier.delivered_at IS NULL)
       ORDER BY next_attempt_at, created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
     )
     UPDATE delivery SET next_attempt_at = $2 FROM next WHERE delivery.id = next.id
     RETURNING delivery.id, case_id, round, case_version, body, attempts, webhook_done_at, drop_done_at,
       EXISTS (SELECT 1 FROM control_case WHERE control_case.case_id = delivery.case_id) AS withheld`,
    [isoInstant(now), isoInstant(until)],
  )
  if (!row) {
    return null
  }
  return {
    id: row.id,
    caseId: row.case_id,
    round: row.round,
    caseVersion: row.case_version,
    body: row.body,
    attempts: row.attempts,
    done: DELIVERY_TARGETS.filter((target) => row[`${target}_done_at`] !== null),
    withheld: row.withheld,
  }
}

/** One target has the decision. */
export async function markTargetDone(
  database: Queryable,
  id: string,
  target: DeliveryTarget,
  now: number,
): Promise<void> {
  const column = target === 'webhook' ? 'webhook_done_at' : 'drop_done_at'
  await database.query(`UPDATE delivery SET ${column} = $1 WHERE id = $2`, [isoInstant(now), id])
}

/** Some target could not be reached; tried again at `nextAttemptAt`. */
export async function postponeDelivery(
  database: Queryable,
  id: string,
  nextAttemptAt: number,
): Promise<void> {
  await database.query('UPDATE delivery SET attempts = attempts + 1, next_attempt_at = $1 WHERE id = $2', [
    isoInstant(nextAttemptAt),
    id,
  ])
}

/** All targets have it: the case's timeline says so. Another server may have finished it meanwhile. */
export function finishDelivery(database: Database, delivery: Delivery, now: number): Promise<void> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT id FROM filing_case WHERE id = $1 FOR UPDATE', [delivery.caseId])
    const finished = await tx.query(
      'UPDATE delivery SET delivered_at = $1, attempts = attempts + 1 WHERE id = $2 AND delivered_at IS NULL RETURNING id',
      [isoInstant(now), delivery.id],
    )
    if (finished.length === 0) {
      return
    }
    await appendAudit(tx, {
      at: now,
      kind: 'delivered',
      caseId: delivery.caseId,
      round: delivery.round,
      actorId: null,
      detail: { deliveryId: delivery.id, caseVersion: delivery.caseVersion },
    })
    await publishChanges(tx, [delivery.caseId])
  })
}
