import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuditDevice } from '../../helpers/auditDevice'
import { decideCase, decision, receiveFiling } from '../../helpers/serverCases'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import { START_TIMEOUT, startTestServer, TEST_TIMEOUT, type TestServer } from '../../helpers/serverHarness'
import type { TestClient } from '../../helpers/serverClient'
import { packCrypto } from '../../../server/rules/packCrypto'
import { isCountersigned, isServerHead } from '../../../shared/audit/signedHeads'
import type { AuditExchangeReply, ChainPlace } from '../../../shared/protocol/audit'

type Countersigned = Extract<AuditExchangeReply, { outcome: 'countersigned' }>

function countersigned(reply: AuditExchangeReply): Countersigned {
  if (reply.outcome === 'refused') {
    throw new Error(`The chain was refused as ${reply.problem}`)
  }
  return reply
}

describe.each(DATABASE_KINDS)('audit chains of workstations, %s', (kind) => {
  let server: TestServer
  let li: TestClient
  let auditor: TestClient
  let caseId: string

  beforeAll(async () => {
    server = await startTestServer(kind)
    li = await server.signIn('li.na')
    auditor = await server.signIn('shen.ji')
    caseId = await receiveFiling(server, { seed: 'audited' })
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  const exchange = (client: TestClient, body: unknown) => client.granted('exchangeAudit', { body })

  it(
    'keeps new entries and signs for them with a key that everybody can check',
    async () => {
      const device = createAuditDevice(li.userId)
      device.append(caseId, 'one')
      device.append(caseId, 'two')
      const first = countersigned(await exchange(li, device.request(0)))
      expect(first.countersignature).toMatchObject({ deviceId: device.id, sequence: 2 })
      expect(first.continuesServerHead).toBeNull()
      expect(isCountersigned(packCrypto, first.server, first.countersignature)).toBe(true)
      expect(isServerHead(packCrypto, first.server, first.serverHead)).toBe(true)
      const forged = { ...first.countersignature, sequence: 3 }
      expect(isCountersigned(packCrypto, first.server, forged)).toBe(false)

      device.append(caseId, 'three')
      const second = countersigned(await exchange(li, device.request(2, first.serverHead)))
      expect(second.countersignature.sequence).toBe(3)
      expect(second.continuesServerHead).toBe(true)
      // The answer was lost: the same again changes nothing.
      const again = countersigned(await exchange(li, device.request(2, first.serverHead)))
      expect(again.countersignature).toMatchObject({ sequence: 3, hash: second.countersignature.hash })

      const { entries } = await auditor.granted('auditEntries', { query: { chain: device.id } })
      expect(entries.map(({ detail }) => detail)).toEqual([
        '{"detail":"three"}',
        '{"detail":"two"}',
        '{"detail":"one"}',
      ])
      const { faults } = await auditor.granted('auditState')
      expect(faults).toEqual([])
    },
    TEST_TIMEOUT,
  )

  it.each([
    ['truncated', (device: ReturnType<typeof createAuditDevice>) => device.cutTo(2)],
    [
      'forked',
      (device: ReturnType<typeof createAuditDevice>) => {
        device.cutTo(2)
        device.append(caseId, 'another third')
        device.append(caseId, 'another fourth')
      },
    ],
  ] as const)(
    'refuses a chain that was %s, keeps what it has and shows it to auditors',
    async (problem, spoil) => {
      const device = createAuditDevice(li.userId)
      for (const detail of ['one', 'two', 'three']) {
        device.append(caseId, detail)
      }
      await exchange(li, device.request(0))
      spoil(device)
      let disputed: ChainPlace | null = null
      for (const _ of ['first time', 'again', 'and again']) {
        const reply: AuditExchangeReply = await exchange(li, device.request(2, null, disputed))
        expect(reply).toMatchObject({ outcome: 'refused', problem, known: { sequence: 3 } })
        disputed = reply.outcome === 'refused' ? reply.known : null
      }
      const { entries } = await auditor.granted('auditEntries', { query: { chain: device.id } })
      expect(entries).toHaveLength(3)
      const { devices } = await auditor.granted('auditState')
      expect(devices.find(({ id }) => id === device.id)).toMatchObject({
        sequence: 3,
        refused: { problem, shownSequence: device.length() },
      })
      const told = await auditor.granted('auditEntries', { query: { kind: 'device-refused' } })
      expect(told.entries.filter(({ detail }) => detail.includes(device.id))).toHaveLength(1)
    },
    TEST_TIMEOUT,
  )

  it(
    'suspects nobody when a request of before arrives after newer ones',
    async () => {
      const device = createAuditDevice(li.userId)
      device.append(caseId, 'one')
      const early = device.request(0)
      device.append(caseId, 'two')
      const { countersignature } = countersigned(await exchange(li, device.request(0)))
      expect(await exchange(li, early)).toMatchObject({ outcome: 'refused', known: { sequence: 2 } })
      // Nor by a place that is not what is known by now.
      const { sequence, hash } = countersignature
      device.append(caseId, 'three')
      countersigned(await exchange(li, device.request(2)))
      await exchange(li, { ...early, disputed: { sequence, hash } })

      const { devices } = await auditor.granted('auditState')
      expect(devices.find(({ id }) => id === device.id)).toMatchObject({ sequence: 3, refused: null })
      const told = await auditor.granted('auditEntries', { query: { kind: 'device-refused' } })
      expect(told.entries.filter(({ detail }) => detail.includes(device.id))).toEqual([])
    },
    TEST_TIMEOUT,
  )

  it(
    'takes no entries under a foreign signature, of another person, or for a device of somebody else',
    async () => {
      const device = createAuditDevice(li.userId)
      device.append(caseId, 'one')
      const request = device.request(0)
      const other = createAuditDevice(li.userId)
      other.append(caseId, 'one')
      const stolen = { ...request, head: other.request(0).head }
      expect(await li.refused('exchangeAudit', { body: stolen })).toMatchObject({ code: 'forbidden' })
      // A point of small order verifies signatures that nobody made, where it is taken for a key.
      const anybodys = {
        ...{ ...request, entries: [], publicKey: `AQ${'A'.repeat(41)}` },
        head: { ...request.head, signature: `AQ${'A'.repeat(84)}` },
      }
      expect(await li.refused('exchangeAudit', { body: anybodys })).toMatchObject({ code: 'forbidden' })
      await exchange(li, request)

      const zhang = await server.signIn('zhang.wei')
      expect(await zhang.refused('exchangeAudit', { body: device.request(1) })).toMatchObject({
        code: 'forbidden',
      })
      const inOtherName = createAuditDevice(li.userId)
      inOtherName.append(caseId, 'one', { actor: zhang.userId })
      expect(await li.refused('exchangeAudit', { body: inOtherName.request(0) })).toMatchObject({
        code: 'forbidden',
      })
    },
    TEST_TIMEOUT,
  )

  it(
    'seals before and after of a decision, opens it for auditors, and verifies without the key',
    async () => {
      const decided = await receiveFiling(server, { seed: 'sealed change' })
      await decideCase(server, li, decided, decision('return'))
      const list = () => auditor.granted('auditEntries', { query: { caseId: decided, kind: 'returned' } })
      const [entry] = (await list()).entries
      expect(entry?.detail).not.toContain('主体名称与证件不一致')
      expect(entry?.change).toMatchObject({ state: 'open' })
      if (entry?.change.state !== 'open') {
        throw new Error('The change is not open')
      }
      expect(JSON.parse(entry.change.before)).toMatchObject({ state: 'pending-review', version: 1 })
      expect(JSON.parse(entry.change.after)).toMatchObject({ state: 'returned', version: 2 })
      expect(entry.change.after).toContain('主体名称与证件不一致')
    },
    TEST_TIMEOUT,
  )

  it(
    'is open to auditors only',
    async () => {
      for (const client of [li, await server.signIn('wang.lei')]) {
        for (const route of ['auditEntries', 'auditState'] as const) {
          expect(await client.refused(route)).toMatchObject({ status: 403, code: 'forbidden' })
        }
        const query = { chain: 'server', after: 0 }
        expect(await client.refused('auditChain', { query })).toMatchObject({ status: 403 })
      }
    },
    TEST_TIMEOUT,
  )
})

describe('the server’s own chain, cut', () => {
  let server: TestServer

  beforeAll(async () => {
    // Only PostgreSQL lets somebody else into the database while the server runs.
    server = await startTestServer('postgres')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  it(
    'notices from a head under its own signature that its own chain was cut',
    async () => {
      const li = await server.signIn('li.na')
      const auditor = await server.signIn('shen.ji')
      const caseId = await receiveFiling(server, { seed: 'cut' })
      const device = createAuditDevice(li.userId)
      device.append(caseId, 'one')
      const { serverHead } = countersigned(await li.granted('exchangeAudit', { body: device.request(0) }))
      const database = await server.place.open()
      await database.transaction(async (tx) => {
        await tx.script(`ALTER TABLE audit_entry DISABLE TRIGGER USER;
        DELETE FROM audit_entry WHERE sequence > ${String(serverHead.sequence - 1)};
        UPDATE audit_head SET (sequence, hash) = (SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1);
        ALTER TABLE audit_entry ENABLE TRIGGER USER`)
      })
      await database.close()
      const reply = countersigned(await li.granted('exchangeAudit', { body: device.request(1, serverHead) }))
      expect(reply.continuesServerHead).toBe(false)
      const { entries } = await auditor.granted('auditEntries', { query: { kind: 'server-head-refused' } })
      expect(entries[0]?.detail).toContain(serverHead.hash)
    },
    TEST_TIMEOUT,
  )
})
