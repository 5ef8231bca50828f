import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '../../../server/store/database'
import { intakeReplySchema } from '../../../shared/protocol/apiModels'
import { makeBundle, zipBundle } from '../../specimens'

/** Sends one real filing, and copies its case in the database until there are so many. */
export async function fillQueue(
  database: Database,
  server: { readonly url: string; readonly intakeToken: string },
  count: number,
): Promise<void> {
  const made = await makeBundle({ seed: 'draw-bench', nature: 'enterprise', filingType: 'first-filing' })
  const response = await fetch(`${server.url}/v1/intake`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.intakeToken}`, 'content-type': 'application/zip' },
    body: Uint8Array.from(zipBundle(made)),
  })
  const reply = intakeReplySchema.parse(await response.json())
  if (reply.outcome !== 'accepted') {
    throw new Error('The filing of the bench was refused')
  }
  // Due times from a day ago to two days ahead, earlier returns for one in five.
  await database.query(
    `INSERT INTO filing_case (id, order_number, account_id, version, round, state, province, rule_pack, submitted_at,
       due_at, filing_type, entity_kind, entity_name, service_names, service_kinds, document_count, earlier_returns,
       feed_position)
     SELECT gen_random_uuid(), 'DRAW' || lpad(n::text, 8, '0'), account_id, version, round, state,
       province, rule_pack, submitted_at, due_at + (n * 7919 % 4320 - 1440) * interval '1 minute', filing_type, entity_kind,
       entity_name, service_names, service_kinds, document_count, (n % 5 = 0)::int, feed_position + n
     FROM filing_case, generate_series(1, $2) AS n WHERE filing_case.id = $1`,
    [reply.caseId, count - 1],
  )
  await database.query(
    `INSERT INTO case_round (case_id, round, submitted_at, received_at, application)
     SELECT copy.id, 1, r.submitted_at, r.received_at, r.application
     FROM case_round r, filing_case copy WHERE r.case_id = $1 AND copy.id <> $1`,
    [reply.caseId],
  )
  await database.query(
    `INSERT INTO case_document (case_id, round, position, document_id, kind, face, owner, service_id, file_name, sha256,
       bytes, media_type, received_at)
     SELECT copy.id, d.round, position, document_id, kind, face, owner, service_id, file_name, sha256, bytes, media_type,
       received_at FROM case_document d, filing_case copy WHERE d.case_id = $1 AND copy.id <> $1`,
    [reply.caseId],
  )
  await database.query('UPDATE feed_clock SET value = value + $1', [count])
  await database.script('ANALYZE')
}

/** What PostgreSQL itself was told: whether the run was as durable as a team's server has to be. */
export async function durability(database: Database): Promise<string> {
  const rows = await database.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings
     WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version') ORDER BY name`,
  )
  return rows.map(({ name, setting }) => `${name} ${setting}`).join(', ')
}

/** One minute of load of this machine, which others may use as well. */
export async function load(): Promise<string> {
  const text = await readFile(path.join('/proc', 'loadavg'), 'utf8').catch(() => '')
  return text.split(' ')[0] ?? ''
}
