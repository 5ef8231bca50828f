import type { DataPort } from '../ports/dataPort'
import type { ReviewServerPort } from '../ports/reviewServerPort'

/**
 * Cases kept for work without a network are free for colleagues again; what was drawn stays. Ends with the first
 * call that gets no answer: reservations run out on the server by themselves.
 */
export async function giveBackReservations(
  data: Pick<DataPort, 'listHolds' | 'dropCase'>,
  server: Pick<ReviewServerPort, 'release'>,
  token: string,
): Promise<void> {
  for (const { hold } of await data.listHolds()) {
    if (hold.kind === 'reservation') {
      const released = await server.release(token, hold.caseId, hold.token)
      if (!released.ok) {
        return
      }
      await data.dropCase(hold.caseId)
    }
  }
}
