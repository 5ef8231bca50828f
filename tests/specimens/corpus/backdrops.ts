import type { Random } from '../random'
import type { Frame } from './camera'
import type { WorldName } from './labels'
import { reportBackdrop, reportRoom } from './reportBackdrops'
import { tuningBackdrop } from './tuningBackdrops'
import { tuningRoom } from './tuningRooms'

/** Cloth of the provider: white to pale blue, with marks of one blue, over the whole picture. */
export function drawBackdrop(world: WorldName, frame: Frame, random: Random): string {
  return world === 'tuning' ? tuningBackdrop(frame, random) : reportBackdrop(frame, random)
}

/** What stands behind people who have no cloth: a room, a street, a wall of another colour. */
export function drawWrongBackdrop(world: WorldName, frame: Frame, random: Random): string {
  return world === 'tuning' ? tuningRoom(frame, random) : reportRoom(frame, random)
}
