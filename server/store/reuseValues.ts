import type { Queryable } from './database'
import type { Application } from '../../shared/domain/filing'
import type { ValuePlace } from '../../shared/protocol/reuse'

export interface ValueToken {
  readonly kind: 'phone' | 'certificate' | 'address' | 'name'
  readonly subject: ValuePlace['subject']
  readonly field: string
  readonly serviceId: string
  readonly token: string
}

interface RoundRef {
  readonly caseId: string
  readonly round: number
}

/** Writes what a round is found by, in place of what was written under another key. */
export async function writeTokens(
  tx: Queryable,
  { caseId, round }: RoundRef,
  keyId: string,
  tokens: readonly ValueToken[],
): Promise<void> {
  await tx.query('DELETE FROM reuse_value WHERE case_id = $1 AND round = $2', [caseId, round])
  await tx.query(
    `INSERT INTO reuse_value (case_id, round, kind, subject, field, service_id, token)
     SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
    [
      caseId,
      round,
      tokens.map(({ kind }) => kind),
      tokens.map(({ subject }) => subject),
      tokens.map(({ field }) => field),
      tokens.map(({ serviceId }) => serviceId),
      tokens.map(({ token }) => token),
    ],
  )
  await tx.query('UPDATE case_round SET reuse_key = $1 WHERE case_id = $2 AND round = $3', [
    keyId,
    caseId,
    round,
  ])
}

/** Rounds that this key has not written yet, locked; another server that does the same takes others. */
export async function takeUnwritten(
  tx: Queryable,
  keyId: string,
  limit: number,
): Promise<ReadonlyArray<RoundRef & { readonly application: Application }>> {
  const rows = await tx.query<{ case_id: string; round: number; application: Application }>(
    `SELECT case_id, round, application FROM case_round WHERE reuse_key IS DISTINCT FROM $1
       AND NOT EXISTS (SELECT 1 FROM filing_case WHERE id = case_id AND purged_at IS NOT NULL)
     ORDER BY case_id, round LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [keyId, limit],
  )
  return rows.map(({ case_id: caseId, round, application }) => ({ caseId, round, application }))
}

/** What one round is found by. */
export async function tokensOf(
  database: Queryable,
  { caseId, round }: RoundRef,
): Promise<readonly ValueToken[]> {
  const rows = await database.query<TokenRow>(
    `SELECT case_id, round, kind, subject, field, service_id, token FROM reuse_value
     WHERE case_id = $1 AND round = $2`,
    [caseId, round],
  )
  return rows.map(stored)
}

interface TokenRow {
  readonly case_id: string
  readonly round: number
  readonly kind: ValueToken['kind']
  readonly subject: ValueToken['subject']
  readonly field: string
  readonly service_id: string
  readonly token: string
}

/**
 * Rows of one value in other cases, at most so many, the newest cases first (ids are made in the order of time). Control cases
 * share the provider's numbers, so none is ever found.
 */
export async function findToken(
  database: Queryable,
  token: string,
  exceptCase: string,
  limit: number,
): Promise<ReadonlyArray<RoundRef & ValueToken>> {
  const rows = await database.query<TokenRow>(
    `SELECT case_id, round, kind, subject, field, service_id, token FROM reuse_value
     WHERE token = $1 AND case_id <> $2
       AND NOT EXISTS (SELECT 1 FROM control_case WHERE control_case.case_id = reuse_value.case_id)
     ORDER BY case_id DESC, round DESC LIMIT $3`,
    [token, exceptCase, limit],
  )
  return rows.map((row) => ({ ...stored(row), caseId: row.case_id, round: row.round }))
}

/** Who acts in these cases: names and certificate numbers, of every round. */
export async function identitiesOf(
  database: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyArray<RoundRef & ValueToken>> {
  const rows = await database.query<TokenRow>(
    `SELECT case_id, round, kind, subject, field, service_id, token FROM reuse_value
     WHERE case_id = ANY ($1::uuid[]) AND kind IN ('certificate', 'name')`,
    [caseIds],
  )
  return rows.map((row) => ({ ...stored(row), caseId: row.case_id, round: row.round }))
}

function stored(row: TokenRow): ValueToken {
  const { kind, subject, field, service_id: serviceId, token } = row
  return { kind, subject, field, serviceId, token }
}
