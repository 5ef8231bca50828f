import { generateKeyPairSync, sign } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  HOUR,
  PASSWORD as SERVER_PASSWORD,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { HUMAN_LINE } from '../../helpers/serverRulePack'
import { takeBundle, writeBundle } from '../../../cli/carry/carryRequests'
import { carryCodec, sealForKey } from '../../../electron/common/crypto/carrySeal'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { AppError } from '../../../electron/workflows/appError'
import { createCarryWorkflow } from '../../../electron/workflows/carry/carryWorkflow'
import type { DataPort } from '../../../electron/workflows/ports/dataPort'
import { carryInReplySchema, type CarryInReply } from '../../../shared/protocol/carry'
import { carryLine, carryMessage, packCarry, readCarryLine } from '../../../shared/protocol/carryFile'
import { makeOperations, PASSWORD } from './dataDesk'
import { LINES, SESSION } from './sampleData'

/** Two real databases that no network joins: a desk and a server, and somebody who carries files between them. */
function lineOf(bundle: Parameters<typeof readCarryLine>[0]) {
  const line = readCarryLine(bundle)
  if (line === null) {
    throw new Error('Not a bundle')
  }
  return line
}

describe('Hand-carry bundles', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let li: TestClient
  let lead: TestClient
  let caseIds: readonly string[]
  let desk: Awaited<ReturnType<typeof enrolledDesk>>
  const opened: DataOperations[] = []

  beforeAll(async () => {
    server = await startTestServer('postgres')
    li = await server.signIn('li.na')
    lead = await server.signIn('wang.lei')
    const seeds = ['carry-1', 'carry-2', 'carry-3']
    caseIds = await Promise.all(
      seeds.map((seed) => receiveFiling(server, { seed, entityKind: 'individual' })),
    )
    desk = await enrolledDesk('li.na')
  }, START_TIMEOUT)
  afterAll(async () => {
    for (const data of opened) {
      data.closeProfile()
    }
    await server.stop()
  })

  const now = () => new Date(server.now()).toISOString()

  /** A profile that met the server once, and whatever lies on the stick that is put into it. */
  async function enrolledDesk(username: 'li.na' | 'zhang.wei') {
    const client = await server.signIn(username)
    const folder = path.join(server.place.folder, `desk-${opened.length}`)
    const data = makeOperations()
    opened.push(data)
    await data.openProfile({ folder, password: PASSWORD, create: true })
    data.saveSession({ ...SESSION, user: { ...SESSION.user, id: client.userId } })
    const meet = async () => {
      const current = await server.signIn(username)
      return data.settleAudit(await current.granted('exchangeAudit', { body: data.auditToSend() }))
    }
    await meet()
    const stick: { file: Uint8Array | null; isFull: boolean } = { file: null, isFull: false }
    const carry = createCarryWorkflow({
      // Called here in the same thread, where each answer is there at once; awaiting it is the same.
      data: data as unknown as DataPort,
      session: { requireUser: () => SESSION.user, requireRight: () => SESSION.user } as never,
      desktop: {
        saveBundle: async (_name, make) => {
          const bytes = await make()
          if (stick.isFull) {
            throw new AppError('disk-full', 'The stick is full')
          }
          stick.file = bytes
          return true
        },
        chooseBundle: () => Promise.resolve(stick.file),
      },
      rulePacks: { takeAll: () => Promise.resolve() },
      holdsTurn: (task) => task(),
      now,
      notify: () => undefined,
      nudgeSync: () => undefined,
    })
    const take = async (file: Uint8Array) => {
      stick.file = file
      return carry.carryIn()
    }
    const give = async () => {
      await carry.carryOut()
      return stick.file ?? new Uint8Array()
    }
    return { data, stick, take, give, meet, deviceId: data.carryState().deviceId }
  }

  async function post(
    client: TestClient,
    route: 'out' | 'in',
    body: BodyInit,
    type: string,
  ): Promise<Response> {
    const headers = { authorization: `Bearer ${client.token ?? ''}`, 'content-type': type }
    return fetch(`${server.url}/v1/carry/${route}`, { method: 'POST', headers, body })
  }
  async function fromServer(reservations = 0, deviceId = desk.deviceId): Promise<Uint8Array> {
    const body = JSON.stringify({ username: 'li.na', deviceId, hours: 72, reservations })
    const response = await post(lead, 'out', body, 'application/json')
    expect(response.status).toBe(200)
    return new Uint8Array(await response.arrayBuffer())
  }
  async function toServer(file: Uint8Array): Promise<CarryInReply> {
    const response = await post(lead, 'in', new Uint8Array(file), 'application/octet-stream')
    return carryInReplySchema.parse(await response.json())
  }

  /** What the two sides know; a refused bundle changes none of it. */
  async function standing() {
    const { entries } = await (
      await server.signIn('shen.ji')
    ).granted('auditEntries', { query: { chain: desk.deviceId } })
    return {
      holds: desk.data.listHolds(),
      outbox: desk.data.listOutbox(),
      head: desk.data.auditToSend().head.length,
      entries: entries.length,
    }
  }

  it('takes cases to a desk without a network, and its decisions back', async () => {
    const bundle = await fromServer(3)
    const taken = await desk.take(bundle)
    expect(taken).toMatchObject({ outcome: 'taken', cases: 3, answers: 0 })
    const until = new Date(server.now() + 72 * HOUR).toISOString()
    expect(desk.data.listHolds().map(({ hold }) => hold.expiresAt)).toEqual([until, until, until])
    expect(desk.data.documentsWanted(100)).toEqual([])
    expect(desk.data.listHolds().every(({ hasCase }) => hasCase)).toBe(true)

    server.advance(50 * HOUR)
    const drawn = desk.data.drawReserved({ now: now() })
    const caseId = drawn.ok ? drawn.value.caseId : ''
    expect(caseIds).toContain(caseId)
    const filingCase = desk.data.readCase(caseId)?.filingCase
    const name = filingCase?.rounds[0]?.application.entity.name ?? 'nobody'
    const note = `${name} 的证件看不清`
    const [line = expect.unreachable()] = LINES
    const lookedAt = { ...line, id: HUMAN_LINE }
    const answers = [{ lineId: HUMAN_LINE, verdict: 'ok' as const }]
    desk.data.saveDraft({ caseId, draft: { answers, reasons: [], internalNote: note }, now: now() })
    const decided = desk.data.decide({
      ...{ commandId: crypto.randomUUID(), caseId, verdict: 'escalate', internalNote: note, reasons: [] },
      ...{ lines: [lookedAt], carried: [], now: now() },
    })
    expect(decided.ok).toBe(true)

    const back = await desk.give()
    for (const file of [bundle, back]) {
      expect(Buffer.from(file).includes(name)).toBe(false)
    }
    // Sign-ins have ended meanwhile.
    li = await server.signIn('li.na')
    lead = await server.signIn('wang.lei')
    expect(await toServer(back)).toEqual({
      outcome: 'taken',
      number: 1,
      displayName: '李娜',
      applied: 1,
      refused: 0,
    })
    expect((await lead.granted('case', { params: { caseId } })).state).toBe('escalated')

    expect(desk.data.listOutbox().map(({ state }) => state)).toEqual(['queued'])
    expect(await desk.take(await fromServer())).toMatchObject({ outcome: 'taken', cases: 2, answers: 1 })
    expect(desk.data.listOutbox().map(({ state }) => state)).toEqual(['applied'])
    expect(desk.data.readCase(caseId)).toBeNull()
    // All that the first bundle brought is signed for, and the chains still agree over the network.
    const actions = desk.data.auditToSend().entries.map(({ action }) => action)
    expect(actions).toEqual(['bundle-carried-out', 'command-applied', 'case-dropped', 'bundle-carried-in'])
    expect(await desk.meet()).toEqual({ problem: null, more: false })
  })

  it('takes no bundle twice, and none that is older than what is known', async () => {
    const [first, second] = [await fromServer(), await fromServer()]
    expect(await desk.take(second)).toMatchObject({ outcome: 'taken' })
    const before = await standing()
    expect(await desk.take(second)).toEqual({ outcome: 'refused', problem: 'already-taken' })
    expect(await desk.take(first)).toEqual({ outcome: 'refused', problem: 'older-than-known' })
    const overtaken = await fromServer()
    await desk.meet()
    expect(await desk.take(overtaken)).toEqual({ outcome: 'refused', problem: 'older-than-known' })
    expect((await standing()).holds).toEqual(before.holds)

    const [older, newer] = [await desk.give(), await desk.give()]
    expect(await toServer(newer)).toMatchObject({ outcome: 'taken', applied: 0 })
    expect(await toServer(newer)).toEqual({ outcome: 'refused', problem: 'already-taken' })
    expect(await toServer(older)).toEqual({ outcome: 'refused', problem: 'older-than-known' })
  })

  it('counts no bundle as given that could not be written, and makes the next one whole', async () => {
    const before = await standing()
    const { given } = desk.data.carryState()
    desk.stick.isFull = true
    await expect(desk.give()).rejects.toThrow('The stick is full')
    expect(await standing()).toEqual(before)
    expect(desk.data.carryState().given).toEqual(given)
    desk.stick.isFull = false
    expect(await toServer(await desk.give())).toMatchObject({ outcome: 'taken' })
    expect(desk.data.carryState().given).toMatchObject({ commands: 0 })
  })

  it('takes none that is for another machine, person, server or direction', async () => {
    const other = await enrolledDesk('li.na')
    const zhang = await enrolledDesk('zhang.wei')
    const bundle = await fromServer()
    expect(await other.take(bundle)).toEqual({ outcome: 'refused', problem: 'other-machine' })
    expect(await zhang.take(bundle)).toEqual({ outcome: 'refused', problem: 'other-person' })
    expect(await toServer(bundle)).toEqual({ outcome: 'refused', problem: 'other-direction' })
    const back = await desk.give()
    expect(await desk.take(back)).toEqual({ outcome: 'refused', problem: 'other-direction' })
    const { header } = lineOf(back)
    const strangeServer = Buffer.from(carryLine({ ...header, serverId: crypto.randomUUID() }))
    expect(await toServer(strangeServer)).toEqual({ outcome: 'refused', problem: 'other-server' })
    const strangeDesk = Buffer.from(carryLine({ ...header, deviceId: crypto.randomUUID() }))
    expect(await toServer(strangeDesk)).toEqual({ outcome: 'refused', problem: 'other-machine' })
    expect(await desk.take(Buffer.from('a text of somebody'))).toEqual({
      outcome: 'refused',
      problem: 'not-a-bundle',
    })
    // Whoever has two desks says which.
    const body = JSON.stringify({ username: 'li.na', hours: 1, reservations: 0 })
    expect((await post(lead, 'out', body, 'application/json')).status).toBe(409)
  })

  it('takes none that is changed by a byte, cut off, or lengthened', async () => {
    const bundle = await fromServer()
    const back = await desk.give()
    const before = await standing()
    for (const [file, take] of [
      [bundle, desk.take],
      [back, toServer],
    ] as const) {
      const places = Array.from({ length: 30 }, (_, index) => Math.floor((index / 29) * (file.length - 1)))
      for (const place of [...places, 150, 200, file.length - 17]) {
        const changed = Uint8Array.from(file, (byte, index) => (index === place ? byte ^ 1 : byte))
        expect([place, (await take(changed)).outcome]).toEqual([place, 'refused'])
      }
      for (const length of [0, 1, 100, 170, 400, Math.floor(file.length / 2), file.length - 1]) {
        expect([length, (await take(file.slice(0, length))).outcome]).toEqual([length, 'refused'])
      }
      expect(await take(Buffer.concat([file, Buffer.from('x')]))).toEqual({
        outcome: 'refused',
        problem: 'damaged',
      })
    }
    expect(await standing()).toEqual(before)
    expect(await desk.take(bundle)).toMatchObject({ outcome: 'taken' })
  })

  it('takes none that somebody else signed, however well it is sealed', async () => {
    const { header } = lineOf(await desk.give())
    const text = JSON.stringify({ number: 99, madeAt: now(), drawn: [], commands: [], audit: [] })
    const { privateKey } = generateKeyPairSync('ed25519')
    const forged = sign(null, Buffer.from(carryMessage(header, text, carryCodec)), privateKey).toString(
      'base64url',
    )
    const state = await (await server.signIn('shen.ji')).granted('auditState')
    const sealed = await sealForKey(packCarry(text, forged, [], carryCodec), state.server.publicKey)
    expect(await toServer(Buffer.concat([Buffer.from(carryLine(header)), sealed]))).toEqual({
      outcome: 'refused',
      problem: 'not-signed',
    })
  })

  it('goes out and in by the requests of the command, which tells what is refused', async () => {
    const supervisor = { url: server.url, username: 'wang.lei', password: SERVER_PASSWORD }
    const request = { username: 'li.na', deviceId: desk.deviceId, hours: 1, reservations: 0 }
    const { bytes, cases } = await writeBundle(supervisor, request)
    expect(cases).toBe('2')
    expect(await desk.take(bytes)).toMatchObject({ outcome: 'taken' })
    const back = await desk.give()
    expect(await takeBundle(supervisor, back)).toMatchObject({ displayName: '李娜', applied: 0, refused: 0 })
    await expect(takeBundle(supervisor, back)).rejects.toThrow('the bundle is refused: already-taken')
    await expect(takeBundle({ ...supervisor, username: 'li.na' }, back)).rejects.toThrow('refuses: forbidden')
    await expect(writeBundle(supervisor, { ...request, username: 'nobody' })).rejects.toThrow(
      'refuses: not-found',
    )
  })

  it('is for supervisors, and each is in the audit', async () => {
    const body = JSON.stringify({ username: 'li.na', deviceId: desk.deviceId, hours: 1, reservations: 0 })
    expect((await post(li, 'out', body, 'application/json')).status).toBe(403)
    expect((await post(li, 'in', 'x', 'application/octet-stream')).status).toBe(403)
    const { entries } = await (
      await server.signIn('shen.ji')
    ).granted('auditEntries', { query: { chain: 'server' } })
    const kinds = entries.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['bundle-carried-out', 'bundle-carried-in']))
  })
})
