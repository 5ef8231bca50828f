import { useRouter } from 'vue-router'
import { useAsyncAction } from './useAsyncAction'
import { drawableStates } from '../../shared/filing/drawing'
import type { QueueItem } from '../../shared/ipc/models'
import { useQueueStore } from '../stores/queue'
import { useSessionStore } from '../stores/session'

/** What the signed-in person may do with a row, and doing it. */
export function useQueueActions() {
  const router = useRouter()
  const queue = useQueueStore()
  const session = useSessionStore()

  function isMine(item: QueueItem): boolean {
    return item.holder !== null && item.holder.userId === session.user?.id
  }

  function canDraw(item: QueueItem): boolean {
    const isFree = item.holder === null || (isMine(item) && item.holder.kind === 'reservation')
    const role = session.user?.role
    return isFree && item.unsent === null && role !== undefined && drawableStates(role).includes(item.state)
  }

  function canOpen(item: QueueItem): boolean {
    return item.isLocal || isMine(item) || session.may('read-any-case')
  }

  /** Drawing a case means working on it, so it opens as well. */
  function preferred(item: QueueItem): 'draw' | 'open' | null {
    if (canDraw(item)) {
      return 'draw'
    }
    return canOpen(item) ? 'open' : null
  }

  async function openCase(caseId: string): Promise<void> {
    await router.push({ name: 'case', params: { caseId } })
  }

  const drawNext = useAsyncAction(async () => {
    await openCase(await queue.drawNext())
  })
  const act = useAsyncAction(async (item: QueueItem, what: 'draw' | 'open') => {
    await openCase(what === 'draw' ? await queue.draw(item.id) : item.id)
  })

  return { isMine, preferred, canOpen, drawNext, act }
}
