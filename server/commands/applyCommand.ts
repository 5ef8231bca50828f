import { adoptRulePack } from './adoptRulePack'
import { decide } from './decide'
import { refused, type CommandParts, type Judged } from './judged'
import { recordNotice } from './recordNotice'
import { recordSubmission } from './recordSubmission'
import { canonicalJson } from '../../shared/canonicalJson'
import { findCase } from '../store/cases'
import { enterCommand, storeOutcome, type KnownCommand } from '../store/commands'
import type { Queryable } from '../store/database'
import { sha256 } from '../store/sha256'
import type { User } from '../../shared/protocol/api'
import type { Command, CommandOutcome } from '../../shared/protocol/commands'
import { assertNever } from '../../shared/result'

/**
 * Carries a command out in one transaction, once: a command delivered again, at any time and by any number of
 * connections, gets the stored answer. Refusals are answers and are stored as well.
 */
export function applyCommand(parts: CommandParts, person: User, command: Command): Promise<CommandOutcome> {
  return parts.database.transaction(async (tx) => {
    const contentSha256 = sha256(canonicalJson(command))
    const identity = { id: command.id, accountId: person.id, contentSha256 }
    const known = await enterCommand(tx, identity, parts.clock.now())
    if (known) {
      return answerAgain(known, identity)
    }
    const outcome = outcomeOf(command, await judge(tx, parts, person, command))
    await storeOutcome(tx, outcome)
    return outcome
  })
}

async function judge(tx: Queryable, parts: CommandParts, person: User, command: Command): Promise<Judged> {
  const held = await findCase(tx, command.caseId, parts.clock.now(), 'lock')
  if (!held) {
    return refused('not-found', 'There is no such case')
  }
  if (held.filingCase.version !== command.expectedVersion) {
    return refused('stale-version', `The case is at version ${held.filingCase.version}`)
  }
  switch (command.kind) {
    case 'decide':
      return decide(tx, parts, person, held, command)
    case 'record-submission':
      return recordSubmission(tx, parts, person, held.filingCase, command)
    case 'record-notice':
      return recordNotice(tx, parts, person, held.filingCase, command)
    case 'adopt-rule-pack':
      return adoptRulePack(tx, parts, person, held, command)
    default:
      return assertNever(command, 'Unknown command')
  }
}

function outcomeOf(command: Command, judged: Judged): CommandOutcome {
  return judged.ok
    ? { id: command.id, outcome: 'applied', ...judged.value }
    : { id: command.id, outcome: 'refused', ...judged.error }
}

/** The same id with other content, or from somebody else, is not the same command. */
function answerAgain(
  known: KnownCommand,
  identity: { readonly id: string; readonly accountId: string; readonly contentSha256: string },
): CommandOutcome {
  return known.accountId === identity.accountId && known.contentSha256 === identity.contentSha256
    ? known.outcome
    : { id: identity.id, outcome: 'refused', code: 'forbidden', message: 'The id belongs to another command' }
}
