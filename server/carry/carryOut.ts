import { buffer } from 'node:stream/consumers'
import { carryCodec, sealForKey } from './carrySeal'
import type { ServerSigner } from '../audit/serverSigner'
import type { CalendarInForce } from '../calendar/calendarInForce'
import type { DocumentStore } from '../documents/documentStore'
import { listPacks } from '../rules/listPacks'
import type { RulePackParts } from '../rules/proposePack'
import { shownCase } from '../sampling/shownCase'
import { beginCarryOut, carryState, devicesOf, outcomesOf, type CarryDevice } from '../store/carry'
import { findCase } from '../store/cases'
import { releaseCase } from '../store/endHolds'
import { readQueueRows } from '../store/changeFeed'
import { drawTermsAt } from '../store/drawOrder'
import { readFates } from '../store/proposals'
import { reserveCases, topUpReservations } from '../store/reservations'
import { findPackByVersion, readPackFiles } from '../store/rulePacks'
import { readServerHead } from '../store/serverHead'
import { isoInstant } from '../system'
import type { ApiErrorCode } from '../../shared/protocol/apiModels'
import {
  CARRY_LIMITS,
  type carryOutRequestSchema,
  type CarryHeader,
  type ToDesk,
} from '../../shared/protocol/carry'
import { carryLine, carryMessage, packCarry } from '../../shared/protocol/carryFile'
import type { Case, Hold } from '../../shared/protocol/case'
import { refusal, success, type Result } from '../../shared/result'
import { may } from '../../shared/review/rights'
import type { z } from 'zod'

const HOUR = 3_600_000

export interface CarryParts extends RulePackParts {
  readonly documents: DocumentStore
  readonly calendar: CalendarInForce
  readonly signer: ServerSigner
  readonly serverId: string
}

type CarryOutRequest = z.output<typeof carryOutRequestSchema>

/**
 * Makes a bundle for a desk: everything that its person has, after reservations were topped up and all of it lasts as long as asked.
 * Refused: `not-found` (no such open account, or no desk of it that the server knows), `conflict` (several desks and none named),
 * `forbidden` (the role has no cases), `too-large`. Where the cases are too large or a document is missing, no reservation is left
 * behind and no lease has changed.
 */
export async function carryOut(
  parts: CarryParts,
  by: string,
  request: CarryOutRequest,
): Promise<
  Result<{ readonly bytes: Uint8Array; readonly number: number; readonly cases: number }, ApiErrorCode>
> {
  const { database, clock } = parts
  const chosen = await chooseDevice(parts, request)
  if (!chosen.ok) {
    return chosen
  }
  const device = chosen.value
  const now = clock.now()
  const until = now + request.hours * HOUR
  const terms = drawTermsAt((await parts.calendar.read(database)).working, now)
  const given = await topUpReservations(database, device.person, request.reservations, terms)
  let gathered: Gathered | null = null
  try {
    gathered = await gather(parts, device, given.holds)
  } finally {
    if (gathered === null) {
      await giveBack(parts, device, given.added)
    }
  }
  if (gathered === null) {
    return refusal('too-large')
  }
  const { cases, documents } = gathered
  const number = await beginCarryOut(database, device, { by, until }, now)
  // Read after the ends of the holds were written, so that the desk is told the new ones.
  const holds = await reserveCases(database, device.person, 0, terms)
  const content = await contentOf(parts, device, { number, until, holds, cases })
  const blobs = [...documents].map(([sha256, bytes]) => ({ sha256, bytes: bytes.length }))
  const bytes = await seal(parts, device, { ...content, blobs }, [...documents.values()])
  return success({ bytes, number, cases: cases.length })
}

async function chooseDevice(
  { database }: CarryParts,
  { username, deviceId }: CarryOutRequest,
): Promise<Result<CarryDevice, ApiErrorCode>> {
  const own = await devicesOf(database, username)
  const named = deviceId === undefined ? own : own.filter(({ id }) => id === deviceId)
  const [device] = named
  if (device === undefined || device.isClosed) {
    return refusal('not-found')
  }
  if (named.length > 1) {
    return refusal('conflict')
  }
  return may(device.person.role, 'draw') ? success(device) : refusal('forbidden')
}

interface Gathered {
  readonly cases: readonly Case[]
  /** By hash. */
  readonly documents: ReadonlyMap<string, Uint8Array>
}

