import type { Command } from './commands'
import type { Right } from '../review/rights'

/** What a person's role must be allowed to for each command; state, hold and version are asked besides. */
export const COMMAND_RIGHTS = {
  decide: 'decide',
  'record-submission': 'record-submission',
  'record-notice': 'record-notice',
  'adopt-rule-pack': 'adopt-rule-pack',
  'answer-proposal': 'decide',
  'record-call': 'call',
  'leave-note': 'draw',
} as const satisfies Readonly<Record<Command['kind'], Right>>
