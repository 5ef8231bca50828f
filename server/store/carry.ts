import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from './accounts'
import { appendAudit, type AuditKind } from './auditChain'
import { publishChanges } from './changeFeed'
import { onlyRow, type Database, type Queryable } from './database'
import { isoInstant } from '../system'
import type { User } from '../../shared/protocol/apiModels'
import type { CommandOutcome } from '../../shared/protocol/commands'

/** A workstation that bundles are carried to and from, with whose it is. */
export interface CarryDevice {
  readonly id: string
  readonly publicKey: string
  readonly sequence: number
  readonly hash: string
  /** Its audit chain does not continue what is known of it. */
  readonly isRefused: boolean
  readonly person: User
  readonly isClosed: boolean
}

interface DeviceRow {
  readonly device_id: string
  readonly public_key: string
  readonly sequence: number
  readonly hash: string
  readonly is_refused: boolean
  readonly is_closed: boolean
}

const DEVICES = `SELECT device.id AS device_id, public_key, device.sequence, device.hash, refused_at IS NOT NULL AS is_refused,
    closed_at IS NOT NULL AS is_closed, ${ACCOUNT_COLUMNS}
  FROM device JOIN account ON account.id = device.account_id`

/** The device of this id, or null. */
export async function findDevice(database: Queryable, deviceId: string): Promise<CarryDevice | null> {
  const [row] = await database.query<DeviceRow & AccountRow>(`${DEVICES} WHERE device.id = $1`, [deviceId])
  return row ? deviceOf(row) : null
}

/** All devices of the person of this name. */
export async function devicesOf(database: Queryable, username: string): Promise<readonly CarryDevice[]> {
  const rows = await database.query<DeviceRow & AccountRow>(`${DEVICES} WHERE account.username = $1`, [
    username,
  ])
  return rows.map(deviceOf)
}

function deviceOf(row: DeviceRow & AccountRow): CarryDevice {
  return {
    id: row.device_id,
    publicKey: row.public_key,
    sequence: row.sequence,
    hash: row.hash,
    isRefused: row.is_refused,
    person: accountOf(row),
    isClosed: row.is_closed,
  }
}

interface CarryState {
  readonly numberOut: number
  readonly numberIn: number
  readonly commandIds: readonly string[]
}

/** How far the bundles of a device have counted. */
export async function carryState(database: Queryable, deviceId: string): Promise<CarryState> {
  const [row] = await database.query<{ number_out: number; number_in: number; command_ids: string[] }>(
    'SELECT number_out, number_in, command_ids FROM carry WHERE device_id = $1',
    [deviceId],
  )
  return {
    numberOut: row?.number_out ?? 0,
    numberIn: row?.number_in ?? 0,
    commandIds: row?.command_ids ?? [],
  }
}

/**
 * Makes what the person has last until then, where it would end earlier, and gives the bundle its number. In one
 * transaction with the entry that says who carried what out.
 */
export function beginCarryOut(
  database: Database,
  device: CarryDevice,
  carried: { readonly by: string; readonly until: number },
  now: number,
): Promise<number> {
  return database.transaction(async (tx) => {
    const extended = await tx.query<{ id: string }>(
      `UPDATE filing_case SET hold_expires_at = $3
       WHERE hold_account_id = $1 AND hold_expires_at > $2 AND hold_expires_at < $3 RETURNING id`,
      [device.person.id, isoInstant(now), isoInstant(carried.until)],
    )
    const { number } = onlyRow(
      await tx.query<{ number: number }>(
        `INSERT INTO carry (device_id, number_out) VALUES ($1, 1)
         ON CONFLICT (device_id) DO UPDATE SET number_out = carry.number_out + 1 RETURNING number_out AS number`,
        [device.id],
      ),
    )
    const detail = { number, until: isoInstant(carried.until), extended: extended.length }
    await recordCarry(tx, 'bundle-carried-out', device, carried.by, detail, now)
    await publishChanges(
      tx,
      extended.map(({ id }) => id),
    )
    return number
  })
}

/** Notes that everything in the bundle has been carried out here. */
export function finishCarryIn(
  database: Database,
  device: CarryDevice,
  taken: { readonly by: string; readonly number: number; readonly commandIds: readonly string[] },
  now: number,
): Promise<void> {
  return database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO carry (device_id, number_in, command_ids) VALUES ($1, $2, $3)
       ON CONFLICT (device_id) DO UPDATE SET number_in = greatest(carry.number_in, $2), command_ids = $3`,
      [device.id, taken.number, taken.commandIds],
    )
    const detail = { number: taken.number, commands: taken.commandIds.length }
    await recordCarry(tx, 'bundle-carried-in', device, taken.by, detail, now)
  })
}

async function recordCarry(
  tx: Queryable,
  kind: Extract<AuditKind, 'bundle-carried-out' | 'bundle-carried-in'>,
  { id: deviceId, person }: CarryDevice,
  actorId: string,
  detail: Readonly<Record<string, string | number>>,
  now: number,
): Promise<void> {
  await appendAudit(tx, {
    at: now,
    kind,
    caseId: null,
    round: null,
    actorId,
    detail: { deviceId, accountId: person.id, ...detail },
  })
}

/** Stored answers to these commands of this person; those that have none yet are left out. */
export async function outcomesOf(
  database: Queryable,
  accountId: string,
  commandIds: readonly string[],
): Promise<CommandOutcome[]> {
  const rows = await database.query<{ outcome: CommandOutcome }>(
    'SELECT outcome FROM command WHERE id = ANY ($1::uuid[]) AND account_id = $2 AND outcome IS NOT NULL',
    [commandIds, accountId],
  )
  return rows.map(({ outcome }) => outcome)
}
