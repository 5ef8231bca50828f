/** Pause between two exchanges while all is well: others' draws are seen within this time. */
const ONLINE_MS = 4_000
const FIRST_RETRY_MS = 2_000
/** A reviewer who comes back from the lift should not wait longer than this for the desk to notice. */
const LONGEST_RETRY_MS = 30_000
/** One command that the server cannot answer: somebody has to mend the server first, so asking often helps nobody. */
const LONGEST_ITEM_RETRY_MS = 300_000

/**
 * Pause before the next exchange, in milliseconds. Doubles with each failure; up to a quarter is random, so that a
 * team does not come back to a restarted server all in the same second.
 */
export function retryDelay(failures: number, random: () => number): number {
  if (failures === 0) {
    return ONLINE_MS
  }
  return pauseAfter(failures, LONGEST_RETRY_MS, random)
}

/** Pause before one command is tried again, in milliseconds; `attempts` counts from 1. */
export function itemRetryDelay(attempts: number, random: () => number): number {
  return pauseAfter(attempts, LONGEST_ITEM_RETRY_MS, random)
}

function pauseAfter(failures: number, longest: number, random: () => number): number {
  const pause = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), longest)
  return Math.round(pause * (1 - random() / 4))
}
