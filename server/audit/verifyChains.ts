import { verifyAuditChain } from '../store/auditChain'
import type { Database } from '../store/database'
import { deviceEntries, listDevices } from '../store/devices'
import { sha256 } from '../store/sha256'
import { BEGINNING } from '../../shared/audit/auditCrypto'
import { deviceEntryHash } from '../../shared/audit/chainEntries'
import type { AuditDevice, AuditStateReply } from '../../shared/protocol/audit'

const PAGE = 1000

/** Walks every chain that is kept here; the first entry of each that does not fit, or is missing. */
export async function verifyChains(database: Database): Promise<AuditStateReply['faults']> {
  const server = await verifyAuditChain(database)
  const faults: AuditStateReply['faults'] = server.intact
    ? []
    : [{ chain: 'server', sequence: server.sequence }]
  for (const device of await listDevices(database)) {
    const sequence = await firstFault(database, device)
    if (sequence !== null) {
      faults.push({ chain: device.id, sequence })
    }
  }
  return faults
}

/** Entries against their own hashes, and the last of them against the head that was countersigned. */
async function firstFault(database: Database, device: AuditDevice): Promise<number | null> {
  let end = { sequence: 0, hash: BEGINNING }
  for (;;) {
    const entries = await deviceEntries(database, device.id, end.sequence, PAGE)
    for (const entry of entries) {
      const hash = deviceEntryHash({ sha256 }, end.hash, entry)
      if (entry.sequence !== end.sequence + 1 || entry.hash !== hash) {
        return end.sequence + 1
      }
      end = { sequence: entry.sequence, hash }
    }
    if (entries.length < PAGE) {
      break
    }
  }
  if (end.sequence < device.sequence) {
    return end.sequence + 1
  }
  return end.sequence === device.sequence && end.hash === device.hash ? null : device.sequence
}
