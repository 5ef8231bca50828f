import type { ReviewServerPort, ServerResult } from '../../electron/workflows/ports/reviewServerPort'
import { judgeCertificate } from '../../shared/protocol/certificates'
import { feedbackOf, type FeedbackAnswer, type FeedbackRow } from '../../shared/protocol/feedback'
import { readFeedbackFile } from '../../shared/protocol/feedbackFile'
import { readSmsResultFile } from '../../shared/protocol/smsResultFile'
import type { SmsResult, SmsResultAnswer } from '../../shared/protocol/smsResults'
import { success, type Result } from '../../shared/result'

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
  /** Files that lines name, for lists whose lines may name one. */
  readonly paper?: {
    /** What it is, for what is told of it. */
    readonly word: string
    readonly nameOf: (item: Item) => string | null
    /** What is wrong with the bytes by themselves; null when nothing. */
    readonly problemOf: (bytes: Uint8Array) => string | null
    /** Whether the line was answered so that the server may take its paper. */
    readonly isWanted: (answer: Answer) => boolean
    /** The closed code of what became of it. */
    readonly send: (
      server: Pick<ReviewServerPort, 'keepCertificate'>,
      token: string,
      item: Item,
      bytes: Uint8Array,
    ) => Promise<ServerResult<string>>
  }
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
export const FEEDBACK: ListKind<FeedbackRow, FeedbackAnswer> = {
  command: 'feedback',
  holds:
    'answers of the administration: CSV (UTF-8 or GB 18030) with 订单号, 结果, 时间 and more, or JSON lines; certificates of approval that 备案证书 names lie beside it, and FILE may be a folder or zip of all; see docs/supervision.md',
  mostBytes: 3 * MEBIBYTE,
  read: readFeedbackFile,
  ask: (server, token, rows, apply) => server.feedback(token, { filings: rows.map(feedbackOf), apply }),
  tell: ({ answer, numbers }) => ({
    code: answer,
    more: numbers.map(({ code, of }) => (of === null ? code : `${code} (${of})`)).join(', '),
  }),
  place: ({ line, orderNumber }) => `line ${String(line)} ${orderNumber}`,
  paper: {
    word: 'certificate',
    nameOf: (row) => (row.result === 'approved' ? (row.certificate ?? null) : null),
    problemOf(bytes) {
      const judged = judgeCertificate(bytes)
      return judged.ok ? null : judged.error
    },
    isWanted: ({ answer }) => answer === 'applied' || answer === 'twice',
    async send(server, token, { orderNumber }, bytes) {
      const kept = await server.keepCertificate(token, { orderNumber }, bytes)
      return kept.ok ? success(kept.value.outcome === 'refused' ? kept.value.code : kept.value.outcome) : kept
    },
  },
}
