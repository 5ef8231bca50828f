import type { ReviewServerPort, ServerResult } from '../../electron/workflows/ports/reviewServerPort'
import type { Feedback, FeedbackAnswer } from '../../shared/protocol/feedback'
import { readFeedbackFile } from '../../shared/protocol/feedbackFile'
import { readSmsResultFile } from '../../shared/protocol/smsResultFile'
import type { SmsResult, SmsResultAnswer } from '../../shared/protocol/smsResults'
import type { Result } from '../../shared/result'

/** A list that the server takes in: how its file is read, what the server is asked, and how its answers are told. */
export interface ListKind<Item, Answer> {
  /** As the command is called. */
  readonly command: string
  /** What the list holds, for the usage text. */
  readonly holds: string
  readonly mostBytes: number
  readonly read: (
    text: string,
  ) => Result<readonly Item[], ReadonlyArray<{ readonly line: number; readonly field: string }>>
  /** Without `apply` the server tries it and changes nothing. */
  readonly ask: (
    server: Pick<ReviewServerPort, 'smsResults' | 'feedback'>,
    token: string,
    items: readonly Item[],
    apply: boolean,
  ) => Promise<ServerResult<readonly Answer[]>>
  /** The closed code of an answer, and what more there is to it. */
  readonly tell: (answer: Answer) => { readonly code: string; readonly more: string }
  /** Where the item stands and whose it is, without anything personal: this goes into a scheduler's log. */
  readonly place: (item: Item, index: number) => string
}

const MEBIBYTE = 1024 * 1024

/** Results of the ministry's SMS verification. */
export const SMS_RESULTS: ListKind<SmsResult, SmsResultAnswer> = {
  command: 'sms-results',
  holds:
    'results of SMS verifications: CSV (UTF-8 or GB 18030) with 订单号, 手机号, 结果, 时间, or a JSON list; see docs/calls.md',
  mostBytes: 2 * MEBIBYTE,
  read: readSmsResultFile,
  ask: (server, token, lines, apply) => server.smsResults(token, { lines: [...lines], apply }),
  tell: (code) => ({ code, more: '' }),
  place: ({ orderNumber }, index) => `entry ${String(index + 1)} ${orderNumber}`,
}

/** Answers of the administration. */
export const FEEDBACK: ListKind<Feedback, FeedbackAnswer> = {
  command: 'feedback',
  holds:
    'answers of the administration: CSV (UTF-8 or GB 18030) with 订单号, 结果, 时间 and more, or JSON lines; see docs/supervision.md',
  mostBytes: 3 * MEBIBYTE,
  read: readFeedbackFile,
  ask: (server, token, filings, apply) => server.feedback(token, { filings, apply }),
  tell: ({ answer, numbers }) => ({
    code: answer,
    more: numbers.map(({ code, of }) => (of === null ? code : `${code} (${of})`)).join(', '),
  }),
  place: ({ line, orderNumber }) => `line ${String(line)} ${orderNumber}`,
}
