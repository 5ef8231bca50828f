import { adoptRulePack } from './adoptRulePack'
import { decide } from './decide'
import { keepProposal } from './keepProposal'
import { leaveNote } from './leaveNote'
import { refused, type CommandParts, type Judged } from './judged'
import { recordCall } from './recordCall'
import { recordNotice } from './recordNotice'
import { recordSubmission } from './recordSubmission'
import { settleProposal } from './settleProposal'
import { canonicalJson } from '../../shared/canonicalJson'
import { findCase, type HeldCase } from '../store/cases'
import { enterCommand, storeOutcome, type KnownCommand } from '../store/commands'
import type { Queryable } from '../store/database'
import { sha256 } from '../store/sha256'
import type { User } from '../../shared/protocol/apiModels'
import { COMMAND_RIGHTS } from '../../shared/protocol/commandRights'
import type { Command, CommandOutcome } from '../../shared/protocol/commands'
import { assertNever } from '../../shared/result'
import { may } from '../../shared/review/rights'

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
  const right = COMMAND_RIGHTS[command.kind]
  if (!may(person.role, right)) {
    return refused('forbidden', `This role does not have the right ${right}`)
  }
  const held = await findCase(tx, command.caseId, parts.clock.now(), 'lock')
  if (!held) {
    return refused('not-found', 'There is no such case')
  }
  const judged = await carryOut(tx, parts, person, held, command)
  return judged.ok || command.kind !== 'decide'
    ? judged
    : keepProposal(tx, person, held.filingCase, command, judged.error, parts.clock.now())
}

async function carryOut(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  held: HeldCase,
  command: Command,
): Promise<Judged> {
  if (command.kind === 'answer-proposal') {
    return settleProposal(tx, person, held, command, parts.clock.now())
  }
  if (command.kind === 'record-call') {
    return recordCall(tx, person, held.filingCase, command, parts.clock.now())
  }
  if (command.kind === 'leave-note') {
    return leaveNote(tx, person, held.filingCase, command, parts.clock.now())
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
