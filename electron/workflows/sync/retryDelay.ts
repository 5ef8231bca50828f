/** Pause between two exchanges while all is well: others' draws are seen within this time. */
const ONLINE_MS = 4_000
const FIRST_RETRY_MS = 2_000
/** A reviewer who comes back from the lift should not wait longer than this for the desk to notice. */
const LONGEST_RETRY_MS = 30_000

/**
 * Pause before the next exchange, in milliseconds. Doubles with each failure; up to a quarter is random, so that a
 * team does not come back to a restarted server all in the same second.
 */
export function retryDelay(failures: number, random: () => number): number {
  if (failures === 0) {
    return ONLINE_MS
  }
  const pause = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS)
  return Math.round(pause * (1 - random() / 4))
}
