import { randomInt } from 'node:crypto'

export const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** A control case comes some while after the filing that drew it, so that the two are not side by side. */
const RELEASE_AFTER = { least: MINUTE, most: 90 * MINUTE } as const
/** One that nobody decides does not stay for ever. */
const UNDECIDED = { least: 12 * DAY, most: 15 * DAY } as const
/** A decided one looks for some days like any other of its state. */
const DECIDED = { least: 3 * DAY, most: 10 * DAY } as const

function within({ least, most }: { readonly least: number; readonly most: number }): number {
  return randomInt(least, most)
}

/** When what is drawn now is released (epoch ms). */
export function releaseTime(now: number): number {
  return now + within(RELEASE_AFTER)
}

/** When a control case that arrives now is withdrawn at the latest (epoch ms). */
export function endOfUndecided(now: number): number {
  return now + within(UNDECIDED)
}

/** When a control case that was settled now is withdrawn (epoch ms). */
export function endOfDecided(now: number): number {
  return now + within(DECIDED)
}

/**
 * How long before its arrival a control case says that it was submitted (ms): about as long as the filing that drew it, and in
 * whole seconds where that one tells no smaller part. Filing systems differ in both.
 */
export function submittedBefore(submittedAt: number, now: number): number {
  const lag = Math.max(now - submittedAt, SECOND)
  const alike = randomInt(Math.ceil(lag / 2), Math.ceil(lag * 1.5) + 1)
  return submittedAt % SECOND === 0 ? Math.ceil(alike / SECOND) * SECOND : alike
}

/** The instant so long before `at` (both epoch ms), as whole as `before` is. */
export function submissionTime(at: number, before: number): number {
  const submitted = at - before
  return before % SECOND === 0 ? Math.floor(submitted / SECOND) * SECOND : submitted
}
