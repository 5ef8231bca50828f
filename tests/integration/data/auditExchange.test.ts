import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { exchangeAudit } from '../../../electron/workflows/sync/exchangeAudit'
import type { AuditExchangeReply } from '../../../shared/protocol/audit'
import { success } from '../../../shared/result'
import type { TestClient } from '../../helpers/serverClient'
import { START_TIMEOUT, startTestServer, TEST_TIMEOUT, type TestServer } from '../../helpers/serverHarness'
import { makeOperations, PASSWORD, takeCase, temporaryFolder } from './dataDesk'
import { LINES, NOW, SESSION, uuid } from './sampleData'

const READ = { documentId: 'd', field: 'name', read: '张玮', value: '张伟' } as const

/** Real desks beside a real server. */
describe('a desk’s audit chain and the server', () => {
  let server: TestServer
  let li: TestClient
  let auditor: TestClient

  beforeAll(async () => {
    server = await startTestServer('embedded')
    li = await server.signIn('li.na')
    auditor = await server.signIn('shen.ji')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function open(folder: string): Promise<DataOperations> {
    const data = makeOperations()
    const opened = await data.openProfile({ folder, password: PASSWORD, create: true })
    expect(opened.ok).toBe(true)
    data.saveSession({ ...SESSION, user: { ...SESSION.user, id: li.userId } })
    onTestFinished(() => {
      data.closeProfile()
    })
    return data
  }

  /** One exchange as the workstation does it; what it settled last. */
  async function exchange(data: DataOperations): Promise<ReturnType<DataOperations['settleAudit']>> {
    const settled: ReturnType<DataOperations['settleAudit']>[] = []
    const done = await exchangeAudit(
      {
        data: {
          auditToSend: () => Promise.resolve(data.auditToSend()),
          settleAudit(reply) {
            const result = data.settleAudit(reply)
            settled.push(result)
            return Promise.resolve(result)
          },
        },
        server: {
          exchangeAudit: async (_token, body) => success(await li.granted('exchangeAudit', { body })),
        },
      },
      'unused',
    )
    expect(done.ok).toBe(true)
    return settled.at(-1) ?? { problem: null, more: false }
  }

  function correct(data: DataOperations, caseId: string, corrections: readonly (typeof READ)[]): void {
    const draft = { answers: [], reasons: [], internalNote: '', corrections: [...corrections] }
    data.saveDraft({ caseId, draft, now: NOW })
  }

  it(
    'sends what people did, gets it signed, and lets auditors see before and after',
    async () => {
      const data = await open(path.join(temporaryFolder(), 'profile'))
      const caseId = takeCase(data, 1)
      correct(data, caseId, [READ])
      // Typing on does not correct again.
      correct(data, caseId, [READ])
      const request = data.auditToSend()
      expect(request.entries.map(({ action }) => action)).toEqual(['corrected'])
      expect(JSON.stringify(request.entries)).not.toContain('张玮')
      expect(await exchange(data)).toEqual({ problem: null, more: false })
      expect(data.auditToSend().entries).toEqual([])

      const { entries } = await auditor.granted('auditEntries', { query: { chain: request.deviceId } })
      expect(entries).toHaveLength(1)
      const [{ change }] = entries as [(typeof entries)[number]]
      expect(change).toEqual({ state: 'open', before: '[]', after: JSON.stringify([READ]) })
    },
    TEST_TIMEOUT,
  )

  it(
    'writes down a decision, a reveal and an exported package',
    async () => {
      const data = await open(path.join(temporaryFolder(), 'profile'))
      // Packages leave by a supervisor's hand.
      data.saveSession({ ...SESSION, user: { ...SESSION.user, id: li.userId, role: 'supervisor' } })
      const caseId = takeCase(data, 2)
      const note = '申请人来电询问'
      expect(data.recordReveal({ caseId, reason: 'enquiry', note, now: NOW })).toEqual({
        ok: true,
        value: null,
      })
      data.registerPackage({
        ...{ id: uuid(77), caseId, orderNumber: 'BA-2', caseVersion: 1, fileName: 'x.zip', folder: '/tmp' },
        ...{ sha256: 'a'.repeat(64), bytes: 9, exportedAt: NOW, exportedBy: '李娜', submitted: false },
      })
      const decided = data.decide({
        ...{ commandId: uuid(78), caseId, verdict: 'escalate', internalNote: '请主管看', reasons: [] },
        ...{ lines: LINES, carried: [], now: NOW },
      })
      expect(decided.ok).toBe(true)
      const { deviceId, entries } = data.auditToSend()
      expect(entries.map(({ action }) => action)).toEqual(['case-revealed', 'package-exported', 'decided'])
      for (const secret of [note, '请主管看']) {
        expect(JSON.stringify(entries)).not.toContain(secret)
      }
      await exchange(data)
      const seen = await auditor.granted('auditEntries', { query: { chain: deviceId } })
      expect(JSON.stringify(seen.entries)).toContain(note)
      expect(JSON.stringify(seen.entries)).toContain('请主管看')
    },
    TEST_TIMEOUT,
  )

  it(
    'takes up again after an answer that was lost',
    async () => {
      const data = await open(path.join(temporaryFolder(), 'profile'))
      const caseId = takeCase(data, 3)
      correct(data, caseId, [READ])
      await li.granted('exchangeAudit', { body: data.auditToSend() })
      correct(data, caseId, [])
      expect(await exchange(data)).toEqual({ problem: null, more: false })
      expect(data.auditToSend().head.length).toBe(2)
    },
    TEST_TIMEOUT,
  )

  it(
    'is found out when the profile is put back to an older state, and works on',
    async () => {
      const folder = path.join(temporaryFolder(), 'profile')
      const backup = path.join(temporaryFolder(), 'backup')
      const first = makeOperations()
      await first.openProfile({ folder, password: PASSWORD, create: true })
      first.saveSession({ ...SESSION, user: { ...SESSION.user, id: li.userId } })
      const caseId = takeCase(first, 4)
      correct(first, caseId, [READ])
      await exchange(first)
      first.closeProfile()
      cpSync(folder, backup, { recursive: true })

      const second = makeOperations()
      await second.openProfile({ folder, password: PASSWORD, create: false })
      correct(second, caseId, [])
      expect(await exchange(second)).toMatchObject({ problem: null })
      second.closeProfile()
      rmSync(folder, { recursive: true })
      cpSync(backup, folder, { recursive: true })

      const restored = await open(folder)
      expect(await exchange(restored)).toEqual({ problem: 'refused', more: false })
      correct(restored, caseId, [{ ...READ, value: '张炜' } as unknown as typeof READ])
      expect(await exchange(restored)).toEqual({ problem: 'refused', more: false })
      const { devices } = await auditor.granted('auditState')
      const { deviceId } = restored.auditToSend()
      expect(devices.find(({ id }) => id === deviceId)?.refused).toMatchObject({ problem: 'forked' })
      const told = await auditor.granted('auditEntries', { query: { kind: 'device-refused' } })
      const problems = told.entries.map(
        ({ detail }) => JSON.parse(detail) as { deviceId: string; problem: string },
      )
      expect(problems.filter((entry) => entry.deviceId === deviceId).map(({ problem }) => problem)).toEqual([
        'forked',
        'truncated',
      ])
    },
    TEST_TIMEOUT,
  )

  it(
    'does not take signatures of another key, nor a chain of the server that became shorter',
    async () => {
      const data = await open(path.join(temporaryFolder(), 'profile'))
      correct(data, takeCase(data, 5), [READ])
      const reply = await li.granted('exchangeAudit', { body: data.auditToSend() })
      if (reply.outcome === 'refused') {
        throw new Error('refused')
      }
      const forged: AuditExchangeReply = {
        ...reply,
        countersignature: { ...reply.countersignature, at: '2020-01-01T00:00:00.000Z' },
      }
      expect(data.settleAudit(forged)).toEqual({ problem: 'server-key', more: false })
      expect(data.auditToSend().entries).toHaveLength(1)
      expect(data.settleAudit(reply)).toEqual({ problem: null, more: false })

      expect(data.settleAudit({ ...reply, continuesServerHead: false })).toMatchObject({
        problem: 'server-cut',
      })
      // The head that the server denies stays here as the proof, and is shown again.
      expect(data.auditToSend().serverHead).toEqual(reply.serverHead)
    },
    TEST_TIMEOUT,
  )
})
