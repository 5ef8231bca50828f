import type { FeedReply } from '../../../shared/protocol/apiModels'
import { FEED_MOST_ROWS, FEED_PAGE_ROWS } from '../../../shared/protocol/limits'
import { success } from '../../../shared/result'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { ReviewServerPort, ServerResult } from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly data: Pick<DataPort, 'readCursor' | 'applyFeed' | 'finishResync'>
  readonly server: Pick<ReviewServerPort, 'feed'>
  readonly session: Pick<CurrentSession, 'requireUser'>
  readonly now: () => string
  readonly notify: NotifyDesk
}

/**
 * Pages of the feed. The first is small, so that there is something to work on at once; whoever is behind by more than that
 * reads on in big ones. Three parts work side by side: while one page is being written the next one waits beside it, so that writing never
 * waits for what this thread does, and the one behind is asked for. A page of which the one before could not be written is not applied.
 */
export async function pullFeed(
  { data, server, session, now, notify }: Dependencies,
  token: string,
): Promise<ServerResult<null>> {
  // Asked once: the person may sign out while an answer is on its way.
  const { id: userId } = session.requireUser()
  let changed = 0
  const write = async (page: FeedReply, after: number): Promise<boolean> => {
    const { rows, cursor } = page
    const applied = await data.applyFeed({ rows, cursor, after, userId })
    changed += applied.changed ?? 0
    if (changed > 0) {
      notify('queue-changed', {})
    }
    return applied.changed !== null
  }
  let after = await data.readCursor()
  let asked = server.feed(token, after, FEED_PAGE_ROWS)
  let before = Promise.resolve(true)
  for (;;) {
    const answer = await asked
    if (!answer.ok) {
      await before
      return answer
    }
    const { cursor, more } = answer.value
    if (more) {
      asked = server.feed(token, cursor, FEED_MOST_ROWS)
    }
    const writing = write(answer.value, after)
    // Where the page before fails, that is what is told.
    writing.catch(() => undefined)
    after = cursor
    const isWhole = (await before) && (more || (await writing))
    if (!isWhole) {
      // The queue is read anew since: the next exchange begins with that.
      return success(null)
    }
    before = writing
    if (!more) {
      const { removed } = await data.finishResync({ now: now() })
      if (removed > 0) {
        notify('queue-changed', {})
      }
      return success(null)
    }
  }
}
