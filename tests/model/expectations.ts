import { isDeepStrictEqual } from 'node:util'
import { expect } from './expect'
import type { ModelDesk } from './modelDesk'
import { wordsKey } from './performAct'
import { expectServerSound } from './serverExpectations'
import type { ToldWorld, World } from './world'
import { readFeed } from '../../server/store/changeFeed'
import type { OutboxItem } from '../../shared/ipc/result'

/** Refusals that can come of people crossing each other; any other means that desk and server judge differently. */
const REFUSALS: Readonly<Partial<Record<OutboxItem['kind'], readonly string[]>>> = {
  decide: ['hold-lost', 'stale-version', 'self-approval'],
  // Somebody else has looked at the same late decision.
  'answer-proposal': ['hold-lost', 'illegal-move'],
}
/** Refusals of work that came too late: it stands beside the case as a proposal. */
const LATE: readonly string[] = ['hold-lost', 'stale-version']
const ROUNDS = 6
/** More than a desk writes in a sequence. */
const MOST_ENTRIES = 10_000

/** Brings everybody back to the network, lets what is under way arrive and everybody exchange until nothing changes. */
export async function convergeAll(world: World): Promise<void> {
  const { network, desks, server } = world
  while (network.lateCount() > 0) {
    await network.deliverLate(0)
  }
  await server.housekeeping()
  for (const desk of desks) {
    desk.line.join()
    desk.line.setFates([])
    await exchange(desk)
  }
  for (let round = 1; round < ROUNDS; round += 1) {
    let behind = 0
    for (const desk of desks) {
      if (await isBehind(world, desk)) {
        behind += 1
        await exchange(desk)
      }
    }
    if (behind === 0) {
      return
    }
  }
}

/** Whether an exchange would still tell the desk something, as what another desk's exchange changed. */
async function isBehind({ server }: World, desk: ModelDesk): Promise<boolean> {
  const head = await server.feedHead()
  const waits = (await desk.data.listOutbox()).some(({ state }) => state !== 'applied' && state !== 'refused')
  return waits || (await desk.data.readCursor()) < head || !(await holdsOf(server, desk)).areSame
}

type ToldDesk = ToldWorld['desks'][number]

/** Signs in where that is needed and exchanges until the server has answered all of it. */
export async function exchange(
  desk: Pick<ModelDesk, 'username' | 'isSignedIn' | 'signIn' | 'session' | 'sync' | 'data' | 'now'>,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!desk.isSignedIn()) {
      await desk.signIn()
    } else if (desk.session.needsSignIn()) {
      await desk.session.signOut()
      await desk.signIn()
    }
    const isAnswered = await desk.sync()
    const { deletionStops } = await desk.data.counts()
    for (const { what } of deletionStops) {
      // Whoever looks finds that the cases are really others' by now.
      await desk.data.allowDeletion({ what, now: desk.now() })
    }
    if (isAnswered && deletionStops.length === 0) {
      return
    }
  }
  throw new Error(`${desk.username} cannot exchange with the server`)
}

/** What must be true after any sequence, once everybody has exchanged. Answers how many of the told decisions stand. */
export async function expectConverged(world: ToldWorld): Promise<number> {
  const { server, desks } = world
  const decisions = await expectServerSound(world)
  const { rows } = await readFeed(server.database, { after: 0, limit: 1000, now: server.now() })
  expect(rows.length === server.orders.length, 'a case left the server')
  for (const [index, desk] of desks.entries()) {
    const { queries, db } = desk.context()
    for (const row of rows) {
      const here = queries.queueRows.find(row.id)?.row
      expect(isDeepStrictEqual(here, row), `${desk.username}: queue row differs`, { here, there: row })
    }
    const listed = db.prepare<[], { readonly n: number }>('SELECT COUNT(*) AS n FROM queue_row').get()
    expect(listed?.n === rows.length, `${desk.username}: ${String(listed?.n)} rows in the queue`)
    expect(queries.audit.isIntact(), `${desk.username}: the audit chain is broken`)
    await expectHolds(world, desk)
    await expectTold(world, desk, index, decisions)
    expectWords(world, desk, index)
    expect(desk.unexpected.length === 0, `${desk.username}: something unexpected`, desk.unexpected)
  }
  expect(server.errors.length === 0, 'the server logged an error', server.errors)
  return world.told.filter(({ commandId }) => decisions.has(commandId)).length
}

