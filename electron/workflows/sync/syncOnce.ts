import { refusal, success, type Result } from '../../../shared/result'
import { may } from '../../../shared/review/rights'
import { endsExchange } from '../serverAnswer'
import { takeCalendar, type TakenCalendar } from '../calendar/takeCalendar'
import { askFates } from './askFates'
import { exchangeAudit } from './exchangeAudit'
import { pullFeed } from './pullFeed'
import { pushCertificates } from './pushCertificates'
import { pushOutbox } from './pushOutbox'
import { tellShift } from './tellShift'
import type { Exclusive } from './exclusive'
import type { RulePackShelf } from '../rules/rulePackShelf'
import type { CurrentSession } from '../session/sessionWorkflow'
import type { DataPort } from '../ports/dataPort'
import type { ReviewServerPort, ServerProblem, ServerResult } from '../ports/reviewServerPort'

export interface SyncDependencies extends TakenCalendar {
  readonly data: DataPort
  readonly server: ReviewServerPort
  readonly session: CurrentSession
  readonly rulePacks: Pick<RulePackShelf, 'exchange'>
  readonly now: () => string
  /** From 0 to 1, for pauses that are not the same on every desk. */
  readonly random: () => number
  /** Turns for everything that asks for holds and writes them here. */
  readonly holdsTurn: Exclusive
}

/**
 * One exchange with the server: tell what was drawn here, send what waits, take the changes, make the holds equal,
 * fetch the held cases. Every step is a transaction of its own here, so an interruption anywhere costs only the
 * repetition of one step.
 */
export async function syncOnce(dependencies: SyncDependencies): Promise<Result<null, ServerProblem>> {
  const token = dependencies.session.token()
  if (token === null) {
    return refusal('unauthenticated')
  }
  for (const step of [
    confirmOfflineDraws,
    pushOutbox,
    askFates,
    tellShift,
    exchangeAudit,
    pullCalendar,
    pullFeed,
    pushCertificates,
    pullRulePacks,
  ]) {
    if (dependencies.session.token() === null) {
      return refusal('unauthenticated')
    }
    const done = await step(dependencies, token)
    if (!done.ok) {
      return done
    }
  }
  return dependencies.holdsTurn(() => alignHolds(dependencies, token))
}

/** Before rows are read, whose time left is counted by it. Without an answer the one that is here goes on to count. */
async function pullCalendar(dependencies: SyncDependencies, token: string): Promise<ServerResult<null>> {
  const answer = await dependencies.server.calendar(token)
  if (!answer.ok) {
    return endsExchange(answer.error) ? answer : success(null)
  }
  await takeCalendar(dependencies, answer.value.calendar)
  return success(null)
}

/** Before cases are fetched, so that the pack of each is here when it is opened. Without it, work goes on. */
async function pullRulePacks({ rulePacks }: SyncDependencies, token: string): Promise<ServerResult<null>> {
  const done = await rulePacks.exchange(token)
  return done.ok || endsExchange(done.error) ? done : success(null)
}

async function alignHolds(dependencies: SyncDependencies, token: string): Promise<ServerResult<null>> {
  const { data, server, session, now, notify } = dependencies
  if (!may(session.requireUser().role, 'draw')) {
    return success(null)
  }
  // Reservations are for a desk that works on.
  const { shift } = await data.readDay({ now: now() })
  const reserved = await server.reserve(token, shift.state === 'ended' ? 0 : session.reservations())
  if (!reserved.ok) {
    return reserved
  }
  const holds = reserved.value
  const { toFetch, dropped } = await data.applyHolds({ holds, now: now() })
  for (const caseId of dropped) {
    notify('case-changed', { caseId })
  }
  for (const caseId of toFetch) {
    const fetched = await server.readCase(token, caseId)
    if (fetched.ok) {
      const hold = holds.find((candidate) => candidate.caseId === caseId) ?? null
      await data.storeCase({ filingCase: fetched.value, hold, now: now() })
      notify('case-changed', { caseId })
    } else if (fetched.error !== 'forbidden' && fetched.error !== 'not-found') {
      // The hold ended between the two calls when it is one of those two; the next exchange sees it.
      return fetched
    }
  }
  const { purged } = await data.purgeRead({ now: now() })
  for (const caseId of purged) {
    notify('case-changed', { caseId })
  }
  if (toFetch.length + dropped.length + purged.length > 0) {
    notify('queue-changed', {})
  }
  return success(null)
}

/** A reservation drawn here becomes a hold on the server as well, before anything done under it is sent. */
async function confirmOfflineDraws(
  { data, server }: SyncDependencies,
  token: string,
): Promise<ServerResult<null>> {
  for (const { hold, drawnHere } of await data.listHolds()) {
    if (!drawnHere) {
      continue
    }
    const confirmed = await server.hold(token, hold.caseId)
    // A hold that cannot be had any more shows in the answer to the decision and in the list of holds.
    if (!confirmed.ok && ['offline', 'busy', 'protocol', 'unauthenticated'].includes(confirmed.error)) {
      return confirmed
    }
  }
  return success(null)
}
