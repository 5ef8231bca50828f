import { canonicalJson } from '../../shared/canonicalJson'
import { onlyRow, type Database, type Queryable } from './database'
import { sha256 } from './sha256'
import { isoInstant } from '../system'
import type { TIMELINE_KINDS } from '../../shared/protocol/case'

/** A value of JSON. */
type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined }

/** What is recorded beside the timeline of a case: who could see it, and who came in. */
export type AuditKind =
  | (typeof TIMELINE_KINDS)[number]
  | 'drawn'
  | 'held'
  | 'reserved'
  | 'released'
  | 'hold-expired'
  | 'read-by-supervisor'
  | 'reuse-opened'
  | 'fingerprint-differs'
  | 'account-created'
  | 'signed-in'
  | 'sign-in-locked'
  | 'rule-pack-proposed'
  | 'rule-pack-dry-run'
  | 'rule-pack-activated'
  | 'rule-pack-withdrawn'

export interface AuditEntry {
  readonly at: number
  readonly kind: AuditKind
  readonly caseId: string | null
  readonly round: number | null
  readonly actorId: string | null
  /** Hashes, codes and numbers; never names, texts or anything else of a person. */
  readonly detail: { readonly [key: string]: JsonValue }
}

/**
 * Appends an entry and answers its hash, which covers the entry and the hash before it. Locks the head of the chain
 * until the transaction ends.
 */
export async function appendAudit(tx: Queryable, entry: AuditEntry): Promise<string> {
  const head = onlyRow(
    await tx.query<{ sequence: number; hash: string }>('SELECT sequence, hash FROM audit_head FOR UPDATE'),
  )
  const sequence = head.sequence + 1
  const at = isoInstant(entry.at)
  const detail = canonicalJson(entry.detail)
  const { kind, caseId, round, actorId } = entry
  const hash = entryHash(head.hash, { sequence, at, kind, caseId, round, actorId, detail })
  await tx.query(
    `INSERT INTO audit_entry (sequence, at, kind, case_id, round, actor_id, detail, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [sequence, at, kind, caseId, round, actorId, detail, head.hash, hash],
  )
  await tx.query('UPDATE audit_head SET sequence = $1, hash = $2', [sequence, hash])
  return hash
}

interface AuditRow {
  readonly sequence: number
  readonly at: Date
  readonly kind: string
  readonly case_id: string | null
  readonly round: number | null
  readonly actor_id: string | null
  readonly detail: string
  readonly hash: string
}

const VERIFY_PAGE = 1000

export type ChainState = { readonly intact: true } | { readonly intact: false; readonly sequence: number }

/**
 * Walks the whole chain and compares it with the stored head. `sequence` is the first entry that does not fit, or the
 * one that is missing.
 */
export async function verifyAuditChain(database: Database): Promise<ChainState> {
  const head = onlyRow(
    await database.query<{ sequence: number; hash: string }>('SELECT sequence, hash FROM audit_head'),
  )
  let hash = '0'.repeat(64)
  let sequence = 0
  while (sequence < head.sequence) {
    const rows = await database.query<AuditRow>(
      `SELECT sequence, at, kind, case_id, round, actor_id, detail, hash FROM audit_entry
       WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence LIMIT $3`,
      [sequence, head.sequence, VERIFY_PAGE],
    )
    if (rows.length === 0) {
      return { intact: false, sequence: sequence + 1 }
    }
    for (const row of rows) {
      const expected = entryHash(hash, {
        sequence: sequence + 1,
        at: row.at.toISOString(),
        kind: row.kind,
        caseId: row.case_id,
        round: row.round,
        actorId: row.actor_id,
        detail: row.detail,
      })
      if (row.sequence !== sequence + 1 || row.hash !== expected) {
        return { intact: false, sequence: sequence + 1 }
      }
      sequence = row.sequence
      hash = row.hash
    }
  }
  return hash === head.hash ? { intact: true } : { intact: false, sequence }
}

function entryHash(previous: string, entry: { readonly [key: string]: JsonValue }): string {
  return sha256(`${previous}\n${canonicalJson(entry)}`)
}
