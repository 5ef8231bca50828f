import { judgeArrival, type Arrival } from './judgeArrival'
import { maskedColumns } from './maskedColumns'
import { receiveNotice } from './receiveNotice'
import { readBundle } from './readBundle'
import type { CalendarInForce } from '../calendar/calendarInForce'
import { endOfUndecided } from '../controls/controlTimes'
import { drawControl } from '../controls/drawControl'
import type { DocumentStore } from '../documents/documentStore'
import { indexRound } from '../reuse/indexValues'
import type { ReuseDesk } from '../reuse/reuseDesk'
import type { RuleBook } from '../rules/ruleBook'
import { appendAudit, type AuditKind } from '../store/auditChain'
import { publishChanges } from '../store/changeFeed'
import { markReleased, type StockedDocument } from '../store/controls'
import type { Database, Queryable } from '../store/database'
import {
  extendRound,
  findOrder,
  findReceipt,
  insertCase,
  insertDocuments,
  insertReceipt,
  insertRound,
  startRound,
  type CaseColumns,
  type KnownOrder,
} from '../store/receivedBundles'
import type { Clock, Ids } from '../system'
import { chinaDate } from '../../shared/calendar/chinaTime'
import { deadlineRule, dueAt } from '../../shared/calendar/deadlines'
import type { Bundle, FilingBundle, NoticeBundle } from '../../shared/domain/filing'
import type { IntakeProblem, IntakeReply } from '../../shared/protocol/apiModels'
import type { Result } from '../../shared/result'

export interface IntakeParts {
  readonly database: Database
  readonly documents: DocumentStore
  readonly ruleBook: RuleBook
  readonly calendar: CalendarInForce
  readonly clock: Clock
  readonly ids: Ids
  readonly reuse: ReuseDesk
}

type Accepted = Extract<IntakeReply, { outcome: 'accepted' }>
type Taken = Result<Accepted, readonly IntakeProblem[]>

/** A bundle that has been read, and whose documents are in the store. */
interface Arriving {
  readonly bundle: Exclude<Bundle, NoticeBundle>
  readonly documents: readonly StockedDocument[]
  readonly contentSha256: string
}

/**
 * Takes a zipped bundle whole or not at all. Documents are written first, under their hash; a transaction that fails
 * then leaves bytes that nobody refers to and that are swept later.
 */
export async function receiveBundle(parts: IntakeParts, zip: Buffer): Promise<IntakeReply> {
  const read = await readBundle(zip, parts.clock.now())
  if (!read.ok) {
    return { outcome: 'refused', problems: [...read.error] }
  }
  const { bundle } = read.value
  if (bundle.format === 'beian-desk/notice') {
    return reply(
      await parts.database.transaction((tx) => receiveNotice(tx, parts, bundle, read.value.contentSha256)),
    )
  }
  const documents = read.value.documents.map(({ content, ...document }) => ({
    ...document,
    bytes: content.length,
  }))
  const arriving = { bundle, documents, contentSha256: read.value.contentSha256 }
  // Looked at without a lock first, so that a bundle which is not expected writes nothing.
  const expected = await answerKnown(parts.database, arriving, 'look')
  if (expected.kind === 'done') {
    return reply(expected.taken)
  }
  for (const document of read.value.documents) {
    await parts.documents.put(document.sha256, document.content)
  }
  return takeArriving(parts, arriving, null)
}

/**
 * Makes of a bundle what it is for its order; its documents are in the store. `control`: the control case that is released
 * by it. Everything else is the same for both, so that nothing tells them apart.
 */
export async function takeArriving(
  parts: IntakeParts,
  arriving: Arriving,
  control: string | null,
): Promise<IntakeReply> {
  let taken: Taken | null = null
  while (!taken) {
    taken = await parts.database.transaction((tx) => takeBundle(tx, parts, arriving, control))
  }
  return reply(taken)
}

function reply(taken: Taken): IntakeReply {
  return taken.ok ? taken.value : { outcome: 'refused', problems: [...taken.error] }
}

type Known =
  { readonly kind: 'done'; readonly taken: Taken } | { readonly kind: 'arrival'; readonly arrival: Arrival }

