import { COMMANDS_PER_DELIVERY } from '../../../shared/protocol/limits'
import type { Command } from '../../../shared/protocol/commands'
import { refusal, success, type Result } from '../../../shared/result'
import type { Exclusive } from './exclusive'
import type { RulePackShelf } from '../rules/rulePackShelf'
import type { CurrentSession } from '../session/sessionWorkflow'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { ReviewServerPort, ServerProblem, ServerResult } from '../ports/reviewServerPort'

export interface SyncDependencies {
  readonly data: DataPort
  readonly server: ReviewServerPort
  readonly session: CurrentSession
  readonly rulePacks: Pick<RulePackShelf, 'exchange'>
  readonly now: () => string
  readonly notify: NotifyDesk
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
  for (const step of [confirmOfflineDraws, pushOutbox, pullFeed, pullRulePacks]) {
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

/** Sends decisions oldest first, one per case and delivery, until nothing waits. */
export async function pushOutbox(
  { data, server, now, notify }: SyncDependencies,
  token: string,
): Promise<ServerResult<null>> {
  for (;;) {
    const commands = await data.takeOutbox(COMMANDS_PER_DELIVERY)
    if (commands.length === 0) {
      return success(null)
    }
    const answer = await server.deliver(token, commands)
    if (!answer.ok) {
      await data.requeueOutbox(commands.map((command) => command.id))
      return answer
    }
    await data.settleOutbox({ outcomes: answer.value, now: now() })
    await refetchAdopted(data, server, token, commands, now())
    for (const command of commands) {
      notify('case-changed', { caseId: command.caseId })
    }
    notify('sync-changed', {})
  }
}

/** A case whose pack was adopted stays here; its entry about that is the server's to write. */
async function refetchAdopted(
  data: SyncDependencies['data'],
  server: SyncDependencies['server'],
  token: string,
  commands: readonly Command[],
  now: string,
): Promise<void> {
  for (const { kind, caseId } of commands) {
    const fetched = kind === 'adopt-rule-pack' ? await server.readCase(token, caseId) : null
    if (fetched?.ok) {
      await data.storeCase({ filingCase: fetched.value, hold: null, now })
    }
  }
}

/** Before cases are fetched, so that the pack of each is here when it is opened. Without it, work goes on. */
async function pullRulePacks({ rulePacks }: SyncDependencies, token: string): Promise<ServerResult<null>> {
  const done = await rulePacks.exchange(token)
  return done.ok || ['offline', 'unauthenticated'].includes(done.error) ? done : success(null)
}

async function pullFeed(
  { data, server, session, notify }: SyncDependencies,
  token: string,
): Promise<ServerResult<null>> {
  // Asked once: the person may sign out while an answer is on its way.
  const { id: userId } = session.requireUser()
  let changed = 0
  for (;;) {
    const answer = await server.feed(token, await data.readCursor())
    if (!answer.ok) {
      return answer
    }
    const { rows, cursor, more } = answer.value
    changed += (await data.applyFeed({ rows, cursor, userId })).changed
    if (changed > 0) {
      notify('queue-changed', {})
    }
    if (!more) {
      return success(null)
    }
  }
}

async function alignHolds(dependencies: SyncDependencies, token: string): Promise<ServerResult<null>> {
  const { data, server, session, now, notify } = dependencies
  const reserved = await server.reserve(token, session.reservations())
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
  if (toFetch.length + dropped.length > 0) {
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
    if (!confirmed.ok && ['offline', 'protocol', 'unauthenticated'].includes(confirmed.error)) {
      return confirmed
    }
  }
  return success(null)
}
