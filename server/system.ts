import { v7 } from 'uuid'

/** The time, injected so that tests can let hours pass. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
}

/** Where new identities come from. */
export interface Ids {
  /** A fresh UUID, version 7. */
  next(): string
}

export const systemClock: Clock = { now: () => Date.now() }
export const systemIds: Ids = { next: () => v7() }

/** Epoch milliseconds as the text that the database and the protocol carry. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString()
}
