import { wilsonInterval } from '../review/sampling/wilsonInterval'

/** Of fewer than these a share would say more than is known. */
const FEWEST = 5

/** Which part of the attempts reached the person, with its 95 % interval; null where there are too few. */
export function reachShare({
  attempts,
  reached,
}: {
  readonly attempts: number
  readonly reached: number
}): { readonly value: number; readonly low: number; readonly high: number } | null {
  if (attempts < FEWEST) {
    return null
  }
  const value = reached / attempts
  return { value, ...wilsonInterval(value, attempts) }
}
