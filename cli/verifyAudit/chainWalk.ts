import type { AuditFault } from './auditFault'
import { BEGINNING } from '../../shared/audit/auditCrypto'

/** Walks one chain entry by entry. The first thing that does not fit is told; what follows is judged from there on. */
export function createChainWalk(chain: string, tell: (fault: AuditFault) => void) {
  let last = { sequence: 0, hash: BEGINNING }
  let isBroken = false

  function tellOnce(code: 'entry-missing' | 'entry-changed', sequence: number): void {
    if (!isBroken) {
      tell({ code, chain, sequence })
    }
    isBroken = true
  }

  return {
    /** `hashAfter`: hash of the entry behind another. `stated`: the one it was written with, where that is told. */
    step(sequence: number, hashAfter: (previous: string) => string, stated?: string): string {
      if (sequence !== last.sequence + 1) {
        tellOnce('entry-missing', last.sequence + 1)
      }
      const hash = hashAfter(last.hash)
      if (stated !== undefined && hash !== stated) {
        tellOnce('entry-changed', sequence)
      }
      last = { sequence, hash: stated ?? hash }
      return last.hash
    },
  }
}
