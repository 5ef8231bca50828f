import type { CallRecord, CallStand } from './callRecord'

/** What a round's calls, in the order in which they were made, come to; null when there are none. */
export function callStandOf(calls: readonly CallRecord[]): CallStand | null {
  const last = calls.at(-1)
  if (last === undefined) {
    return null
  }
  const reachedAt = calls.findLastIndex(({ outcome }) => outcome === 'reached')
  const outgoing = (call: CallRecord): boolean => call.direction === 'outgoing'
  return {
    recorded: calls.length,
    attempts: calls.filter(outgoing).length,
    unanswered: calls.slice(reachedAt + 1).filter(outgoing).length,
    reached: reachedAt >= 0,
    lastAt: last.startedAt,
    lastOutcome: last.outcome,
    // A later call settles what was agreed before it.
    callBackAt: last.callBackAt,
    // What was promised before the person was reached again was settled then.
    promisedUntil:
      calls.slice(Math.max(reachedAt, 0)).findLast(({ promise }) => promise !== null)?.promise?.until ?? null,
  }
}
