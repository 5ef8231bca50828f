import { success } from '../../../shared/result'
import { endsExchange } from '../serverAnswer'
import type { ServerResult } from '../ports/reviewServerPort'
import { giveBackReservations } from '../session/giveBackReservations'
import type { SyncDependencies } from './syncOnce'

/**
 * Tells the server what the person said of their shift. What is reserved is given back before its end is told, so that
 * no answer about holds has to take away that much at once. Without an answer it is told again.
 */
export async function tellShift(
  { data, server, notify, holdsTurn }: SyncDependencies,
  token: string,
): Promise<ServerResult<null>> {
  const moves = await data.shiftMovesToTell()
  const last = moves.at(-1)
  if (last === undefined) {
    return success(null)
  }
  if (last.move === 'end') {
    await holdsTurn(() => giveBackReservations(data, server, token))
    notify('queue-changed', {})
  }
  const told = await server.tellShift(token, moves)
  if (!told.ok) {
    return endsExchange(told.error) ? told : success(null)
  }
  await data.shiftMovesTold(moves.map(({ id }) => id))
  return told
}
