import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Writable } from 'node:stream'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiveFiling } from '../../helpers/serverCases'
import { createTestClient, type TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  INTAKE_TOKEN,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { createReviewServer } from '../../../server/createReviewServer'
import type { CalendarChange } from '../../../shared/calendar/changeCalendar'

const NONE = { revision: 0, calendar: null, changed: null }
const FILE = {
  format: 'beian-desk/calendar',
  version: 1,
  workingHours: [{ from: '10:00', to: '16:00' }],
  overrides: [{ kind: 'closed', from: '2026-11-23', to: '2026-11-23', reason: '停电' }],
}
const closed = (date: string, reason = '团建'): CalendarChange => ({
  kind: 'add',
  override: { kind: 'closed', from: date, to: date, reason },
})

/** When a filing of Friday morning is due. */
async function dueOf(server: TestServer, client: TestClient, seed: string): Promise<string | undefined> {
  const submittedAt = '2026-11-20T09:00:00+08:00'
  const caseId = await receiveFiling(server, { seed, nature: 'enterprise', submittedAt })
  const { rows } = await client.granted('feed', { query: { after: 0 } })
  return rows.find(({ id }) => id === caseId)?.dueAt
}

describe.each(DATABASE_KINDS)('The calendar of a team (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let wang: TestClient
  let sun: TestClient
  let li: TestClient

  beforeAll(async () => {
    server = await startTestServer(kind)
    wang = await server.signIn('wang.lei')
    sun = await server.signIn('sun.li')
    li = await server.signIn('li.na')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  it('is changed by a supervisor, told to everybody, and counts at once', async () => {
    expect(await li.granted('calendar')).toEqual(NONE)
    const told = await wang.granted('changeCalendar', {
      body: { basis: 0, changes: [closed('2026-11-23'), { kind: 'hours', hours: FILE.workingHours }] },
    })
    expect(told).toMatchObject({
      revision: 1,
      calendar: { workingHours: FILE.workingHours, overrides: [{ from: '2026-11-23' }] },
      changed: { by: '王磊', at: new Date(server.now()).toISOString() },
    })
    expect(await li.granted('calendar')).toEqual(told)
    // Monday is closed, and Tuesday opens at ten.
    expect(await dueOf(server, li, 'calendar-1')).toBe('2026-11-24T02:00:00.000Z')
  })

  it('is not changed on an older one than is in force: the second is told, and can do it again', async () => {
    const first = { basis: 1, changes: [closed('2026-12-24', '大扫除')] }
    const second = { basis: 1, changes: [closed('2026-12-25', '盘点')] }
    const sent = await Promise.allSettled([
      wang.granted('changeCalendar', { body: first }),
      sun.granted('changeCalendar', { body: second }),
    ])
    expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { revision, calendar } = await li.granted('calendar')
    expect(revision).toBe(2)
    expect(calendar?.overrides).toHaveLength(2)
    const [late, body] = sent[0].status === 'rejected' ? [wang, first] : [sun, second]
    expect(await late.refused('changeCalendar', { body })).toEqual({ status: 409, code: 'conflict' })
    const again = await late.granted('changeCalendar', { body: { ...body, basis: 2 } })
    expect(again.calendar?.overrides.map(({ from }) => from).toSorted()).toEqual([
      '2026-11-23',
      '2026-12-24',
      '2026-12-25',
    ])
  })

  it('is in the audit with what stood before and what stands after, and nothing else of it', async () => {
    const auditor = await server.signIn('shen.ji')
    const before = await li.granted('calendar')
    const gone = { kind: 'closed', from: '2026-11-23', to: '2026-11-23', reason: '团建' } as const
    await wang.granted('changeCalendar', {
      body: { basis: before.revision, changes: [{ kind: 'remove', override: gone }, closed('2026-12-31')] },
    })
    const { entries } = await auditor.granted('auditEntries', { query: { kind: 'calendar-changed' } })
    const [entry] = entries
    expect(entry?.person?.displayName).toBe('王磊')
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({
      revision: before.revision + 1,
      changes: ['remove', 'add'],
    })
    const change = entry?.change.state === 'open' ? entry.change : null
    expect(JSON.parse(change?.before ?? '')).toEqual({ overrides: [gone] })
    expect(JSON.parse(change?.after ?? '')).toEqual({
      overrides: [{ ...gone, from: '2026-12-31', to: '2026-12-31' }],
    })
    expect(entry?.detail).not.toContain('团建')
    expect(server.log()).not.toContain('团建')
  })

  it('refuses what is no change, by the name of the field, and what a reviewer sends', async () => {
    const { revision } = await li.granted('calendar')
    const long = { kind: 'closed', from: '2026-12-01', to: '2028-12-01', reason: '停业' } as const
    const refused = await fetch(new URL('/v1/calendar', server.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${wang.token ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ basis: revision, changes: [{ kind: 'add', override: long }] }),
    })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('override')
    const body = { basis: revision, changes: [closed('2026-12-30')] }
    expect((await li.refused('changeCalendar', { body })).status).toBe(403)
    expect((await li.granted('calendar')).revision).toBe(revision)
  })
})

describe('Several servers on one database (PostgreSQL)', { timeout: TEST_TIMEOUT }, () => {
  it(
    'count by the same calendar, whichever of them changed it',
    async () => {
      const server = await startTestServer('postgres')
      const { databaseUrl, folder } = server.place
      const quiet = new Writable({
        write: (_chunk, _encoding, done) => {
          done()
        },
      })
      const second = await createReviewServer(
        {
          host: '127.0.0.1',
          port: 0,
          dataFolder: folder,
          databaseUrl,
          intakeToken: INTAKE_TOKEN,
          rulePacksFolder: path.join(folder, 'rulepacks'),
        },
        { clock: { now: server.now }, ids: { next: () => v7() }, log: quiet },
      )
      try {
        const wang = await server.signIn('wang.lei')
        const elsewhere = createTestClient(second.url, { token: wang.token ?? '' })
        expect(await elsewhere.granted('calendar')).toEqual(NONE)
        const body = { basis: 0, changes: [closed('2026-11-23')] }
        const told = await elsewhere.granted('changeCalendar', { body })
        expect(await wang.granted('calendar')).toEqual(told)
        expect(await dueOf(server, wang, 'two-servers')).toBe('2026-11-24T01:00:00.000Z')
        expect((await wang.refused('changeCalendar', { body })).status).toBe(409)
      } finally {
        await second.close()
        await server.stop()
      }
    },
    START_TIMEOUT,
  )
})

describe('The operator’s calendar file', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let calendarFile: string

  beforeAll(async () => {
    server = await startTestServer('embedded')
    calendarFile = path.join(server.place.folder, 'calendar.json')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  it('is what a team begins with, once', async () => {
    await writeFile(calendarFile, JSON.stringify(FILE))
    await server.restart({ calendarFile })
    const wang = await server.signIn('wang.lei')
    const begun = await wang.granted('calendar')
    expect(begun).toMatchObject({ revision: 1, calendar: FILE, changed: { by: null } })
    await server.restart({ calendarFile })
    expect(await (await server.signIn('wang.lei')).granted('calendar')).toEqual(begun)
    expect(server.log()).not.toContain('CALENDAR_FILE')
  })

  it('does not replace what supervisors put in force, and the server says so', async () => {
    const wang = await server.signIn('wang.lei')
    const changed = await wang.granted('changeCalendar', {
      body: { basis: 1, changes: [closed('2026-12-24')] },
    })
    await server.restart({ calendarFile })
    expect(await (await server.signIn('wang.lei')).granted('calendar')).toEqual(changed)
    expect(server.log()).toContain('CALENDAR_FILE is not used')
  })

  it('is refused at the start when it is none, and the server does not count by a guess', async () => {
    await writeFile(calendarFile, '{"format":"beian-desk/calendar","version":1,"workingHours":[]}')
    await expect(server.restart({ calendarFile })).rejects.toThrow()
  })
})
