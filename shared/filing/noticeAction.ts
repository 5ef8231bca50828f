import type { CaseAction } from './caseStates'
import type { NoticeKind } from '../domain/notice'

/** The move that each notice makes. */
export const NOTICE_ACTIONS = {
  'backdrop-sent': 'send-backdrop',
  'sms-sent': 'send-sms',
  'sms-verified': 'verify-sms',
  'sms-failed': 'fail-sms',
  'administration-review-begun': 'begin-administration-review',
  approved: 'approve',
  rejected: 'reject',
  withdrawn: 'withdraw',
} as const satisfies Record<NoticeKind, CaseAction>
