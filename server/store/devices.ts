import { onlyRow, type Queryable } from './database'
import { isoInstant } from '../system'
import type { DeviceEntry } from '../../shared/audit/chainEntries'
import type { AuditDevice, ChainProblem } from '../../shared/protocol/audit'

/** A workstation's chain as it is known here. */
export interface KnownDevice {
  readonly id: string
  readonly accountId: string
  readonly publicKey: string
  readonly sequence: number
  readonly hash: string
  /** What the device showed when it was refused last. */
  readonly refusedFor: ChainProblem | null
  readonly shownSequence: number | null
  readonly shownHash: string | null
}

interface DeviceRow {
  readonly id: string
  readonly account_id: string
  readonly public_key: string
  readonly sequence: number
  readonly hash: string
  readonly refused_for: ChainProblem | null
  readonly shown_sequence: number | null
  readonly shown_hash: string | null
}

/** Enters a device that is not known yet and locks it. `made`: it was not. */
export async function enterDevice(
  tx: Queryable,
  device: {
    readonly id: string
    readonly accountId: string
    readonly publicKey: string
    readonly hash: string
  },
  now: number,
): Promise<{ readonly made: boolean; readonly known: KnownDevice }> {
  const made = await tx.query(
    `INSERT INTO device (id, account_id, public_key, registered_at, sequence, hash) VALUES ($1, $2, $3, $4, 0, $5)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [device.id, device.accountId, device.publicKey, isoInstant(now), device.hash],
  )
  const row = onlyRow(
    await tx.query<DeviceRow>(
      `SELECT id, account_id, public_key, sequence, hash, refused_for, shown_sequence, shown_hash FROM device
       WHERE id = $1 FOR UPDATE`,
      [device.id],
    ),
  )
  return {
    made: made.length > 0,
    known: {
      id: row.id,
      accountId: row.account_id,
      publicKey: row.public_key,
      sequence: row.sequence,
      hash: row.hash,
      refusedFor: row.refused_for,
      shownSequence: row.shown_sequence,
      shownHash: row.shown_hash,
    },
  }
}

/** Keeps entries that follow what is known, with the hash of each. */
export async function keepEntries(
  tx: Queryable,
  deviceId: string,
  entries: ReadonlyArray<DeviceEntry & { readonly hash: string }>,
): Promise<void> {
  for (const entry of entries) {
    await tx.query(
      `INSERT INTO device_entry (device_id, sequence, at, at_text, actor_id, action, case_id, detail, sealed, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[deviceId, entry.sequence, entry.at, entry.at, entry.actor, entry.action, entry.caseId],
        ...[entry.detailJson, entry.sealed, entry.hash],
      ],
    )
  }
}

/** The device's chain is kept and signed for up to here. */
export async function moveDeviceHead(
  tx: Queryable,
  deviceId: string,
  head: { readonly sequence: number; readonly hash: string },
  now: number,
): Promise<void> {
  await tx.query('UPDATE device SET sequence = $2, hash = $3, countersigned_at = $4 WHERE id = $1', [
    deviceId,
    head.sequence,
    head.hash,
    isoInstant(now),
  ])
}

/** Remembers what a device showed that does not continue its chain. */
export async function refuseDevice(
  tx: Queryable,
  deviceId: string,
  shown: { readonly problem: ChainProblem; readonly sequence: number; readonly hash: string },
  now: number,
): Promise<void> {
  await tx.query(
    `UPDATE device SET refused_at = $2, refused_for = $3, shown_sequence = $4, shown_hash = $5 WHERE id = $1`,
    [deviceId, isoInstant(now), shown.problem, shown.sequence, shown.hash],
  )
}

/** Every device, the newest first. */
export async function listDevices(database: Queryable): Promise<readonly AuditDevice[]> {
  const rows = await database.query<
    DeviceRow & {
      readonly display_name: string
      readonly role: AuditDevice['person']['role']
      readonly registered_at: Date
      readonly countersigned_at: Date | null
      readonly refused_at: Date | null
    }
  >(
    `SELECT device.id, account_id, display_name, role, public_key, registered_at, sequence, hash, countersigned_at,
       refused_at, refused_for, shown_sequence, shown_hash
     FROM device JOIN account ON account.id = account_id ORDER BY registered_at DESC, device.id`,
  )
  return rows.map((row) => ({
    id: row.id,
    publicKey: row.public_key,
    person: { id: row.account_id, displayName: row.display_name, role: row.role },
    registeredAt: row.registered_at.toISOString(),
    sequence: row.sequence,
    hash: row.hash,
    countersignedAt: row.countersigned_at?.toISOString() ?? null,
    refused:
      row.refused_at && row.refused_for
        ? {
            at: row.refused_at.toISOString(),
            problem: row.refused_for,
            shownSequence: row.shown_sequence ?? 0,
            shownHash: row.shown_hash ?? '',
          }
        : null,
  }))
}

/** Entries of a device in order, behind `after`, with the hash each had when it was taken. */
export async function deviceEntries(
  database: Queryable,
  deviceId: string,
  after: number,
  limit: number,
): Promise<ReadonlyArray<DeviceEntry & { readonly hash: string }>> {
  const rows = await database.query<{
    sequence: number
    at_text: string
    actor_id: string
    action: string
    case_id: string
    detail: string
    sealed: string | null
    hash: string
  }>(
    `SELECT sequence, at_text, actor_id, action, case_id, detail, sealed, hash FROM device_entry
     WHERE device_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3`,
    [deviceId, after, limit],
  )
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.at_text,
    actor: row.actor_id,
    action: row.action,
    caseId: row.case_id,
    detailJson: row.detail,
    sealed: row.sealed,
    hash: row.hash,
  }))
}
