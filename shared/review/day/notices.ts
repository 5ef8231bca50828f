import { isQuiet, type Quiet } from './quiet'
import type { ShiftState } from './shift'

/** What cannot wait until the person looks at the desk. */
export const NOTICE_KINDS = [
  'call-back-due',
  'case-due',
  'decision-refused',
  'case-taken',
  'case-given',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Minutes of working time before a call-back that was agreed. */
const CALL_BACK_AHEAD = 10
/** Minutes of working time before a held case is due. */
const CASE_DUE_AHEAD = 30
/** Between two notifications, in real time. */
export const NOTICE_PAUSE_MS = 5 * 60_000

/** What the rules are asked about; ids serve to know the same thing again and are shown nowhere. */
export interface NoticeFacts {
  /** Cases held here: working minutes until due (null once decided here) and until the agreed call-back (null: none). */
  readonly held: ReadonlyArray<{
    readonly caseId: string
    readonly token: number
    readonly minutesLeft: number | null
    readonly callBack: { readonly at: string; readonly minutesLeft: number } | null
  }>
  /** Decisions that the server refused and nobody has settled. */
  readonly refused: readonly string[]
  /** Holds that a supervisor ended, or gave to this person. */
  readonly moved: ReadonlyArray<{
    readonly caseId: string
    readonly token: number
    readonly way: 'taken' | 'given'
  }>
}

interface DueNotice {
  /** The same for the same thing, however often it is asked. */
  readonly key: string
  readonly kind: NoticeKind
}

/** Everything that is to be told by these facts, told before or not. A case that is late already was late when it was drawn. */
export function noticesOf({ held, refused, moved }: NoticeFacts): readonly DueNotice[] {
  const soon = held.flatMap(({ caseId, token, minutesLeft, callBack }): DueNotice[] => [
    ...(callBack !== null && callBack.minutesLeft <= CALL_BACK_AHEAD
      ? [{ key: `call-back-due ${caseId} ${callBack.at}`, kind: 'call-back-due' as const }]
      : []),
    ...(minutesLeft !== null && minutesLeft > 0 && minutesLeft <= CASE_DUE_AHEAD
      ? [{ key: `case-due ${caseId} ${String(token)}`, kind: 'case-due' as const }]
      : []),
  ])
  return [
    ...soon,
    ...refused.map((id) => ({ key: `decision-refused ${id}`, kind: 'decision-refused' as const })),
    ...moved.map(({ caseId, token, way }) => ({
      key: `case-${way} ${caseId} ${String(token)}`,
      kind: `case-${way}` as const,
    })),
  ]
}

/** The state of the person's day that lets a notification through or not. `now` and `lastShownAt`: epoch ms. */
interface NoticeGate {
  readonly shift: ShiftState
  readonly quiet: Quiet | null
  readonly lastShownAt: number | null
  readonly now: number
}

/**
 * What the next notification is about; nothing while there may be none. A clock that was set back makes no pause longer
 * than it is.
 */
export function nextNotification(
  due: readonly DueNotice[],
  shown: ReadonlySet<string>,
  { shift, quiet, lastShownAt, now }: NoticeGate,
): readonly DueNotice[] {
  const since = lastShownAt === null ? NOTICE_PAUSE_MS : Math.abs(now - lastShownAt)
  if (shift !== 'working' || isQuiet(quiet, shift, now) || since < NOTICE_PAUSE_MS) {
    return []
  }
  return due.filter(({ key }) => !shown.has(key))
}
