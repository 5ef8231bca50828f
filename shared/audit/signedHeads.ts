import { z } from 'zod'
import type { AuditCrypto } from './auditCrypto'
import { idSchema, sha256Schema } from '../domain/identity'

/** Where chains stood, said under a signature, so that whoever cuts a chain later is contradicted by the other side. */

/** 32 bytes of an Ed25519 key, base64url without padding. */
export const publicKeySchema = z.string().regex(/^[\w-]{43}$/)
/** 64 bytes of an Ed25519 signature, base64url without padding. */
export const signatureSchema = z.string().regex(/^[\w-]{86}$/)

/** A device's word: entry `sequence` has this hash, and its chain has `length` entries by now. */
export const deviceHeadSchema = z.strictObject({
  sequence: z.number().int().nonnegative(),
  hash: sha256Schema,
  length: z.number().int().nonnegative(),
  signature: signatureSchema,
})
export type DeviceHead = z.output<typeof deviceHeadSchema>

/** The server's word on where its own chain stood. */
export const serverHeadSchema = z.strictObject({
  sequence: z.number().int().nonnegative(),
  hash: sha256Schema,
  at: z.iso.datetime(),
  signature: signatureSchema,
})
export type ServerHead = z.output<typeof serverHeadSchema>

/** The server's word that it has a device's chain up to an entry. */
export const countersignatureSchema = z.strictObject({
  deviceId: idSchema,
  sequence: z.number().int().nonnegative(),
  hash: sha256Schema,
  at: z.iso.datetime(),
  signature: signatureSchema,
})
export type Countersignature = z.output<typeof countersignatureSchema>

/** What a device signs. */
export function deviceHeadMessage(
  deviceId: string,
  { sequence, hash, length }: Omit<DeviceHead, 'signature'>,
): string {
  return ['beian-desk/device-head/v1', deviceId, sequence, hash, length].join('\n')
}

/** What the server signs about itself. */
export function serverHeadMessage(
  serverId: string,
  { sequence, hash, at }: Omit<ServerHead, 'signature'>,
): string {
  return ['beian-desk/server-head/v1', serverId, sequence, hash, at].join('\n')
}

/** What the server signs about a device. */
export function countersignatureMessage(
  serverId: string,
  { deviceId, sequence, hash, at }: Omit<Countersignature, 'signature'>,
): string {
  return ['beian-desk/countersignature/v1', serverId, deviceId, sequence, hash, at].join('\n')
}

/** Whether this server head was signed by this key. */
export function isServerHead(
  crypto: AuditCrypto,
  server: { readonly id: string; readonly publicKey: string },
  head: ServerHead,
): boolean {
  return crypto.verifyEd25519(server.publicKey, serverHeadMessage(server.id, head), head.signature)
}

/** Whether this countersignature was made by this key. */
export function isCountersigned(
  crypto: AuditCrypto,
  server: { readonly id: string; readonly publicKey: string },
  signed: Countersignature,
): boolean {
  return crypto.verifyEd25519(server.publicKey, countersignatureMessage(server.id, signed), signed.signature)
}