/** What a bundle of these holds is about; null when it would be too large. */
async function gather(
  parts: CarryParts,
  { person }: CarryDevice,
  holds: readonly Hold[],
): Promise<Gathered | null> {
  const cases = await casesOf(parts, person.id, holds)
  return isTooLarge(cases) ? null : { cases, documents: await documentsOf(parts.documents, cases) }
}

async function giveBack(
  { database, clock }: CarryParts,
  { person }: CarryDevice,
  added: readonly Hold[],
): Promise<void> {
  for (const hold of added) {
    await releaseCase(database, person, hold, clock.now())
  }
}

async function casesOf(
  { database, clock }: CarryParts,
  personId: string,
  holds: readonly Hold[],
): Promise<readonly Case[]> {
  const cases: Case[] = []
  for (const { caseId } of holds) {
    const held = await findCase(database, caseId, clock.now())
    if (held) {
      cases.push(await shownCase(database, held.filingCase, personId))
    }
  }
  return cases
}

/** Half of what a file may have is for documents: text and sealing need the rest, and all of it is held in memory. */
function isTooLarge(cases: readonly Case[]): boolean {
  const bytes = [...sizesOf(cases).values()].reduce((sum, size) => sum + size, 0)
  return bytes > CARRY_LIMITS.bundleBytes / 2 || cases.length > CARRY_LIMITS.cases
}

/** Length of each document of any round, by hash. */
function sizesOf(cases: readonly Case[]): ReadonlyMap<string, number> {
  const listed = cases.flatMap(({ rounds }) => rounds.flatMap(({ documents }) => documents))
  return new Map(listed.map(({ sha256, bytes }) => [sha256, bytes]))
}

async function documentsOf(
  store: DocumentStore,
  cases: readonly Case[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const sha256 of sizesOf(cases).keys()) {
    const document = await store.open(sha256)
    if (!document) {
      throw new Error('A document of a case is missing from the document store')
    }
    try {
      found.set(sha256, await buffer(document.stream(0, document.bytes - 1)))
    } finally {
      await document.close()
    }
  }
  return found
}

async function contentOf(
  parts: CarryParts,
  device: CarryDevice,
  carried: {
    readonly number: number
    readonly until: number
    readonly holds: readonly Hold[]
    readonly cases: readonly Case[]
  },
): Promise<Omit<ToDesk, 'blobs'>> {
  const { database, clock, signer, serverId } = parts
  const { number, until, holds, cases } = carried
  const { commandIds } = await carryState(database, device.id)
  const packs = await listPacks(parts)
  const packFiles: ToDesk['packFiles'] = []
  for (const { version } of packs.filter(({ origin }) => origin === 'imported')) {
    const stored = await findPackByVersion(database, version)
    if (stored) {
      packFiles.push({ version, files: (await readPackFiles(database, stored.id)) as Record<string, never> })
    }
  }
  const serverHead = signer.signHead(await readServerHead(database), clock.now())
  const { id: deviceId, sequence, hash } = device
  return {
    number,
    madeAt: isoInstant(clock.now()),
    until: isoInstant(until),
    outcomes: await outcomesOf(database, device.person.id, commandIds),
    holds: [...holds],
    rows: [
      ...(await readQueueRows(
        database,
        cases.map(({ id }) => id),
        clock.now(),
      )),
    ],
    cases: [...cases],
    fates: await readFates(database, device.person.id),
    packs,
    packFiles,
    audit: device.isRefused
      ? null
      : {
          outcome: 'countersigned',
          server: { id: serverId, publicKey: signer.publicKey },
          countersignature: signer.countersign({ deviceId, sequence, hash }, clock.now()),
          serverHead,
          continuesServerHead: null,
        },
    serverHead,
  }
}

async function seal(
  { signer, serverId }: CarryParts,
  device: CarryDevice,
  content: ToDesk,
  documents: readonly Uint8Array[],
): Promise<Uint8Array> {
  const header: CarryHeader = {
    direction: 'to-desk',
    serverId,
    accountId: device.person.id,
    deviceId: device.id,
  }
  const text = JSON.stringify(content)
  const signature = signer.signCarry(carryMessage(header, text, carryCodec))
  const sealed = await sealForKey(packCarry(text, signature, documents, carryCodec), device.publicKey)
  return Buffer.concat([carryCodec.encode(carryLine(header)), sealed])
}
