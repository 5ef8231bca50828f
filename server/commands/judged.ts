import type { RuleBook } from '../rules/ruleBook'
import type { Database } from '../store/database'
import type { Clock, Ids } from '../system'
import type { RefusalCode } from '../../shared/protocol/commands'
import type { Result } from '../../shared/result'

export interface CommandParts {
  readonly database: Database
  readonly ruleBook: RuleBook
  readonly clock: Clock
  readonly ids: Ids
}

export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  /** The refused decision is kept beside the case. */
  readonly kept?: 'proposal'
}

/** What a command came to inside its transaction. */
export type Judged = Result<{ readonly caseVersion: number; readonly auditHash: string }, Refusal>

/** A refusal with its code. */
export function refused(code: RefusalCode, message: string): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { code, message } }
}
