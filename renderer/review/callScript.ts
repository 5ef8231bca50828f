import type { CaseView } from '../../shared/ipc/models'
import type { ChecklistLine } from '../../shared/rules/checklist'

/** One thing to clear up by telephone. */
interface CallPoint {
  readonly lineId: string
  readonly title: ChecklistLine['title']
  readonly requirement: ChecklistLine['requirement']
  /** Words of the draft's reason, where it has one for this line. */
  readonly advice: string | null
  /** The machine found it and nobody has looked at it yet. */
  readonly isMachine: boolean
}

/** More than that nobody talks about in one call; what a person marked comes first. */
const MOST_POINTS = 12

/** What the person marked not ok, then what the machine found and nobody has answered. */
export function callPoints({
  checklist,
  draft,
}: Pick<CaseView, 'checklist' | 'draft'>): readonly CallPoint[] {
  const answers = new Map(draft.answers.map(({ lineId, verdict }) => [lineId, verdict]))
  const pointOf = (line: ChecklistLine, isMachine: boolean): CallPoint => ({
    lineId: line.id,
    title: line.title,
    requirement: line.requirement,
    advice:
      draft.reasons.find(({ reasonId }) => reasonId !== undefined && line.reasonIds.includes(reasonId))
        ?.advice ?? null,
    isMachine,
  })
  const marked = checklist.filter(({ id }) => answers.get(id) === 'not-ok')
  const found = checklist.filter(
    ({ id, blocking, machine }) =>
      blocking && machine?.verdict === 'fail' && (answers.get(id) ?? 'not-looked-at') === 'not-looked-at',
  )
  return [...marked.map((line) => pointOf(line, false)), ...found.map((line) => pointOf(line, true))].slice(
    0,
    MOST_POINTS,
  )
}

/** Words of the message after a call; always Chinese, for it goes to the applicant. */
export function callMessage(parts: {
  readonly orderNumber: string
  readonly isReached: boolean
  /** `2026-11-20 10:30`. */
  readonly calledAt: string
  readonly points: readonly string[]
  readonly promise: { readonly what: string; readonly until: string } | null
  readonly callBackAt: string | null
}): string {
  const { orderNumber, isReached, calledAt, points, promise, callBackAt } = parts
  return [
    `您好，这里是网站备案初审。订单 ${orderNumber}：`,
    isReached
      ? `我们已于 ${calledAt} 与您电话沟通。`
      : `我们于 ${calledAt} 致电，未能与您通话，请保持电话畅通。`,
    ...(points.length === 0 ? [] : ['请处理以下事项：', ...points.map((point, at) => `${at + 1}. ${point}`)]),
    ...(promise === null ? [] : [`您答应在 ${promise.until} 前：${promise.what}。`]),
    ...(callBackAt === null ? [] : [`我们将于 ${callBackAt} 再次致电。`]),
    '请登录备案系统办理，我们不会索要密码或验证码。',
  ].join('\n')
}
