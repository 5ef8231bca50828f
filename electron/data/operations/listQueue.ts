import type { DataOperations } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'

export function createListQueue(context: DataContext): DataOperations['listQueue'] {
  const { queries } = context
  return (request) => {
    const { total, rowIds } = queries.queueList.list(request)
    const holder = holderOf(context)
    const now = Date.parse(request.now)
    const items = rowIds.flatMap((rowId) => queries.queueItems.itemByRowId(rowId, holder, now) ?? [])
    return { total, items }
  }
}

export function createQueueItem(context: DataContext): DataOperations['queueItem'] {
  return ({ caseId, now }) =>
    context.queries.queueItems.itemByCase(caseId, holderOf(context), Date.parse(now))
}

function holderOf(context: DataContext) {
  const { user } = signedIn(context)
  return { userId: user.id, displayName: user.displayName }
}
