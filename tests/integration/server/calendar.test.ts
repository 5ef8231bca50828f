import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiveFiling } from '../../helpers/serverCases'
import { START_TIMEOUT, startTestServer, TEST_TIMEOUT, type TestServer } from '../../helpers/serverHarness'

const CLOSED = {
  format: 'beian-desk/calendar',
  version: 1,
  workingHours: [{ from: '10:00', to: '16:00' }],
  overrides: [{ kind: 'closed', from: '2026-11-23', to: '2026-11-23', reason: '停电' }],
}

describe('The calendar of a team', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let calendarFile: string

  beforeAll(async () => {
    server = await startTestServer('embedded')
    calendarFile = path.join(server.place.folder, 'calendar.json')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  it('moves what is due by it, and is told to every workstation', async () => {
    const plain = await server.signIn('li.na')
    expect(await plain.granted('calendar')).toEqual({ calendar: null })
    await writeFile(calendarFile, JSON.stringify(CLOSED))
    await server.restart({ calendarFile })
    const li = await server.signIn('li.na')
    expect((await li.granted('calendar')).calendar).toMatchObject({ ...CLOSED, publishedYears: [] })
    const caseId = await receiveFiling(server, {
      seed: 'calendar-1',
      nature: 'enterprise',
      submittedAt: '2026-11-20T09:00:00+08:00',
    })
    const { rows } = await li.granted('feed', { query: { after: 0 } })
    // Monday is closed, and Tuesday opens at ten.
    expect(rows.find(({ id }) => id === caseId)?.dueAt).toBe('2026-11-24T02:00:00.000Z')
  })

  it('is refused at the start when it is none, and the server does not count by a guess', async () => {
    await writeFile(calendarFile, '{"format":"beian-desk/calendar","version":1,"workingHours":[]}')
    await expect(server.restart({ calendarFile })).rejects.toThrow()
  })
})
