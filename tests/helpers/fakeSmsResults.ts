import type { CallName, ParsedRequestOf, ReplyOf } from '../../shared/ipc/contract'
import type { SmsResultAnswer } from '../../shared/protocol/smsResults'

type SmsCalls = Extract<CallName, `sms.${string}`>

const ANSWERS: readonly SmsResultAnswer[] = [
  'applied',
  'applied',
  'others-outstanding',
  'unknown-order',
  'twice',
]

/** A list that somebody chose, and what a server would answer to it. */
export const fakeSmsResults: { [N in SmsCalls]: (request: ParsedRequestOf<N>) => ReplyOf<N> } = {
  'sms.readFile': () => ({
    outcome: 'read',
    lines: ANSWERS.map((_, index) => ({
      orderNumber: `BA2026-000${String(index + 1)}`,
      phone: index % 2 === 0 ? String(1000 + index) : null,
      state: index === 1 ? 'lapsed' : 'verified',
      at: '2026-11-20T10:05:00+08:00',
    })),
    answers: [...ANSWERS],
  }),
  'sms.apply': () => ({ answers: [...ANSWERS] }),
}
