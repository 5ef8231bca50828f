import { canonicalJson } from '../../shared/canonicalJson'
import { sealingKey } from './auditKeys'
import { onlyRow, type Database, type Queryable } from './database'
import { sha256 } from './sha256'
import { sealChange } from '../audit/sealChange'
import { isoInstant } from '../system'
import { BEGINNING } from '../../shared/audit/auditCrypto'
import { serverEntryHash } from '../../shared/audit/chainEntries'
import type { TIMELINE_KINDS } from '../../shared/protocol/case'

/** A value of JSON. */
type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined }

/** What is recorded beside the timeline of a case: who could see it, and who came in. */
export type AuditKind =
  | (typeof TIMELINE_KINDS)[number]
  | 'delivery-confirmed'
  | 'drawn'
  | 'held'
  | 'reserved'
  | 'released'
  | 'hold-expired'
  | 'read-by-supervisor'
  | 'hold-broken'
  | 'handed-over'
  | 'proposal-kept'
  | 'proposal-answered'
  | 'reuse-opened'
  | 'fingerprint-differs'
  | 'account-created'
  | 'account-closed'
  | 'account-reopened'
  | 'account-changed'
  | 'identity-bound'
  | 'identity-unbound'
  | 'password-reset'
  | 'password-changed'
  | 'token-reused'
  | 'signed-in'
  | 'sign-in-locked'
  | 'rule-pack-proposed'
  | 'rule-pack-dry-run'
  | 'rule-pack-activated'
  | 'rule-pack-withdrawn'
  | 'device-registered'
  | 'desk-enrolled'
  | 'device-countersigned'
  | 'device-refused'
  | 'server-head-refused'
  | 'audit-read'
  | 'package-exported'
  | 'bundle-carried-out'
  | 'bundle-carried-in'
  | 'sampling-plan-started'
  | 'sampling-plan-ended'
  | 'controls-planned'
  | 'control-stocked'
  | 'control-ended'
  | 'case-purged'
  | 'shift-changed'
  | 'calendar-changed'

export interface AuditEntry {
  readonly at: number
  readonly kind: AuditKind
  readonly caseId: string | null
  readonly round: number | null
  readonly actorId: string | null
  /** Hashes, codes and numbers; never names, texts or anything else of a person. */
  readonly detail: { readonly [key: string]: JsonValue }
  /**
   * What stood before and what stands after, as far as the entry changed something. Sealed under a key of the case
   * (or of the acting account), so that it may hold what is personal and goes when the case is purged.
   */
  readonly change?: { readonly before: JsonValue; readonly after: JsonValue }
}

/**
 * Appends an entry and answers its hash, which covers the entry and the hash before it. Locks the head of the chain
 * until the transaction ends.
 */
export async function appendAudit(tx: Queryable, entry: AuditEntry): Promise<string> {
  const sealed = await sealedChange(tx, entry)
  const head = onlyRow(
    await tx.query<{ sequence: number; hash: string }>('SELECT sequence, hash FROM audit_head FOR UPDATE'),
  )
  const sequence = head.sequence + 1
  const at = isoInstant(entry.at)
  const detail = canonicalJson(entry.detail)
  const { kind, caseId, round, actorId } = entry
  const hashed = { sequence, at, kind, caseId, round, actorId, detail, sealed }
  const hash = serverEntryHash({ sha256 }, head.hash, hashed)
  await tx.query(
    `INSERT INTO audit_entry (sequence, at, kind, case_id, round, actor_id, detail, sealed, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [sequence, at, kind, caseId, round, actorId, detail, sealed, head.hash, hash],
  )
  await tx.query('UPDATE audit_head SET sequence = $1, hash = $2', [sequence, hash])
  return hash
}

/** What a sealed change of the server's chain is bound to. */
export function changePlace(kind: string, subject: string): string {
  return `${kind} ${subject}`
}

/** Before the head is locked: the key may have to be made, and everybody waits for the head. */
async function sealedChange(tx: Queryable, entry: AuditEntry): Promise<string | null> {
  const subject = entry.caseId ?? entry.actorId
  if (entry.change === undefined) {
    return null
  }
  if (subject === null) {
    throw new Error('A change of nothing and by nobody cannot be sealed')
  }
  return sealChange(await sealingKey(tx, subject), changePlace(entry.kind, subject), entry.change)
}

interface AuditRow {
  readonly sequence: number
  readonly at: Date
  readonly kind: string
  readonly case_id: string | null
  readonly round: number | null
  readonly actor_id: string | null
  readonly detail: string
  readonly sealed: string | null
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
  let hash = BEGINNING
  let sequence = 0
  while (sequence < head.sequence) {
    const rows = await database.query<AuditRow>(
      `SELECT sequence, at, kind, case_id, round, actor_id, detail, sealed, hash FROM audit_entry
       WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence LIMIT $3`,
      [sequence, head.sequence, VERIFY_PAGE],
    )
    if (rows.length === 0) {
      return { intact: false, sequence: sequence + 1 }
    }
    for (const row of rows) {
      const expected = serverEntryHash({ sha256 }, hash, {
        sequence: sequence + 1,
        at: row.at.toISOString(),
        kind: row.kind,
        caseId: row.case_id,
        round: row.round,
        actorId: row.actor_id,
        detail: row.detail,
        sealed: row.sealed,
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
