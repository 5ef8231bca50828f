import { CASE_STATES } from '../../../shared/filing/caseStates'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import type { QueueRow } from '../../../shared/protocol/case'

const PROVINCES = ['110000', '310000', '320000', '330000', '370000', '420000', '440000', '510000'] as const
const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁')
const SYLLABLES = Array.from('星河云海山林光明远达盛华新安信和瑞丰宏宇博文创科智联恒泰金石')
const TRADES = ['数据技术', '网络科技', '文化传媒', '信息服务', '餐饮管理', '进出口贸易'] as const
/** Two thirds of a grown queue is done; the rest waits for somebody. */
const OPEN_EACH = 3
const START = Date.parse('2026-09-01T09:00:00+08:00')
const MINUTE = 60_000

function pick<T>(list: readonly T[], at: number): T {
  const picked = list[at % list.length]
  if (picked === undefined) {
    throw new Error('Nothing to pick from')
  }
  return picked
}

/** A made-up row of the queue, always the same for the same number. Names are nobody's. */
export function queueRow(number: number): QueueRow {
  const mixed = (number * 2_654_435_761) % 4_294_967_296
  const isPerson = mixed % 4 === 0
  const word = (offset: number): string =>
    `${pick(SYLLABLES, mixed >>> offset)}${pick(SYLLABLES, mixed >>> (offset + 5))}`
  const submitted = START + number * MINUTE
  return {
    id: `018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
    orderNumber: `BA20260901-${String(number).padStart(6, '0')}`,
    version: 1 + (mixed % 5),
    round: 1 + (mixed % 2),
    state: number % OPEN_EACH === 0 ? 'pending-review' : pick(CASE_STATES, mixed >>> 3),
    filingType: pick(FILING_TYPES, mixed >>> 7),
    province: pick(PROVINCES, mixed >>> 11),
    entityKind: isPerson ? 'individual' : 'organization',
    entityName: isPerson
      ? `${pick(SURNAMES, mixed >>> 2)}＊`
      : `${word(1)}${pick(TRADES, mixed >>> 9)}有限公司`,
    serviceNames: [`${word(4)}之窗`, ...(mixed % 3 === 0 ? [`${word(13)}商城`] : [])],
    serviceKinds: ['website'],
    documentCount: 2 + (mixed % 9),
    submittedAt: new Date(submitted).toISOString(),
    dueAt: new Date(submitted + 480 * MINUTE).toISOString(),
    sms: null,
    holder: null,
  }
}

/** So many rows, from the first number on. */
export function queueRows(count: number, from = 1): readonly QueueRow[] {
  return Array.from({ length: count }, (_, index) => queueRow(from + index))
}
