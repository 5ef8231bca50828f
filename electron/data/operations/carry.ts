import type { AuditExchangeRequest } from '../../../shared/protocol/audit'
import {
  CARRY_LIMITS,
  toDeskSchema,
  type CarryHeader,
  type CarryProblem,
  type ToDesk,
  type ToServer,
} from '../../../shared/protocol/carry'
import {
  carryLine,
  carryMessage,
  cutBlobs,
  packCarry,
  readCarryLine,
  unpackCarry,
} from '../../../shared/protocol/carryFile'
import type { Command } from '../../../shared/protocol/commands'
import { refusal, success } from '../../../shared/result'
import { isServerHead } from '../../../shared/audit/signedHeads'
import { openSealed } from '../../common/crypto/ageSeal'
import { carryCodec, sealForKey } from '../../common/crypto/carrySeal'
import { packCrypto } from '../../common/crypto/packCrypto'
import { inTransaction } from '../connection/handles'
import type { CarryOperations } from '../carryOperations'
import { NO_CASE } from '../queries/auditQueries'
import { auditRequestFrom } from './auditExchange'
import { signedIn, type DataContext } from './dataContext'

/** Hand-carry bundles: made and opened here, where the device's key is. */
export function createCarryOperations(context: DataContext): CarryOperations {
  const { db, queries } = context

  function header(direction: CarryHeader['direction'], serverId: string): CarryHeader {
    const { id: deviceId } = queries.auditExchange.device()
    return { direction, serverId, accountId: signedIn(context).user.id, deviceId }
  }

  function unanswered(): readonly Command[] {
    const waiting = queries.outbox.waiting().flatMap(({ item, command }) => {
      return command === null || item.state === 'refused' ? [] : [command]
    })
    return waiting.slice(0, CARRY_LIMITS.commands)
  }

  function write(now: string): ToServer {
    const commands = unanswered()
    return {
      number: queries.carry.nextNumber(),
      madeAt: now,
      drawn: queries.holds.list().flatMap(({ hold, drawnHere }) => (drawnHere ? [hold.caseId] : [])),
      commands: [...commands],
      audit: auditRequests(),
    }
  }

  /** Everything since the server signed last, in pieces of the size that it takes. */
  function auditRequests(): AuditExchangeRequest[] {
    const last = queries.audit.last().sequence
    const requests: AuditExchangeRequest[] = []
    let from = queries.auditExchange.state().acknowledged
    while (from < last && requests.length < CARRY_LIMITS.auditRequests) {
      const request = auditRequestFrom(context, from)
      requests.push(request)
      if (request.head.sequence <= from) {
        break
      }
      from = request.head.sequence
    }
    return requests
  }

  function record(
    action: 'bundle-carried-out' | 'bundle-carried-in',
    detail: Readonly<Record<string, number>>,
    at: string,
  ): void {
    queries.audit.append({ at, actor: signedIn(context).user.id, action, caseId: NO_CASE, detail })
  }

  /** Why the content is not to be applied, although it was made for this desk. */
  function staleness({ number, serverHead }: ToDesk): CarryProblem | null {
    const { numberIn } = queries.carry.read()
    const { serverHead: known } = queries.auditExchange.state()
    if (number === numberIn) {
      return 'already-taken'
    }
    const isOlder = number < numberIn || (known !== null && serverHead.sequence < known.sequence)
    return isOlder ? 'older-than-known' : null
  }

  function addressed(found: CarryHeader, serverId: string): CarryProblem | null {
    const own = header('to-desk', serverId)
    if (found.direction !== own.direction) {
      return 'other-direction'
    }
    if (found.serverId !== own.serverId) {
      return 'other-server'
    }
    if (found.accountId !== own.accountId) {
      return 'other-person'
    }
    return found.deviceId === own.deviceId ? null : 'other-machine'
  }

  return {
    carryState() {
      const { givenAt, givenCommands, takenAt, takenUntil } = queries.carry.read()
      return {
        deviceId: queries.auditExchange.device().id,
        isReady: queries.auditExchange.state().server !== null,
        given: givenAt === null ? null : { at: givenAt, commands: givenCommands },
        taken: takenAt === null || takenUntil === null ? null : { at: takenAt, until: takenUntil },
      }
    },
    async makeCarry({ now }) {
      const { server } = queries.auditExchange.state()
      if (server === null) {
        return refusal('never-met')
      }
      const content = inTransaction(db, () => write(now))
      const own = header('to-server', server.id)
      const text = JSON.stringify(content)
      const { signer } = queries.auditExchange.device()
      const signature = signer.sign(carryMessage(own, text, carryCodec))
      const sealed = await sealForKey(packCarry(text, signature, [], carryCodec), server.publicKey)
      const bytes = new Uint8Array(Buffer.concat([carryCodec.encode(carryLine(own)), sealed]))
      return success({ bytes, number: content.number, commands: content.commands.length })
    },
    carryGiven({ number, commands, now }) {
      inTransaction(db, () => {
        queries.carry.give({ at: now, commands })
        record('bundle-carried-out', { number, commands }, now)
      })
    },
    async openCarry({ bytes }) {
      const read = readCarryLine(bytes)
      if (!read) {
        return refusal('not-a-bundle')
      }
      const { server } = queries.auditExchange.state()
      const problem = addressed(read.header, server?.id ?? '')
      if (server === null || problem !== null) {
        return refusal(problem ?? 'other-server')
      }
      const { signer } = queries.auditExchange.device()
      const packed = await openSealed(read.sealed, signer.carryIdentity)
      const unpacked = packed && unpackCarry(packed, read.header, server.publicKey, carryCodec)
      if (!unpacked?.ok) {
        return unpacked ?? refusal('damaged')
      }
      const opened = parseContent(unpacked.value)
      if (!opened || !isServerHead(packCrypto, server, opened.content.serverHead)) {
        return refusal('damaged')
      }
      const stale = staleness(opened.content)
      return stale === null ? success(opened) : refusal(stale)
    },
    finishCarry({ number, until, now }) {
      inTransaction(db, () => {
        queries.carry.take({ number, at: now, until })
        record('bundle-carried-in', { number }, now)
      })
    },
  }
}

type Opened = Extract<Awaited<ReturnType<CarryOperations['openCarry']>>, { ok: true }>['value']

function parseContent({ text, rest }: { readonly text: string; readonly rest: Uint8Array }): Opened | null {
  const parsed = toDeskSchema.safeParse(readJson(text))
  const blobs = parsed.success ? cutBlobs(rest, parsed.data.blobs) : null
  return parsed.success && blobs ? { content: parsed.data, blobs } : null
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
