import type { Settings } from '../../shared/ipc/models'
import { NOTICE_KINDS, type NoticeKind } from '../../shared/review/day/notices'

interface Wording {
  readonly title: string
  readonly many: (count: number) => string
  readonly kinds: Readonly<Record<NoticeKind, (count: number) => string>>
}

/** Kinds and counts, and nothing of a case: a notification is read by whoever sees the screen. */
const WORDING: Readonly<Record<Settings['language'], Wording>> = {
  zh: {
    title: '备案审核工作台',
    many: (count) => `${String(count)} 件事需要处理`,
    kinds: {
      'call-back-due': (count) => `${String(count)} 个约定的回电即将到时间`,
      'case-due': (count) => `${String(count)} 件在手案件即将到期`,
      'decision-refused': (count) => `${String(count)} 个决定被服务器拒绝`,
      'case-taken': (count) => `${String(count)} 件在手案件已被主管收回或转交`,
      'case-given': (count) => `${String(count)} 件案件转交到您名下`,
    },
  },
  en: {
    title: 'Beian Desk',
    many: (count) => `${String(count)} matters cannot wait`,
    kinds: {
      'call-back-due': (count) => `Agreed call-backs about due: ${String(count)}`,
      'case-due': (count) => `Cases in hand about due: ${String(count)}`,
      'decision-refused': (count) => `Decisions refused by the server: ${String(count)}`,
      'case-taken': (count) => `Cases taken out of your hands: ${String(count)}`,
      'case-given': (count) => `Cases given to you: ${String(count)}`,
    },
  },
}

/** Title and text of one notification about all of these. */
export function notificationText(
  kinds: readonly NoticeKind[],
  language: Settings['language'],
): { readonly title: string; readonly body: string } {
  const { title, many, kinds: wording } = WORDING[language]
  const lines = NOTICE_KINDS.flatMap((kind) => {
    const count = kinds.filter((told) => told === kind).length
    return count === 0 ? [] : [wording[kind](count)]
  })
  return { title: kinds.length === 1 ? title : `${title} · ${many(kinds.length)}`, body: lines.join('\n') }
}
