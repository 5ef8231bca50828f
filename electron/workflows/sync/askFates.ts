import { success } from '../../../shared/result'
import { endsExchange } from '../serverAnswer'
import type { ServerResult } from '../ports/reviewServerPort'
import type { SyncDependencies } from './syncOnce'

/** While a late decision of this person waits for somebody, asks what became of it. Without an answer, work goes on. */
export async function askFates(
  { data, server, notify }: SyncDependencies,
  token: string,
): Promise<ServerResult<null>> {
  const { unansweredLate } = await data.counts()
  if (unansweredLate === 0) {
    return success(null)
  }
  const fates = await server.ownProposals(token)
  if (!fates.ok) {
    return endsExchange(fates.error) ? fates : success(null)
  }
  const { changed } = await data.storeFates(fates.value)
  if (changed > 0) {
    notify('sync-changed', {})
  }
  return success(null)
}
