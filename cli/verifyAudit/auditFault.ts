import type { ChainProblem } from '../../shared/protocol/audit'

/** `chain`: `server`, or the id of a device. */
interface At {
  readonly chain: string
  readonly sequence: number
}

/** What does not fit in an audit. */
export type AuditFault =
  | (At & { readonly code: 'entry-changed' | 'entry-missing' | 'head-differs' | 'head-unsigned' })
  | (At & { readonly code: 'device-unknown'; readonly device: string })
  /** `entry`: of the device. */
  | (At & {
      readonly code: 'countersigned-missing' | 'countersigned-differs'
      readonly device: string
      readonly entry: number
    })
  | (At & { readonly code: 'device-refused'; readonly problem: ChainProblem })
  | { readonly code: 'state-missing' }
  | {
      readonly code: 'package-head-missing' | 'package-head-foreign'
      readonly package: string
      readonly hash: string
    }

/** Where something does not fit, and what that means. */
export function describeAuditFault(fault: AuditFault): string {
  switch (fault.code) {
    case 'state-missing':
      return 'the file does not begin with what the server says of itself: it is cut, or no kept audit'
    case 'package-head-missing':
      return `${fault.package}: ${fault.hash} is not in the server's chain; the chain was cut, or the package is not this server's`
    case 'package-head-foreign':
      return `${fault.package}: ${fault.hash} is about another case, or is no decision by which one passed`
    case 'countersigned-missing':
    case 'countersigned-differs':
      return `${placeOf(fault)}: the server signed for entry ${String(fault.entry)} of device ${fault.device}; ${MEANINGS[fault.code]}`
    case 'device-refused':
      return `${placeOf(fault)}: the device showed a chain that was ${fault.problem}; ${MEANINGS[fault.problem]}`
    default:
      return `${placeOf(fault)}: ${MEANINGS[fault.code]}`
  }
}

const MEANINGS = {
  'entry-changed': 'does not have the hash it was written with; it was changed',
  'entry-missing': 'is not there; it was taken out',
  'head-differs': 'is not the one the signed head names; the end of the chain was cut or written anew',
  'head-unsigned': "the head is not signed by the server's key; somebody else made this audit",
  'device-unknown': 'the server signed for a device of which there is no chain; the chain was taken out',
  'countersigned-missing': 'that entry is not there; the end of the chain was cut on the server',
  'countersigned-differs': 'another one is there; the chain was written anew on the server',
  truncated: 'its profile was put back to an older state, or its last entries were removed',
  forked: 'its profile was copied or put back, and went on from there',
} as const

function placeOf({ chain, sequence }: At): string {
  return chain === 'server'
    ? `server, entry ${String(sequence)}`
    : `device ${chain}, entry ${String(sequence)}`
}
