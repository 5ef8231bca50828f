import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuditDevice } from '../../helpers/auditDevice'
import { decideCase, decision, makeFiling, receive } from '../../helpers/serverCases'
import { openNoticeDesk } from '../../helpers/serverNotices'
import {
  HOUR,
  PASSWORD,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { checkAudit } from '../../../cli/verifyAudit/checkAudit'
import { fetchAudit } from '../../../cli/verifyAudit/fetchAudit'

const DAY = 24 * HOUR

describe('purging closed cases', () => {
  let server: TestServer

  beforeAll(async () => {
    server = await startTestServer('postgres')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function storedDocuments(): Promise<string[]> {
    const found = await readdir(path.join(server.place.folder, 'documents'), { recursive: true })
    return found.filter((name) => /[0-9a-f]{64}$/.test(name))
  }

  /** What the queue says of open proposals; with a number, sets it. */
  async function openProposals(count: number | null = null): Promise<number | undefined> {
    const database = await server.place.open()
    await database.query('UPDATE filing_case SET open_proposals = coalesce($1, open_proposals)', [count])
    const [row] = await database.query<{ count: number }>('SELECT open_proposals AS count FROM filing_case')
    await database.close()
    return row?.count
  }

  /** Everything the database has, as text. */
  async function wholeDatabase(): Promise<string> {
    const database = await server.place.open()
    const tables = await database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      const rows = await database.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" t`)
      texts.push(...rows.map(({ text }) => text))
    }
    await database.close()
    return texts.join('\n')
  }

  it(
    'leaves the chain whole and nothing of anybody, on the day the policy says',
    async () => {
      const desk = await openNoticeDesk(server, 'purge')
      const made = await makeFiling(server, { seed: 'to be purged', nature: 'enterprise' })
      const caseId = await receive(server, made)
      await decideCase(server, desk.li(), caseId, decision('return'))
      const device = createAuditDevice(desk.li().userId)
      device.append(caseId, 'one')
      await desk.li().granted('exchangeAudit', { body: device.request(0) })
      expect(await desk.report(caseId, { kind: 'withdrawn' })).toMatchObject({ outcome: 'accepted' })
      // As after a decision that came too late, and that nobody has answered.
      await openProposals(2)
      const { principal } = made.bundle.application.entity
      const secrets = [principal.name, principal.certificate.number, principal.mobile, '主体名称与证件不一致']
      expect(await storedDocuments()).not.toEqual([])
      for (const secret of secrets.slice(0, 3)) {
        expect(await wholeDatabase()).toContain(secret)
      }
      const auditor = await server.signIn('shen.ji')
      const returned = async () =>
        (await auditor.granted('auditEntries', { query: { caseId, kind: 'returned' } })).entries[0]?.change
      expect(await returned()).toMatchObject({ state: 'open' })

      server.advance(29 * DAY)
      await server.housekeeping()
      await desk.renew()
      expect((await desk.read(caseId)).state).toBe('withdrawn')
      server.advance(2 * DAY)
      await server.housekeeping()
      await desk.renew()
      expect(await desk.wang().refused('case', { params: { caseId } })).toMatchObject({ code: 'not-found' })
      const left = await wholeDatabase()
      expect(await openProposals()).toBe(0)
      for (const secret of secrets) {
        expect(left).not.toContain(secret)
      }
      expect(await storedDocuments()).toEqual([])

      const later = await server.signIn('shen.ji')
      const { entries } = await later.granted('auditEntries', { query: { caseId } })
      expect(entries[0]).toMatchObject({ kind: 'case-purged', person: null })
      expect(JSON.parse(entries[0]?.detail ?? '{}')).toMatchObject({ state: 'withdrawn', days: 30 })
      expect(entries.find(({ kind }) => kind === 'returned')?.change).toEqual({ state: 'destroyed' })
      const { faults } = await later.granted('auditState')
      expect(faults).toEqual([])
      const lines = fetchAudit({ url: server.url, username: 'shen.ji', password: PASSWORD })
      expect((await checkAudit(lines, [])).faults).toEqual([])
      // A second time there is nothing left to do.
      await server.housekeeping()
      const again = await later.granted('auditEntries', { query: { caseId, kind: 'case-purged' } })
      expect(again.entries).toHaveLength(1)
    },
    3 * TEST_TIMEOUT,
  )
})
