import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decision, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { packCrypto } from '../../../server/rules/packCrypto'
import { packageStatementMessage } from '../../../shared/package/packageSignature'
import type { Case } from '../../../shared/protocol/case'
import type { RegisterExportRequest } from '../../../shared/protocol/exports'

const HASH = 'ab'.repeat(32)

describe.each(DATABASE_KINDS)('Exports of packages (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let li: TestClient
  let wang: TestClient
  let sun: TestClient
  let passed: Case
  let returned: string

  beforeAll(async () => {
    server = await startTestServer(kind)
    li = await server.signIn('li.na')
    wang = await server.signIn('wang.lei')
    sun = await server.signIn('sun.li')
    const caseId = await receiveFiling(server, {
      seed: 'export-1',
      province: '330000',
      nature: 'enterprise',
      filingType: 'change',
    })
    returned = await receiveFiling(server, {
      seed: 'export-2',
      province: '330000',
      nature: 'enterprise',
      filingType: 'change',
    })
    await decideCase(server, li, caseId, decision('pass'))
    await decideCase(server, li, returned, decision('return'))
    passed = await wang.granted('case', { params: { caseId } })
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  function request(changes: Partial<RegisterExportRequest['package']> = {}): RegisterExportRequest {
    const last = passed.decisions.at(-1)
    return {
      id: v7(),
      caseId: passed.id,
      package: {
        orderNumber: passed.orderNumber,
        caseVersion: last?.caseVersion ?? 0,
        rulePack: last?.decision.rulePack ?? '',
        applicationVersion: '0.1.0',
        auditHead: last?.auditHash ?? '',
        sha256: HASH,
        bytes: 1234,
        ...changes,
      },
      reason: { purpose: 'hand-over', note: '' },
      encrypted: false,
    }
  }

  it('lists what passed by province and by the day in China of the decision, until it was exported', async () => {
    const day = '2026-11-20'
    const waiting = (query: Readonly<Record<string, string>>) =>
      wang.granted('exportableCases', { query: { which: 'waiting', ...query } })
    expect((await waiting({ province: '330000', day })).cases).toEqual([
      {
        caseId: passed.id,
        orderNumber: passed.orderNumber,
        province: '330000',
        state: 'passed',
        caseVersion: 2,
        passedAt: passed.decisions[0]?.decidedAt,
        exported: false,
      },
    ])
    expect((await waiting({ province: '110000', day })).cases).toEqual([])
    expect((await waiting({ province: '330000', day: '2026-11-21' })).cases).toEqual([])
    expect((await waiting({ day: '2026-11-19' })).cases).toEqual([])

    await wang.granted('registerExport', { body: request() })
    expect((await waiting({})).cases).toEqual([])
    const all = await wang.granted('exportableCases', { query: { which: 'all' } })
    expect(all.cases).toMatchObject([{ caseId: passed.id, exported: true }])
  })

  it('signs what it registers, the same again for the same request, and counts what left before', async () => {
    const asked = request()
    const { signature, earlier } = await wang.granted('registerExport', { body: asked })
    expect(earlier).toBe(1)
    const { signer } = signature
    const isSigned = (message: string): boolean =>
      packCrypto.verifyEd25519(signer.publicKey, message, signature.signature)
    expect(isSigned(packageStatementMessage(signer.serverId, asked.package))).toBe(true)
    expect(isSigned(packageStatementMessage(signer.serverId, { ...asked.package, bytes: 1235 }))).toBe(false)

    server.advance(HOUR / 30)
    expect(await wang.granted('registerExport', { body: asked })).toEqual({ signature, earlier: 1 })
    const { entries } = await sun.granted('exportRegister')
    expect(entries.filter(({ id }) => id === asked.id)).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      id: asked.id,
      orderNumber: passed.orderNumber,
      sha256: HASH,
      reason: { purpose: 'hand-over', note: '' },
      by: '王磊',
    })
    // Its place in the list is where the next page begins.
    const { entries: older, more } = await sun.granted('exportRegister', {
      query: { before: entries[0]?.place ?? 0, limit: 1 },
    })
    expect([older.length, more]).toEqual([1, false])
  })

  it('refuses other bytes under the same version, and takes those of another application version', async () => {
    const other = request({ sha256: 'cd'.repeat(32) })
    expect(await wang.refused('registerExport', { body: other })).toEqual({ status: 409, code: 'conflict' })
    await sun.granted('registerExport', {
      body: request({ sha256: 'cd'.repeat(32), applicationVersion: '0.2.0' }),
    })
  })

  it('refuses the id of somebody else’s export', async () => {
    const asked = request()
    await wang.granted('registerExport', { body: asked })
    expect(await sun.refused('registerExport', { body: asked })).toMatchObject({ code: 'conflict' })
  })

  it.each([
    ['a version that did not pass', { caseVersion: 1 }],
    ['another audit entry', { auditHead: 'ef'.repeat(32) }],
    ['another rule pack', { rulePack: '2020-01-01' }],
    ['another order', { orderNumber: 'BA-20200101-0001' }],
  ])('signs nothing for %s', async (_, changes) => {
    expect(await wang.refused('registerExport', { body: request(changes) })).toEqual({
      status: 404,
      code: 'not-found',
    })
  })

  it('signs nothing for a case that was returned, or for nobody', async () => {
    expect(await wang.refused('registerExport', { body: { ...request(), caseId: returned } })).toMatchObject({
      code: 'not-found',
    })
    expect(await li.refused('registerExport', { body: request() })).toEqual({
      status: 403,
      code: 'forbidden',
    })
    expect(await li.refused('exportableCases', { query: { which: 'all' } })).toMatchObject({ status: 403 })
    expect(await li.refused('exportRegister')).toMatchObject({ status: 403 })
  })

  it('writes each export into the audit chain, without the note', async () => {
    const auditor = await server.signIn('shen.ji')
    const asked = { ...request(), reason: { purpose: 'inspection' as const, note: '抽查 第三批' } }
    await wang.granted('registerExport', { body: asked })
    const { entries } = await auditor.granted('auditEntries', { query: { kind: 'package-exported' } })
    expect(JSON.parse(entries[0]?.detail ?? '{}')).toMatchObject({
      exportId: asked.id,
      packageSha256: HASH,
      purpose: 'inspection',
    })
    expect(JSON.stringify(entries)).not.toContain('抽查')
  })
})
