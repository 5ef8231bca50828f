import { z } from 'zod'
import type { AuditFault } from './auditFault'
import type { ServerEntry } from '../../shared/audit/chainEntries'
import { idSchema, sha256Schema } from '../../shared/domain/identity'

const anchorSchema = z.object({ deviceId: idSchema, sequence: z.number().int(), hash: sha256Schema })

/** A head of a device's chain that stands, countersigned, in the server's chain. */
export type Anchor = z.output<typeof anchorSchema> & { readonly at: number }

/** The device head that an entry of the server's chain records; null when it is about something else. */
export function anchorOf({ kind, detail, sequence }: ServerEntry): Anchor | null {
  if (kind !== 'device-countersigned') {
    return null
  }
  const parsed = anchorSchema.safeParse(parseJson(detail))
  return parsed.success ? { ...parsed.data, at: sequence } : null
}

/** Which entry of a device an anchor names. */
export function anchorPlace(deviceId: string, sequence: number): string {
  return `${deviceId} ${String(sequence)}`
}

/** `hashes`: what the device's chain has at the places that anchors name. */
export function anchorFaults(
  { deviceId: device, sequence, hash, at }: Anchor,
  devices: ReadonlySet<string>,
  hashes: ReadonlyMap<string, string>,
): AuditFault[] {
  const place = { chain: 'server', sequence: at, device }
  if (!devices.has(device)) {
    return [{ code: 'device-unknown', ...place }]
  }
  const found = hashes.get(anchorPlace(device, sequence))
  if (found === undefined) {
    return [{ code: 'countersigned-missing', ...place, entry: sequence }]
  }
  return found === hash ? [] : [{ code: 'countersigned-differs', ...place, entry: sequence }]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
