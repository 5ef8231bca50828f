import { carryCodec, openSealed } from './carrySeal'
import type { CarryParts } from './carryOut'
import { exchangeDevice } from '../audit/exchangeDevice'
import { applyCommand } from '../commands/applyCommand'
import type { CommandParts } from '../commands/judged'
import { carryState, findDevice, finishCarryIn, type CarryDevice } from '../store/carry'
import { holdCase } from '../store/holds'
import {
  toServerSchema,
  type CarryInReply,
  type CarryProblem,
  type ToServer,
} from '../../shared/protocol/carry'
import { readCarryLine, unpackCarry } from '../../shared/protocol/carryFile'
import type { CommandOutcome } from '../../shared/protocol/commands'
import { refusal, success, type Result } from '../../shared/result'

/**
 * Takes a bundle from a desk: tells draws, carries its commands out in their order, and continues the device's audit chain, each as if it
 * had come over the network from the person whose desk it is. An interruption anywhere costs taking the bundle again.
 */
export async function carryIn(
  parts: CarryParts & CommandParts,
  by: string,
  file: Uint8Array,
): Promise<CarryInReply> {
  const opened = await open(parts, file)
  if (!opened.ok) {
    return { outcome: 'refused', problem: opened.error }
  }
  const { device, content } = opened.value
  const { database, clock } = parts
  for (const caseId of content.drawn) {
    // What cannot be had any more shows in the answer to the decision.
    await holdCase(database, device.person, caseId, clock.now(), 'no-shorter')
  }
  const outcomes = await carryOutCommands(parts, device, content)
  for (const request of content.audit) {
    await exchangeDevice(parts, device.person.id, request)
  }
  const commandIds = content.commands.map(({ id }) => id)
  await finishCarryIn(database, device, { by, number: content.number, commandIds }, clock.now())
  const applied = outcomes.filter(({ outcome }) => outcome === 'applied').length
  return {
    outcome: 'taken',
    number: content.number,
    displayName: device.person.displayName,
    applied,
    refused: outcomes.length - applied,
  }
}

/** A refusal keeps back what the person did to the same case later, as it does over the network. */
async function carryOutCommands(
  parts: CarryParts & CommandParts,
  device: CarryDevice,
  { commands }: ToServer,
): Promise<readonly CommandOutcome[]> {
  await parts.library.refresh(parts.database)
  const outcomes: CommandOutcome[] = []
  const refusedCases = new Set<string>()
  for (const command of commands) {
    if (refusedCases.has(command.caseId)) {
      continue
    }
    const outcome = await applyCommand(parts, device.person, command)
    outcomes.push(outcome)
    if (outcome.outcome === 'refused') {
      refusedCases.add(command.caseId)
    }
  }
  return outcomes
}

async function open(
  parts: CarryParts,
  file: Uint8Array,
): Promise<Result<{ readonly device: CarryDevice; readonly content: ToServer }, CarryProblem>> {
  const read = readCarryLine(file)
  if (!read) {
    return refusal('not-a-bundle')
  }
  const { header, sealed } = read
  if (header.direction !== 'to-server') {
    return refusal('other-direction')
  }
  if (header.serverId !== parts.serverId) {
    return refusal('other-server')
  }
  const device = await findDevice(parts.database, header.deviceId)
  if (!device) {
    return refusal('other-machine')
  }
  if (device.person.id !== header.accountId) {
    return refusal('other-person')
  }
  const packed = await openSealed(sealed, parts.signer.carryIdentity)
  const unpacked = packed
    ? unpackCarry(packed, header, device.publicKey, carryCodec)
    : refusal('damaged' as const)
  if (!unpacked.ok) {
    return unpacked
  }
  const content = parseContent(unpacked.value.text)
  if (!content || unpacked.value.rest.length > 0) {
    return refusal('damaged')
  }
  if (device.isClosed) {
    return refusal('account-closed')
  }
  const { numberIn } = await carryState(parts.database, device.id)
  if (content.number <= numberIn) {
    return refusal(content.number === numberIn ? 'already-taken' : 'older-than-known')
  }
  return success({ device, content })
}

function parseContent(text: string): ToServer | null {
  try {
    return toServerSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
