import { z } from 'zod'
import { appendAudit } from './auditChain'
import { publishChanges } from './changeFeed'
import type { Database, Queryable } from './database'
import { canonicalJson } from '../../shared/canonicalJson'
import { deliveryStandSchema, type Confirmation, type DeliveryStand } from '../../shared/protocol/deliveries'

const storedSchema = z.object({
  caseVersion: z.number(),
  channels: deliveryStandSchema.shape.channels.unwrap(),
})

/** How far each decision of the case has come, in order. What was reported stands in the audit alone. */
export async function readDeliveries(
  tx: Queryable,
  caseId: string,
): Promise<{ readonly deliveries?: DeliveryStand[] }> {
  const rows = await tx.query<{ round: number; case_version: number; delivered_at: Date | null }>(
    'SELECT round, case_version, delivered_at FROM delivery WHERE case_id = $1 ORDER BY case_version',
    [caseId],
  )
  const reports = await readReports(tx, caseId)
  const deliveries = rows.map((row) => {
    const channels = reports.findLast(({ caseVersion }) => caseVersion === row.case_version)?.channels
    return {
      round: row.round,
      caseVersion: row.case_version,
      deliveredAt: row.delivered_at?.toISOString() ?? null,
      ...(channels === undefined ? {} : { channels }),
    }
  })
  return deliveries.length === 0 ? {} : { deliveries }
}

async function readReports(tx: Queryable, caseId: string): Promise<Array<z.output<typeof storedSchema>>> {
  const rows = await tx.query<{ detail: string }>(
    "SELECT detail FROM audit_entry WHERE case_id = $1 AND kind = 'delivery-confirmed' ORDER BY sequence",
    [caseId],
  )
  return rows.map(({ detail }) => storedSchema.parse(JSON.parse(detail)))
}

/** Records what the filing system reports of a delivery. Null when that decision was never on its way. */
export function recordConfirmation(
  database: Database,
  { orderNumber, caseVersion, channels }: Confirmation,
  now: number,
): Promise<{ readonly duplicate: boolean } | null> {
  return database.transaction(async (tx) => {
    const [row] = await tx.query<{ id: string; round: number }>(
      `SELECT filing_case.id, delivery.round FROM filing_case JOIN delivery ON delivery.case_id = filing_case.id
       WHERE order_number = $1 AND case_version = $2 AND purged_at IS NULL FOR UPDATE OF filing_case`,
      [orderNumber, caseVersion],
    )
    if (!row) {
      return null
    }
    const last = (await readReports(tx, row.id)).findLast((report) => report.caseVersion === caseVersion)
    if (last && canonicalJson(last.channels) === canonicalJson(channels)) {
      return { duplicate: true }
    }
    await appendAudit(tx, {
      at: now,
      kind: 'delivery-confirmed',
      caseId: row.id,
      round: row.round,
      actorId: null,
      detail: { caseVersion, channels: channels.map((stand) => ({ ...stand })) },
    })
    await publishChanges(tx, [row.id])
    return { duplicate: false }
  })
}
