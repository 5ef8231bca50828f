import type { QueueFacets, QueueFilter, QueueItem, QueueView } from '../../shared/ipc/models'

const AT_ADMINISTRATION: readonly string[] = ['submitted', 'sms-verification', 'administration-review']
const FINISHED_HERE: readonly string[] = [
  'returned',
  'awaiting-backdrop',
  'awaiting-photo',
  'approved',
  'rejected',
  'withdrawn',
]

const VIEWS: Readonly<Record<QueueView, (item: QueueItem, userId: string) => boolean>> = {
  mine: (item, userId) => item.holder?.userId === userId || item.unsent !== null,
  open: (item) => ['pending-review', 'photo-review'].includes(item.state) && item.unsent === null,
  escalated: (item) => ['escalated', 'second-review'].includes(item.state),
  passed: (item) => item.state === 'passed',
  submitted: (item) => AT_ADMINISTRATION.includes(item.state),
  done: (item) => FINISHED_HERE.includes(item.state),
  all: () => true,
}

/** Whether the row belongs to what the filter asks for. */
export function matchesFilter(item: QueueItem, filter: QueueFilter, userId: string): boolean {
  const text = `${item.orderNumber} ${item.entityName} ${item.serviceNames.join(' ')}`.toLowerCase()
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return (
    VIEWS[filter.view](item, userId) &&
    isIn(filter.states, item.state) &&
    isIn(filter.provinces, item.province) &&
    isIn(filter.filingTypes, item.filingType) &&
    isIn(filter.entityKinds, item.entityKind) &&
    (filter.overdueOnly !== true || item.workingMinutesLeft < 0) &&
    words.every((word) => text.includes(word))
  )
}

function isIn<T>(list: readonly T[] | undefined, value: T): boolean {
  return list === undefined || list.length === 0 || list.includes(value)
}

/** Counts by view, province and filing type. */
export function facetsOf(items: readonly QueueItem[], userId: string): QueueFacets {
  const waiting = items.filter((item) => VIEWS.open(item, userId))
  const count = <T>(values: readonly T[]) => {
    const counts = new Map<T, number>()
    for (const value of values) {
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [...counts]
  }
  const views = Object.fromEntries(
    Object.entries(VIEWS).map(([view, belongs]) => [
      view,
      items.filter((item) => belongs(item, userId)).length,
    ]),
  ) as QueueFacets['views']
  return {
    views,
    provinces: count(waiting.map((item) => item.province)).map(([code, own]) => ({ code, count: own })),
    filingTypes: count(waiting.map((item) => item.filingType)).map(([type, own]) => ({ type, count: own })),
    states: count(items.map((item) => item.state)).map(([state, own]) => ({ state, count: own })),
    overdue: waiting.filter((item) => item.workingMinutesLeft < 0).length,
  }
}
