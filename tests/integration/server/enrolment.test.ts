import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuditDevice } from '../../helpers/auditDevice'
import { askingDesk, enrolmentRequest } from '../../helpers/enrolmentRequests'
import { receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import { START_TIMEOUT, startTestServer, TEST_TIMEOUT, type TestServer } from '../../helpers/serverHarness'
import { openSealed } from '../../../electron/common/crypto/ageSeal'
import { carryCodec } from '../../../electron/common/crypto/carrySeal'
import { readCarryLine, unpackCarry } from '../../../shared/protocol/carryFile'
import {
  enrolmentMessage,
  enrolmentSchema,
  type EnrolmentAnswer,
  type EnrolmentRequest,
} from '../../../shared/protocol/enrolment'

describe.each(DATABASE_KINDS)('Enrolment of desks by file (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let lead: TestClient
  let auditor: TestClient

  beforeAll(async () => {
    server = await startTestServer(kind)
    lead = await server.signIn('wang.lei')
    auditor = await server.signIn('shen.ji')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  const enrol = (request: EnrolmentRequest): Promise<EnrolmentAnswer> =>
    lead.granted('enrolDesk', { body: request })
  const refused = (problem: string) => ({ outcome: 'refused', problem })
  async function known() {
    const { devices } = await auditor.granted('auditState')
    return devices.map(({ id, publicKey, person }) => ({ id, publicKey, person: person.displayName }))
  }
  async function recorded(): Promise<readonly string[]> {
    const { entries } = await auditor.granted('auditEntries', { query: { chain: 'server' } })
    return entries
      .filter(({ kind: what }) => what === 'device-registered' || what === 'desk-enrolled')
      .map(({ kind: what, person }) => `${what} ${person?.displayName ?? ''}`)
  }

  it('makes a desk known once, and tells it all of a first sign-in but a token', async () => {
    const desk = askingDesk()
    const answer = await enrol(enrolmentRequest(desk, 'li.na'))
    if (answer.outcome === 'refused') {
      throw new Error(answer.problem)
    }
    expect(answer.displayName).toBe('李娜')
    expect(await known()).toContainEqual({
      id: desk.id,
      publicKey: desk.signer.publicKey,
      person: '李娜',
    })
    const read = readCarryLine(Buffer.from(answer.file, 'base64'))
    const packed = read && (await openSealed(read.sealed, desk.signer.carryIdentity))
    if (!read || !packed) {
      throw new Error('The reply does not open')
    }
    const opened = unpackCarry(packed, read.header, answer.serverKey, carryCodec)
    const content = enrolmentSchema.parse(JSON.parse(opened.ok ? opened.value.text : ''))
    const { userId } = await server.signIn('li.na')
    expect(read.header).toMatchObject({ direction: 'enrolment', accountId: userId, deviceId: desk.id })
    expect(content).toMatchObject({
      user: { id: userId, username: 'li.na', role: 'reviewer' },
      server: { id: read.header.serverId, publicKey: answer.serverKey },
      reservations: 6,
      countersignature: { deviceId: desk.id, sequence: 0 },
    })
    expect(JSON.stringify(content)).not.toMatch(/token/i)

    // A reply that was lost is written again; the desk is known once.
    expect(await enrol(enrolmentRequest(desk, 'li.na'))).toMatchObject({ outcome: 'enrolled' })
    expect((await recorded()).filter((line) => line === 'device-registered 王磊')).toHaveLength(1)
    expect((await recorded()).filter((line) => line === 'desk-enrolled 王磊')).toHaveLength(2)
  })

  it('enrols nobody by a request that was changed, or that another key has signed', async () => {
    const before = await known()
    const desk = askingDesk()
    const good = enrolmentRequest(desk, 'li.na')
    const other = askingDesk()
    for (const changed of [
      { ...good, username: 'zhang.wei' },
      { ...good, deviceId: other.id },
      { ...good, publicKey: other.signer.publicKey },
      { ...good, madeAt: '2026-11-21T10:30:00+08:00' },
      { ...good, signature: other.signer.sign(enrolmentMessage(good)) },
      { ...good, signature: 'A'.repeat(86) },
      // A point of small order verifies signatures that nobody made, where it is taken for a key.
      { ...good, publicKey: `AQ${'A'.repeat(41)}`, signature: `AQ${'A'.repeat(84)}` },
    ]) {
      expect(await enrol(changed)).toEqual(refused('not-signed'))
    }
    expect(await known()).toEqual(before)
  })

  it('keeps a known desk from another key and from another person', async () => {
    const desk = askingDesk()
    await enrol(enrolmentRequest(desk, 'li.na'))
    const before = [await known(), await recorded()]
    expect(await enrol(enrolmentRequest(askingDesk(desk.id), 'li.na'))).toEqual(refused('other-key'))
    expect(await enrol(enrolmentRequest(desk, 'zhang.wei'))).toEqual(refused('other-person'))
    expect([await known(), await recorded()]).toEqual(before)
    // Over the network it is no more than the same device.
    const zhang = await server.signIn('zhang.wei')
    const chain = createAuditDevice(zhang.userId)
    const stolen = { ...chain.request(0), deviceId: desk.id }
    expect((await zhang.refused('exchangeAudit', { body: stolen })).status).toBe(403)
  })

  it('enrols no desk of nobody, of a closed account, or of a role without cases', async () => {
    const before = await known()
    expect(await enrol(enrolmentRequest(askingDesk(), 'nobody'))).toEqual(refused('account-unknown'))
    expect(await enrol(enrolmentRequest(askingDesk(), 'shen.ji'))).toEqual(refused('no-cases'))
    const { accounts } = await lead.granted('accounts')
    const accountId = accounts.find(({ username }) => username === 'he.jing')?.id ?? ''
    await lead.granted('closeAccount', { params: { accountId } })
    expect(await enrol(enrolmentRequest(askingDesk(), 'he.jing'))).toEqual(refused('account-closed'))
    await lead.granted('reopenAccount', { params: { accountId } })
    expect(await known()).toEqual(before)
  })

  it('writes no second reply for a desk that has been at work', async () => {
    const li = await server.signIn('li.na')
    const caseId = await receiveFiling(server, { seed: `at-work-${kind}` })
    const chain = createAuditDevice(li.userId)
    chain.append(caseId, 'one')
    await li.granted('exchangeAudit', { body: chain.request(0) })
    const content = {
      username: 'li.na',
      deviceId: chain.id,
      publicKey: chain.publicKey,
      madeAt: '2026-11-20T10:30:00+08:00',
    }
    const request = { format: 'beian-desk/enrolment-request', ...content } as const
    const signature = chain.sign(enrolmentMessage(content))
    expect(await enrol({ ...request, signature })).toEqual(refused('already-enrolled'))
  })

  it('leaves whole chains behind', async () => {
    expect((await auditor.granted('auditState')).faults).toEqual([])
  })
})