/** What the person has, as the desk and as the server know it. */
async function holdsOf(server: ToldWorld['server'], desk: ToldDesk) {
  const there = await server.holdsOf(desk.session.requireUser().id)
  const here = desk
    .context()
    .queries.holds.list()
    .map(({ hold }) => hold)
  const sorted = <T extends { readonly caseId: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => a.caseId.localeCompare(b.caseId))
  return { here, there, areSame: isDeepStrictEqual(sorted(here), sorted(there)) }
}

async function expectHolds({ server }: ToldWorld, desk: ToldDesk): Promise<void> {
  const { queries, db } = desk.context()
  const { here, there, areSame } = await holdsOf(server, desk)
  expect(areSame, `${desk.username}: holds differ`, { here, there })
  for (const { caseId } of there) {
    expect(queries.cases.version(caseId) !== null, `${desk.username}: a held case is not here`, caseId)
  }
  const left = db
    .prepare<[], { readonly id: string }>(
      `SELECT case_id AS id FROM filing_case WHERE was_held = 1
         AND case_id NOT IN (SELECT case_id FROM hold)
         AND case_id NOT IN (SELECT case_id FROM outbox WHERE state <> 'applied')`,
    )
    .all()
  expect(left.length === 0, `${desk.username}: a case stayed without a right to it`, left)
}

async function expectTold(
  { told, server }: ToldWorld,
  desk: ToldDesk,
  index: number,
  decisions: ReadonlyMap<string, { readonly caseId: string; readonly verdict: string }>,
): Promise<void> {
  const outbox = new Map((await desk.data.listOutbox()).map((item) => [item.id, item]))
  expectRecorded(desk, outbox.values())
  for (const item of outbox.values()) {
    const isDone = item.state === 'applied' || item.state === 'refused'
    expect(isDone, `${desk.username}: something still waits`, item)
    const isThere =
      item.kind === 'decide'
        ? decisions.has(item.id)
        : (await server.outcomeOf(item.id))?.outcome === 'applied'
    expect(item.state !== 'applied' || isThere, `${desk.username}: applied, but not there`, item)
    const isUsual = item.refusal === null || REFUSALS[item.kind]?.includes(item.refusal) === true
    expect(isUsual, `${desk.username}: refused for a reason that cannot be`, item)
  }
  for (const entry of told.filter((one) => one.desk === index)) {
    const there = decisions.get(entry.commandId)
    const here = outbox.get(entry.commandId)
    const outcome = await server.outcomeOf(entry.commandId)
    if (there === undefined) {
      expect(outcome?.outcome === 'refused', 'a decision that was told saved is lost', {
        entry,
        here,
        outcome,
      })
      const isKept = !LATE.includes(outcome.code) || (await server.isProposed(entry.commandId))
      expect(isKept, 'a late decision is not beside its case', { entry, outcome })
      expect(entry.isSettled || here?.state === 'refused', 'a refused decision is not kept', { entry, here })
    } else {
      const isSame = there.caseId === entry.caseId && there.verdict === entry.verdict
      expect(isSame && outcome?.outcome === 'applied', 'a decision became another one', {
        entry,
        there,
        outcome,
      })
      expect(!entry.isSettled && here?.state === 'applied', 'an applied decision is not known', {
        entry,
        here,
      })
    }
  }
}

/** Decision, command and entry of the audit are one: none of them is here without the others. */
function expectRecorded(desk: ToldDesk, items: Iterable<OutboxItem>): void {
  const { audit } = desk.context().queries
  const recorded = new Set<unknown>()
  for (const { action, detailJson } of audit.after(0, MOST_ENTRIES)) {
    if (action === 'decided') {
      recorded.add((JSON.parse(detailJson) as { readonly commandId: string }).commandId)
    }
  }
  for (const item of items) {
    const isRecorded = item.kind !== 'decide' || recorded.has(item.id)
    expect(isRecorded, `${desk.username}: a decision that the audit does not know`, item)
  }
}

/** The last words stay for as long as the case is held and nothing decided. */
function expectWords({ words }: ToldWorld, desk: ToldDesk, index: number): void {
  const { queries } = desk.context()
  for (const { hold } of queries.holds.list()) {
    const last = words.get(wordsKey(index, hold.caseId))
    const filingCase = queries.cases.find(hold.caseId)
    if (last === undefined || filingCase === null || hold.kind !== 'hold') {
      continue
    }
    const round = filingCase.rounds.length
    const here = queries.drafts.find(hold.caseId, round)?.draft.internalNote
    expect(here === last, `${desk.username}: words were lost`, { caseId: hold.caseId, last, here })
  }
}
