import { createHash, sign } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAuditDevice } from '../../helpers/auditDevice'
import { decideCase, decision, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  HOUR,
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { carryCodec, openSealed, sealForKey } from '../../../server/carry/carrySeal'
import type { Database } from '../../../server/store/database'
import { errorBodySchema } from '../../../shared/protocol/apiModels'
import {
  carryInReplySchema,
  toDeskSchema,
  type CarryHeader,
  type CarryInReply,
  type ToDesk,
  type ToServer,
} from '../../../shared/protocol/carry'
import {
  carryLine,
  carryMessage,
  packCarry,
  readCarryLine,
  unpackCarry,
} from '../../../shared/protocol/carryFile'
import { identityOf } from '../../../shared/protocol/carryKeys'
import { BYTE_ROUTES } from '../../../shared/protocol/otherRoutes'
import { MOST_RESERVATIONS } from '../../../shared/protocol/limits'

const MEBIBYTE = 1024 * 1024

/** What the server puts into bundles and what taking one does to its cases; the desk is a key alone. */
describe('Hand-carry bundles on the server', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let database: Database
  let li: TestClient
  let lead: TestClient
  let maker: { readonly id: string; readonly publicKey: string }
  let device: ReturnType<typeof createAuditDevice>
  let number = 0
  let filings = 0

  beforeAll(async () => {
    server = await startTestServer('postgres')
    database = await server.place.open()
    await signInAgain()
    maker = (await (await server.signIn('shen.ji')).granted('auditState')).server
    device = createAuditDevice(li.userId)
    await li.granted('exchangeAudit', { body: device.request(0) })
  }, START_TIMEOUT)
  afterAll(async () => {
    await database.close()
    await server.stop()
  })
  beforeEach(async () => {
    // Nobody has a case of an earlier test, and none of those is left to draw.
    server.advance(400 * HOUR)
    await server.housekeeping()
    await database.script("UPDATE filing_case SET state = 'withdrawn'")
    await signInAgain()
  })

  /** Sign-ins end while the clock moves. */
  async function signInAgain(): Promise<void> {
    li = await server.signIn('li.na')
    lead = await server.signIn('wang.lei')
  }

  function receiveChange(): Promise<string> {
    filings += 1
    const seed = `carried-${filings}`
    return receiveFiling(server, { seed, filingType: 'change', nature: 'enterprise', province: '330000' })
  }

  async function receiveChanges(count: number): Promise<readonly string[]> {
    const caseIds: string[] = []
    for (let made = 0; made < count; made += 1) {
      caseIds.push(await receiveChange())
    }
    return caseIds
  }

  function post(route: string, body: BodyInit, type: string): Promise<Response> {
    const headers = { authorization: `Bearer ${lead.token ?? ''}`, 'content-type': type }
    return fetch(`${server.url}${route}`, { method: 'POST', headers, body })
  }

  function askFor(reservations: number): Promise<Response> {
    const body = JSON.stringify({ username: 'li.na', deviceId: device.id, hours: 72, reservations })
    return post(BYTE_ROUTES.carryOut, body, 'application/json')
  }

  async function refusedFor(reservations: number): Promise<string> {
    return errorBodySchema.parse(await (await askFor(reservations)).json()).error.code
  }

  /** Opens what a desk is given, as the desk does. */
  async function bundle(reservations = 0): Promise<ToDesk> {
    const response = await askFor(reservations)
    expect(response.status).toBe(200)
    const line = readCarryLine(new Uint8Array(await response.arrayBuffer()))
    const { d: seed = '' } = device.privateKey.export({ format: 'jwk' })
    const seedHash = createHash('sha512').update(Buffer.from(seed, 'base64url')).digest()
    const packed = line && (await openSealed(line.sealed, identityOf(seedHash)))
    const opened = line && packed && unpackCarry(packed, line.header, maker.publicKey, carryCodec)
    return toDeskSchema.parse(opened?.ok ? JSON.parse(opened.value.text) : null)
  }

  /** Has the server take what this desk could have made. */
  async function giveBack(content: Partial<ToServer>): Promise<CarryInReply> {
    number += 1
    const madeAt = new Date(server.now()).toISOString()
    const text = JSON.stringify({ number, madeAt, drawn: [], commands: [], audit: [], ...content })
    const header: CarryHeader = {
      direction: 'to-server',
      serverId: maker.id,
      accountId: li.userId,
      deviceId: device.id,
    }
    const signature = sign(null, Buffer.from(carryMessage(header, text, carryCodec)), device.privateKey)
    const packed = packCarry(text, signature.toString('base64url'), [], carryCodec)
    const file = [Buffer.from(carryLine(header)), await sealForKey(packed, maker.publicKey)]
    const response = await post(BYTE_ROUTES.carryIn, Buffer.concat(file), 'application/octet-stream')
    return carryInReplySchema.parse(await response.json())
  }

  /** Everything the person has, without renewing any of it. */
  function standing(): Promise<
    readonly { readonly id: string; readonly kind: string; readonly end: Date }[]
  > {
    return database.query(
      `SELECT id, hold_kind AS kind, hold_expires_at AS end FROM filing_case
       WHERE hold_account_id = $1 AND hold_expires_at > $2 ORDER BY id`,
      [li.userId, new Date(server.now()).toISOString()],
    )
  }

  it('hides in a bundle what a blind second reviewer is not shown over the network', async () => {
    await lead.granted('startSampling', {
      body: {
        terms: {
          rates: { reduced: 1000, normal: 1000, tightened: 1000 },
          floors: [],
          rule: { tightenFaults: 2, tightenOf: 5, relaxAfter: 5, reduceAfter: 10 },
          blind: true,
        },
      },
    })
    const zhang = await server.signIn('zhang.wei')
    const caseId = await receiveChange()
    await decideCase(server, zhang, caseId, decision('pass'))
    await lead.granted('startSampling', { body: { terms: null } })
    await li.granted('hold', { body: { caseId } })
    const { cases } = await bundle()
    expect(cases).toEqual([await li.granted('case', { params: { caseId } })])
    expect(cases).toMatchObject([{ state: 'second-review', blind: true, decisions: [] }])
    expect(JSON.stringify(cases)).not.toContain(zhang.userId)
    expect(JSON.stringify(cases)).not.toContain('张伟')
  })

  it('ends no lease earlier by taking a bundle, and gives what is new a lease from then', async () => {
    const [carried = '', fresh = ''] = await receiveChanges(2)
    await li.granted('hold', { body: { caseId: carried } })
    const { until } = await bundle()
    server.advance(HOUR)
    await signInAgain()
    expect(await giveBack({ drawn: [carried, fresh] })).toMatchObject({ outcome: 'taken' })
    const ends = new Map((await standing()).map(({ id, end }) => [id, end.toISOString()]))
    expect(ends.get(carried)).toBe(until)
    expect(ends.get(fresh)).toBe(new Date(server.now() + 4 * HOUR).toISOString())
    // Over the network the hold counts from now, as ever.
    const { hold } = await li.granted('hold', { body: { caseId: carried } })
    expect(hold.expiresAt).toBe(new Date(server.now() + 4 * HOUR).toISOString())
  })

  it('leaves no reservation behind where the bundle would be too large, so that fewer cases do', async () => {
    const caseIds = await receiveChanges(4)
    // 40 MiB of papers each: three fit into half of what a bundle may have.
    await database.query(
      `UPDATE case_document SET bytes = $2::integer / (SELECT count(*) FROM case_document AS other
         WHERE other.case_id = case_document.case_id) WHERE case_id = ANY ($1::uuid[])`,
      [caseIds, 40 * MEBIBYTE],
    )
    const [own = ''] = caseIds
    await li.granted('hold', { body: { caseId: own } })
    server.advance(20 * MINUTE)
    await signInAgain()
    const before = await standing()
    expect(await refusedFor(3)).toBe('too-large')
    expect(await standing()).toEqual(before)
    expect((await bundle(2)).cases).toHaveLength(3)
  })

  it('gives no more reservations than a person may have, and says so before anything is done', async () => {
    await receiveChange()
    expect(await refusedFor(MOST_RESERVATIONS + 1)).toBe('invalid-request')
    expect(await standing()).toEqual([])
    expect((await bundle(MOST_RESERVATIONS)).cases).toHaveLength(1)
  })

  it('makes no bundle that lacks a document of its cases, and takes nothing for it', async () => {
    const caseId = await receiveChange()
    await li.granted('hold', { body: { caseId } })
    const { rounds } = await li.granted('case', { params: { caseId } })
    const other = await receiveChange()
    const [sha256 = ''] = rounds.flatMap(({ documents }) => documents.map((document) => document.sha256))
    const shelf = path.join(server.place.folder, 'documents', sha256.slice(0, 2))
    expect(await readdir(shelf)).toContain(sha256)
    await rm(path.join(shelf, sha256))
    const before = await standing()
    const response = await askFor(5)
    expect(response.status).toBe(500)
    expect(errorBodySchema.parse(await response.json()).error.code).toBe('unexpected')
    expect(await standing()).toEqual(before)
    expect(before.map(({ id }) => id)).not.toContain(other)
  })
})
