import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crossed } from '../../helpers/crossed'
import { decideCommand, decision, deliver, makeFiling, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { HOUR, START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import { makeBundle, zipBundle } from '../../specimens'
import type { Database } from '../../../server/store/database'
import { publishChanges, readFeed } from '../../../server/store/changeFeed'
import { drawTermsAt } from '../../../server/store/drawOrder'
import { drawNext } from '../../../server/store/holds'
import { reserveCases } from '../../../server/store/reservations'
import { createDeskCalendar } from '../../../shared/calendar/deskCalendar'

const CLIENTS = 20
const CASES = 200

/** Only PostgreSQL has more than one connection; there everything that can cross is let cross. */
describe('Many at once (PostgreSQL)', () => {
  let server: TestServer
  let database: Database
  let second: Database
  let li: TestClient

  beforeAll(async () => {
    server = await startTestServer('postgres')
    database = await server.place.open()
    second = await server.place.open()
    li = await server.signIn('li.na')
  }, START_TIMEOUT)
  afterAll(async () => {
    await database.close()
    await second.close()
    await server.stop()
  })

  it('gives 200 cases to 20 people drawing at once, none to two of them', async () => {
    const made = await makeFiling(server, { seed: 'many', nature: 'enterprise' })
    for (let from = 0; from < CASES; from += CLIENTS) {
      const numbers = Array.from(
        { length: CLIENTS },
        (_, index) => `MANY-${String(from + index).padStart(4, '0')}`,
      )
      await Promise.all(
        numbers.map(async (orderNumber) => {
          const sent = await server.send(zipBundle({ ...made, bundle: { ...made.bundle, orderNumber } }))
          expect(sent.status).toBe(201)
        }),
      )
    }
    const people = await createReviewers(database, CLIENTS)
    const draws = await Promise.all(
      people.map(async (id, index) => {
        const from = index % 2 === 0 ? database : second
        const drawn: string[] = []
        for (;;) {
          const next = await drawNext(
            from,
            { id, role: 'reviewer' },
            drawTermsAt(createDeskCalendar(), server.now()),
          )
          if (!next) {
            return drawn
          }
          drawn.push(next.hold.caseId)
        }
      }),
    )
    const all = draws.flat()
    expect(all).toHaveLength(CASES)
    expect(new Set(all).size).toBe(CASES)
    const tokens = await database.query<{ token: number }>('SELECT hold_token AS token FROM filing_case')
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(CASES)
  }, 120_000)

  it('reserves side by side with drawing without giving a case twice or waiting for each other for ever', async () => {
    const people = await createReviewers(database, CLIENTS)
    const terms = drawTermsAt(createDeskCalendar(), server.now() + 5 * HOUR)
    const taken = await Promise.all(
      people.map(async (id, index) => {
        const person = { id, role: 'reviewer' } as const
        const from = index % 2 === 0 ? database : second
        const [holds, drawn] = await Promise.all([
          reserveCases(from, person, 5, terms),
          drawNext(from, person, terms),
          reserveCases(from, person, 5, terms),
        ])
        return [...holds.map((hold) => hold.caseId), ...(drawn ? [drawn.hold.caseId] : [])]
      }),
    )
    const owners = new Map<string, Set<number>>()
    for (const [index, cases] of taken.entries()) {
      for (const caseId of cases) {
        owners.set(caseId, (owners.get(caseId) ?? new Set()).add(index))
      }
    }
    expect([...owners.values()].filter((people) => people.size > 1)).toEqual([])
  }, 120_000)

  it('carries a command out once however many connections deliver it', async () => {
    const caseId = await receiveFiling(server, { seed: 'once', nature: 'enterprise' })
    const { hold } = await li.granted('hold', { body: { caseId } })
    const command = decideCommand(server, hold, 1, decision('return'))
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => deliver(li, command)))
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(outcomes[0]).toMatchObject({ outcome: 'applied', caseVersion: 2 })
    const rows = await database.query('SELECT 1 AS one FROM decision WHERE case_id = $1', [caseId])
    expect(rows).toHaveLength(1)
  })

  it('lets one of two supervisors begin a sampling plan, whether one is in force or not', async () => {
    const rates = { reduced: 500, normal: 500, tightened: 1000 }
    const rule = { tightenFaults: 2, tightenOf: 5, relaxAfter: 5, reduceAfter: 10 }
    const body = { terms: { rates, floors: [], rule, blind: true } }
    const wang = await server.signIn('wang.lei')
    const sun = await server.signIn('sun.li')
    const starts = [
      () => wang.granted('startSampling', { body }),
      () => sun.refused('startSampling', { body }),
    ]
    const [, refused] = await crossed(server, starts)
    expect(refused).toEqual({ status: 409, code: 'conflict' })
    // Where there is one to end, the second waits for the first to have ended it.
    const [, refusedAgain] = await crossed(server, starts)
    expect(refusedAgain).toEqual({ status: 409, code: 'conflict' })
    const { plans } = await wang.granted('sampling')
    expect(plans.map(({ startedBy, endedAt }) => [startedBy, endedAt === null])).toEqual([
      ['王磊', true],
      ['王磊', false],
    ])
  })

  it('lets one of several commands win that decide the same version', async () => {
    const caseId = await receiveFiling(server, { seed: 'race', nature: 'enterprise' })
    const { hold } = await li.granted('hold', { body: { caseId } })
    const commands = Array.from({ length: 6 }, () => decideCommand(server, hold, 1, decision('return')))
    const outcomes = await Promise.all(commands.map((command) => deliver(li, command)))
    expect(outcomes.filter((outcome) => outcome.outcome === 'applied')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome.outcome === 'refused').map(({ code }) => code)).toEqual(
      Array.from({ length: 5 }, () => 'stale-version'),
    )
  })

  it('opens one case for a bundle that is sent by several at once', async () => {
    const zip = zipBundle(await makeBundle({ seed: 'at-once', pictures: 'tiny' }))
    const replies = await Promise.all(Array.from({ length: 8 }, () => server.send(zip)))
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201))
    const accepted = replies.flatMap(({ reply }) => (reply.outcome === 'accepted' ? [reply] : []))
    expect(new Set(accepted.map((reply) => reply.caseId)).size).toBe(1)
    expect(accepted.filter((reply) => !reply.duplicate)).toHaveLength(1)
  })

  it('never lets a reader pass a change that is committed later', async () => {
    const ids = await database.query<{ id: string }>('SELECT id FROM filing_case ORDER BY id LIMIT 2')
    const [first, other] = ids.map((row) => row.id)
    const start = (await readFeed(database, { after: 0, limit: 1000, now: server.now() })).cursor
    const firstHasPlace = signal()
    const mayCommit = signal()
    const slow = database.transaction(async (tx) => {
      await publishChanges(tx, [first ?? ''])
      firstHasPlace.give()
      await mayCommit.given
    })
    await firstHasPlace.given
    const fast = second.transaction((tx) => publishChanges(tx, [other ?? '']))
    await untilWaiting(database)
    const between = await readFeed(second, { after: start, limit: 1000, now: server.now() })
    expect(between.rows).toEqual([])
    mayCommit.give()
    await Promise.all([slow, fast])
    const after = await readFeed(second, { after: between.cursor, limit: 1000, now: server.now() })
    expect(after.rows.map((row) => row.id)).toEqual([first, other])
  })

  it('hands a reader every change exactly once while others write', async () => {
    const cases = await database.query<{ id: string }>('SELECT id FROM filing_case ORDER BY id LIMIT 40')
    let cursor = (await readFeed(database, { after: 0, limit: 1000, now: server.now() })).cursor
    const expected = new Map(cases.map(({ id }) => [id, 0]))
    const state = { isWriting: true }
    const writers = Promise.all(
      cases.map(async ({ id }, index) => {
        for (let count = 1; count <= 5; count += 1) {
          await (index % 2 === 0 ? database : second).transaction(async (tx) => {
            await tx.query('UPDATE filing_case SET document_count = $1 WHERE id = $2', [1000 + count, id])
            await publishChanges(tx, [id])
          })
        }
      }),
    ).finally(() => {
      state.isWriting = false
    })
    for (let last = false; !last;) {
      last = !state.isWriting
      const page = await readFeed(second, { after: cursor, limit: 7, now: server.now() })
      for (const row of page.rows) {
        expect(row.documentCount).toBeGreaterThan(expected.get(row.id) ?? 0)
        expected.set(row.id, row.documentCount)
      }
      last = last && !page.more
      cursor = page.cursor
    }
    await writers
    expect([...expected.values()]).toEqual(cases.map(() => 1005))
  }, 120_000)
})

async function createReviewers(database: Database, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => v7())
  for (const id of ids) {
    await database.query(
      `INSERT INTO account (id, username, display_name, role, password_hash, created_at)
       VALUES ($1, $2, '审核员', 'reviewer', 'none', '2026-11-20T00:00:00Z')`,
      [id, id],
    )
  }
  return ids
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => undefined
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}

/** Until some session of this database waits for a lock of another. */
async function untilWaiting(database: Database): Promise<void> {
  for (;;) {
    const waiting = await database.query(
      `SELECT 1 AS one FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (waiting.length > 0) {
      return
    }
  }
}
