import { anchorFaults, anchorOf, anchorPlace, type Anchor } from './anchors'
import type { AuditFault } from './auditFault'
import type { AuditLine } from './auditLine'
import { createChainWalk } from './chainWalk'
import { packCrypto } from '../../electron/common/crypto/packCrypto'
import { BEGINNING } from '../../shared/audit/auditCrypto'
import {
  deviceEntryHash,
  serverEntryHash,
  type DeviceEntry,
  type ServerEntry,
} from '../../shared/audit/chainEntries'
import { isServerHead } from '../../shared/audit/signedHeads'
import type { AuditStateReply } from '../../shared/protocol/audit'

/** Where a package says it stands in the chain. */
export interface PackageHead {
  readonly file: string
  readonly caseId: string
  readonly hash: string
}

interface AuditReport {
  readonly entries: number
  readonly devices: number
  readonly faults: readonly AuditFault[]
}

const NOTHING: AuditReport = { entries: 0, devices: 0, faults: [{ code: 'state-missing' }] }

/**
 * Checks an audit line by line: every hash anew, no gap, the head under its signature, each countersigned head against
 * the device's chain, and the audit entry that each package names. The server's own verdict counts nothing.
 */
export async function checkAudit(
  lines: AsyncIterable<AuditLine> | Iterable<AuditLine>,
  packages: readonly PackageHead[],
): Promise<AuditReport> {
  let check: ReturnType<typeof createCheck> | null = null
  for await (const line of lines) {
    if ('state' in line) {
      check ??= createCheck(line.state, packages)
    } else if (check === null) {
      return NOTHING
    } else if ('server' in line) {
      check.takeServer(line.server)
    } else {
      check.takeDevice(line.device, line.entry)
    }
  }
  return check?.report() ?? NOTHING
}

function createCheck(state: AuditStateReply, packages: readonly PackageHead[]) {
  const faults: AuditFault[] = []
  const walks = new Map<string, ReturnType<typeof createChainWalk>>()
  const anchors = new Map<string, Anchor[]>()
  const anchored = new Map<string, string>()
  const packaged = new Map<string, ServerEntry | null>(packages.map(({ hash }) => [hash, null]))
  let headHash: string | null = state.head.sequence === 0 ? BEGINNING : null
  let entries = 0

  function walk(chain: string): ReturnType<typeof createChainWalk> {
    const known = walks.get(chain) ?? createChainWalk(chain, (fault) => void faults.push(fault))
    walks.set(chain, known)
    entries += 1
    return known
  }

  function takeAnchor(anchor: Anchor): void {
    const place = anchorPlace(anchor.deviceId, anchor.sequence)
    anchors.set(place, [...(anchors.get(place) ?? []), anchor])
  }

  return {
    takeServer(entry: ServerEntry): void {
      const { sequence, hash: stated } = entry
      const hash = walk('server').step(
        sequence,
        (before) => serverEntryHash(packCrypto, before, entry),
        stated,
      )
      if (sequence === state.head.sequence) {
        headHash = hash
      }
      if (packaged.has(hash)) {
        packaged.set(hash, entry)
      }
      const anchor = anchorOf(entry)
      // What came after the head may be about a device that the state does not list yet.
      if (anchor !== null && sequence <= state.head.sequence) {
        takeAnchor(anchor)
      }
    },
    takeDevice(device: string, entry: DeviceEntry): void {
      const { sequence } = entry
      const hash = walk(device).step(sequence, (before) => deviceEntryHash(packCrypto, before, entry))
      const place = anchorPlace(device, sequence)
      if (anchors.has(place)) {
        anchored.set(place, hash)
      }
    },
    report(): AuditReport {
      const devices = new Set(state.devices.map(({ id }) => id))
      return {
        entries,
        devices: devices.size,
        faults: [
          ...faults,
          ...headFaults(state, headHash),
          ...[...anchors.values()].flat().flatMap((anchor) => anchorFaults(anchor, devices, anchored)),
          ...refusedDevices(state),
          ...packages.flatMap((head) => packageFaults(head, packaged.get(head.hash) ?? null)),
        ],
      }
    },
  }
}

function headFaults({ server, head }: AuditStateReply, found: string | null): AuditFault[] {
  const { sequence } = head
  if (!isServerHead(packCrypto, server, head)) {
    return [{ code: 'head-unsigned', chain: 'server', sequence }]
  }
  return found === head.hash ? [] : [{ code: 'head-differs', chain: 'server', sequence }]
}

function refusedDevices({ devices }: AuditStateReply): AuditFault[] {
  return devices.flatMap(({ id, sequence, refused }) =>
    refused === null
      ? []
      : [{ code: 'device-refused' as const, chain: id, sequence, problem: refused.problem }],
  )
}

function packageFaults({ file, hash, caseId }: PackageHead, entry: ServerEntry | null): AuditFault[] {
  if (entry === null) {
    return [{ code: 'package-head-missing', package: file, hash }]
  }
  const fits = entry.caseId === caseId && entry.kind === 'passed'
  return fits ? [] : [{ code: 'package-head-foreign', package: file, hash }]
}
