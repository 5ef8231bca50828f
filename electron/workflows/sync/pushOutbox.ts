import { COMMANDS_PER_DELIVERY } from '../../../shared/protocol/limits'
import type { Command } from '../../../shared/protocol/commands'
import { success } from '../../../shared/result'
import { endsExchange } from '../serverAnswer'
import type { ReviewServerPort, ServerProblem, ServerResult } from '../ports/reviewServerPort'
import { itemRetryDelay } from './retryDelay'
import type { SyncDependencies } from './syncOnce'

/**
 * Sends what waits, oldest first, one command a case and delivery, until nothing is due. A command that the server
 * cannot answer waits longer each time and keeps no other case back: a delivery that fails whole is sent one by one.
 */
export async function pushOutbox(dependencies: SyncDependencies, token: string): Promise<ServerResult<null>> {
  const { data, server, now } = dependencies
  for (;;) {
    const commands = await data.takeOutbox(COMMANDS_PER_DELIVERY, now())
    if (commands.length === 0) {
      return success(null)
    }
    const answer = await server.deliver(token, commands)
    if (answer.ok) {
      await settle(dependencies, token, commands, answer.value)
    } else if (keepsWaiting(answer.error)) {
      await data.requeueOutbox(commands.map((command) => command.id))
      return answer
    } else if (commands.length === 1) {
      await defer(dependencies, commands)
    } else {
      const done = await pushSingly(dependencies, token, commands)
      if (!done.ok) {
        return done
      }
    }
  }
}

async function pushSingly(
  dependencies: SyncDependencies,
  token: string,
  commands: readonly Command[],
): Promise<ServerResult<null>> {
  const { data, server } = dependencies
  for (const [index, command] of commands.entries()) {
    const answer = await server.deliver(token, [command])
    if (answer.ok) {
      await settle(dependencies, token, [command], answer.value)
    } else if (keepsWaiting(answer.error)) {
      await data.requeueOutbox(commands.slice(index).map(({ id }) => id))
      return answer
    } else {
      await defer(dependencies, [command])
    }
  }
  return success(null)
}

/** Nothing is wrong with what was sent: no connection, something else on the way that answers, nobody signed in. */
function keepsWaiting(problem: ServerProblem): boolean {
  return endsExchange(problem) || problem === 'protocol'
}

type Outcomes = Extract<Awaited<ReturnType<ReviewServerPort['deliver']>>, { ok: true }>['value']

async function settle(
  { data, server, now, notify }: SyncDependencies,
  token: string,
  commands: readonly Command[],
  outcomes: Outcomes,
): Promise<void> {
  await data.settleOutbox({ outcomes, now: now() })
  await refetchAdopted(data, server, token, commands, now())
  for (const command of commands) {
    notify('case-changed', { caseId: command.caseId })
  }
  notify('sync-changed', {})
}

async function defer(
  { data, now, random, notify }: SyncDependencies,
  commands: readonly Command[],
): Promise<void> {
  const items = await data.listOutbox()
  for (const { id } of commands) {
    const attempts = (items.find((item) => item.id === id)?.attempts ?? 0) + 1
    const until = new Date(Date.parse(now()) + itemRetryDelay(attempts, random)).toISOString()
    await data.deferOutbox({ commandId: id, until })
  }
  notify('sync-changed', {})
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
