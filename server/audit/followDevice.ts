import { sha256 } from '../store/sha256'
import { deviceEntryHash, type DeviceEntry } from '../../shared/audit/chainEntries'
import type { AuditExchangeRequest, ChainPlace, ChainProblem } from '../../shared/protocol/audit'
import { refusal, success, type Result } from '../../shared/result'

interface Followed {
  /** New entries with their hashes. */
  readonly entries: ReadonlyArray<DeviceEntry & { readonly hash: string }>
  /** Where the chain stands with them. */
  readonly end: ChainPlace
}

/**
 * Whether what a device shows continues what is known of its chain. Entries that are known already may come again: the
 * answer to them may have been lost.
 */
export function followDevice(
  known: ChainPlace,
  { head, entries }: Pick<AuditExchangeRequest, 'head' | 'entries'>,
): Result<Followed, ChainProblem> {
  if (head.length < known.sequence || head.sequence < known.sequence) {
    return refusal('truncated')
  }
  let end: ChainPlace = { sequence: known.sequence, hash: known.hash }
  const fresh: (DeviceEntry & { readonly hash: string })[] = []
  for (const entry of entries) {
    if (entry.sequence <= known.sequence) {
      continue
    }
    if (entry.sequence !== end.sequence + 1) {
      return refusal('forked')
    }
    const hash = deviceEntryHash({ sha256 }, end.hash, entry)
    fresh.push({ ...entry, hash })
    end = { sequence: entry.sequence, hash }
  }
  return end.sequence === head.sequence && end.hash === head.hash
    ? success({ entries: fresh, end })
    : refusal('forked')
}
