import { appendAudit, type AuditKind } from './auditChain'
import { onlyRow, type Queryable } from './database'
import { isoInstant } from '../system'
import type { PACK_STATES } from '../../shared/protocol/rulePacks'
import type { SignedRulePack } from '../../shared/rules/openRulePack'
import type { TrustedKey } from '../../shared/rules/packSignature'

export type PackFiles = Readonly<Record<string, unknown>>

/** An imported pack as it is stored, without its files. */
export interface StoredPack {
  readonly id: string
  readonly version: string
  readonly effectiveFrom: string
  readonly digest: string
  readonly key: TrustedKey
  readonly state: (typeof PACK_STATES)[number]
  readonly proposedBy: string
  /** Newest active version at the time of the last dry run; null before the first. */
  readonly dryRunBase: string | null
}

interface PackRow {
  readonly id: string
  readonly version: string
  readonly effective_from: string
  readonly digest: string
  readonly key_id: string
  readonly key_name: string
  readonly public_key: string
  readonly state: StoredPack['state']
  readonly proposed_by: string
  readonly dry_run_base: string | null
}

const COLUMNS =
  'id, version, effective_from, digest, key_id, key_name, public_key, state, proposed_by, dry_run_base'

/** The packs that two persons have put into force, oldest first. */
export async function listActivePacks(database: Queryable): Promise<readonly StoredPack[]> {
  const rows = await database.query<PackRow>(
    `SELECT ${COLUMNS} FROM rule_pack WHERE state = 'active' ORDER BY effective_from, version`,
  )
  return rows.map(packOf)
}

/** The pack that has this version now: a proposal or an active one, or null. */
export async function findPackByVersion(database: Queryable, version: string): Promise<StoredPack | null> {
  const [row] = await database.query<PackRow>(
    `SELECT ${COLUMNS} FROM rule_pack WHERE version = $1 AND state <> 'withdrawn'`,
    [version],
  )
  return row ? packOf(row) : null
}

export async function findPack(database: Queryable, packId: string): Promise<StoredPack | null> {
  const [row] = await database.query<PackRow>(`SELECT ${COLUMNS} FROM rule_pack WHERE id = $1`, [packId])
  return row ? packOf(row) : null
}

/** Locks whatever is proposed or active until the transaction ends, so that settlements follow each other. */
export async function lockPacks(tx: Queryable): Promise<void> {
  await tx.query(`SELECT id FROM rule_pack WHERE state <> 'withdrawn' ORDER BY id FOR UPDATE`)
}

/** The files of a stored pack as they were signed, signature included. */
export async function readPackFiles(database: Queryable, packId: string): Promise<PackFiles> {
  const { files } = onlyRow(
    await database.query<{ files: PackFiles }>('SELECT files FROM rule_pack WHERE id = $1', [packId]),
  )
  return files
}

/** Stores a proposal; false when its version was taken at this moment. */
export async function insertProposal(
  tx: Queryable,
  proposal: {
    readonly id: string
    readonly signed: SignedRulePack
    readonly files: PackFiles
    readonly by: string
  },
  now: number,
): Promise<boolean> {
  const { pack, digest, key } = proposal.signed
  const made = await tx.query(
    `INSERT INTO rule_pack (id, version, effective_from, digest, key_id, key_name, public_key, files, state,
       proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'proposed', $9, $10)
     ON CONFLICT (version) WHERE state <> 'withdrawn' DO NOTHING RETURNING id`,
    [
      proposal.id,
      pack.version,
      pack.effectiveFrom,
      digest,
      key.keyId,
      key.name,
      key.publicKey,
      JSON.stringify(proposal.files),
      proposal.by,
      isoInstant(now),
    ],
  )
  return made.length > 0
}

/** Puts a proposal into force or takes it back. The row is locked and proposed. */
export async function settlePack(
  tx: Queryable,
  packId: string,
  state: Exclude<StoredPack['state'], 'proposed'>,
  personId: string,
  now: number,
): Promise<void> {
  await tx.query('UPDATE rule_pack SET state = $1, settled_by = $2, settled_at = $3 WHERE id = $4', [
    state,
    personId,
    isoInstant(now),
    packId,
  ])
}

/** Records what a person did to a pack. */
export async function auditPack(
  tx: Queryable,
  kind: Extract<AuditKind, `rule-pack-${string}`>,
  { id, version, digest, key }: Pick<StoredPack, 'id' | 'version' | 'digest' | 'key'>,
  personId: string,
  now: number,
): Promise<void> {
  const detail = { packId: id, version, digest, keyId: key.keyId }
  await appendAudit(tx, { at: now, kind, caseId: null, round: null, actorId: personId, detail })
}

function packOf(row: PackRow): StoredPack {
  return {
    id: row.id,
    version: row.version,
    effectiveFrom: row.effective_from,
    digest: row.digest,
    key: { keyId: row.key_id, name: row.key_name, publicKey: row.public_key },
    state: row.state,
    proposedBy: row.proposed_by,
    dryRunBase: row.dry_run_base,
  }
}
