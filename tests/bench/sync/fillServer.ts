import { join } from 'node:path'
import { migrate } from '../../../server/store/migrate'
import { openEmbedded } from '../../../server/store/openEmbedded'
import { queueRows } from './queueRows'

const BATCH = 10_000

/** Puts so many cases into the embedded database of a server that is started on `folder` afterwards. */
export async function fillServer(folder: string, count: number): Promise<void> {
  const database = await openEmbedded(join(folder, 'data'))
  try {
    await migrate(database)
    for (let from = 1; from <= count; from += BATCH) {
      const rows = queueRows(Math.min(BATCH, count - from + 1), from)
      await database.query(
        `INSERT INTO filing_case (id, order_number, account_id, version, round, state, province, rule_pack,
           submitted_at, due_at, filing_type, entity_kind, entity_name, service_names, service_kinds,
           document_count, feed_position)
         SELECT id, "orderNumber", 'account-1', version, round, state, province, '2026-11-21', "submittedAt",
           "dueAt", "filingType", "entityKind", "entityName", "serviceNames", "serviceKinds", "documentCount",
           $2 + row_number() OVER ()
         FROM json_to_recordset($1::json) AS r (id uuid, "orderNumber" text, version int, round int, state text,
           province text, "submittedAt" timestamptz, "dueAt" timestamptz, "filingType" text, "entityKind" text,
           "entityName" text, "serviceNames" json, "serviceKinds" json, "documentCount" int)`,
        [JSON.stringify(rows), from - 1],
      )
    }
    await database.query('UPDATE feed_clock SET value = $1', [count])
    await database.query('ANALYZE filing_case')
  } finally {
    await database.close()
  }
}
