import { z } from 'zod'
import type { AuditCrypto } from './auditCrypto'
import { canonicalJson } from '../canonicalJson'
import { idSchema, sha256Schema } from '../domain/identity'

/**
 * Entries of the two kinds of audit chain. Each entry's hash covers the hash before it and the entry, so nothing can be
 * changed, taken out or put between without every later hash being another. `sealed` is the change before and after,
 * encrypted under a key of its case: the hash covers the cipher text, so a chain still verifies when the key is gone.
 */

const sequenceSchema = z.number().int().positive()
/** Nonce, cipher text and tag of AES-256-GCM, base64. A decision with all its lines stays under a tenth of this. */
const sealedSchema = z
  .string()
  .max(1_400_000)
  .regex(/^[A-Za-z0-9+/]{38,}={0,2}$/)

export const serverEntrySchema = z.strictObject({
  sequence: sequenceSchema,
  at: z.iso.datetime(),
  kind: z.string().max(60),
  caseId: idSchema.nullable(),
  round: z.number().int().positive().nullable(),
  actorId: idSchema.nullable(),
  /** Canonical JSON of codes, numbers and hashes. */
  detail: z.string(),
  sealed: sealedSchema.nullable(),
  hash: sha256Schema,
})
export type ServerEntry = z.output<typeof serverEntrySchema>

export const deviceEntrySchema = z.strictObject({
  sequence: sequenceSchema,
  at: z.iso.datetime({ offset: true }),
  actor: idSchema,
  action: z.string().max(60),
  caseId: idSchema,
  detailJson: z.string().max(4000),
  sealed: sealedSchema.nullable(),
})
export type DeviceEntry = z.output<typeof deviceEntrySchema>

/** Hash of an entry of the server's chain. An entry without a sealed change is hashed as before there were any. */
export function serverEntryHash(
  { sha256 }: Pick<AuditCrypto, 'sha256'>,
  previous: string,
  { sequence, at, kind, caseId, round, actorId, detail, sealed }: Omit<ServerEntry, 'hash'>,
): string {
  const entry = { sequence, at, kind, caseId, round, actorId, detail }
  return sha256(`${previous}\n${canonicalJson(sealed === null ? entry : { ...entry, sealed })}`)
}

/** Hash of an entry of a device's chain. */
export function deviceEntryHash(
  { sha256 }: Pick<AuditCrypto, 'sha256'>,
  previous: string,
  { sequence, at, actor, action, caseId, detailJson, sealed }: DeviceEntry,
): string {
  const entry = { sequence, at, actor, action, caseId, detailJson }
  return sha256(`${previous}\n${canonicalJson(sealed === null ? entry : { ...entry, sealed })}`)
}