/** Answers a bundle that has come before or is not expected; otherwise says what it does. */
async function answerKnown(tx: Queryable, received: Arriving, lock: 'lock' | 'look'): Promise<Known> {
  const order = await findOrder(tx, received.bundle.orderNumber, lock)
  const round = order ? await findReceipt(tx, order.caseId, received.contentSha256) : null
  if (order && round !== null) {
    return { kind: 'done', taken: { ok: true, value: accepted(received, order.caseId, round, true) } }
  }
  const arrival = judgeArrival(received.bundle, order)
  return arrival.ok ? { kind: 'arrival', arrival: arrival.value } : { kind: 'done', taken: arrival }
}

/** Null: another transaction opened the same order at this moment; the next try finds it. */
async function takeBundle(
  tx: Queryable,
  parts: IntakeParts,
  received: Arriving,
  control: string | null,
): Promise<Taken | null> {
  const known = await answerKnown(tx, received, 'lock')
  if (known.kind === 'done') {
    return known.taken
  }
  const { arrival } = known
  const caseId = arrival.kind === 'open' ? parts.ids.next() : arrival.order.caseId
  const round = roundOf(arrival)
  if (!(await writeCase(tx, parts, arrival, caseId))) {
    return null
  }
  const now = parts.clock.now()
  await insertDocuments(tx, { caseId, round }, received.documents, now)
  await insertReceipt(tx, { caseId, bundleSha256: received.contentSha256, round }, now)
  if (control !== null) {
    await markReleased(tx, { id: control, caseId, endsAt: endOfUndecided(now) }, now)
  } else if (arrival.kind === 'open') {
    await drawControl(tx, Date.parse(received.bundle.submittedAt), now)
  }
  await appendAudit(tx, {
    at: now,
    kind: AUDIT_KINDS[arrival.kind],
    caseId,
    round,
    actorId: null,
    // No entry of its own: the length of the chain is told to every workstation.
    detail: { bundleSha256: received.contentSha256, ...(control === null ? {} : { control }) },
  })
  await publishChanges(tx, [caseId])
  return { ok: true, value: accepted(received, caseId, round, false) }
}

const AUDIT_KINDS = {
  open: 'received',
  resubmit: 'resubmitted',
  supplement: 'photo-received',
} as const satisfies Record<Arrival['kind'], AuditKind>

/** Writes the case's row and its round. False when the order number was taken at this moment. */
async function writeCase(
  tx: Queryable,
  parts: IntakeParts,
  arrival: Arrival,
  caseId: string,
): Promise<boolean> {
  const { bundle } = arrival
  const beganAt = Date.parse(bundle.submittedAt)
  const { working } = await parts.calendar.read(tx)
  const due = dueAt(working, deadlineRule('provider-review', chinaDate(beganAt)), beganAt).at
  if (arrival.kind === 'supplement') {
    const { state } = arrival
    await extendRound(tx, caseId, {
      state,
      submittedAt: bundle.submittedAt,
      dueAt: due,
      addedDocuments: bundle.documents.length,
    })
    return true
  }
  const columns = caseColumns(parts.ruleBook, arrival, due)
  if (arrival.kind === 'resubmit') {
    await startRound(tx, caseId, columns)
  } else if (!(await insertCase(tx, { caseId, ...arrival.bundle }, columns))) {
    return false
  }
  const { submittedAt, application } = arrival.bundle
  const { round } = arrival.bundle
  await insertRound(tx, { caseId, round, submittedAt, application }, parts.clock.now())
  await indexRound(tx, parts.reuse.key, { caseId, round }, application)
  return true
}

function caseColumns(
  ruleBook: RuleBook,
  { bundle, state }: { readonly bundle: FilingBundle; readonly state: CaseColumns['state'] },
  due: number,
): CaseColumns {
  return {
    ...maskedColumns(bundle.application),
    round: bundle.round,
    state,
    rulePack: ruleBook.versionFor(bundle.submittedAt),
    submittedAt: bundle.submittedAt,
    dueAt: due,
    documentCount: bundle.documents.length,
  }
}

function roundOf(arrival: Arrival): KnownOrder['round'] {
  return arrival.kind === 'supplement' ? arrival.order.round : arrival.bundle.round
}

function accepted(received: Arriving, caseId: string, round: number, duplicate: boolean): Accepted {
  return { outcome: 'accepted', caseId, orderNumber: received.bundle.orderNumber, round, duplicate }
}
