import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decision, makeFiling, receive, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { makeBundle, makeSupplement, zipBundle } from '../../specimens'
import type { QueueRow } from '../../../shared/protocol/case'

describe.each(DATABASE_KINDS)('Intake (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let supervisor: TestClient

  beforeAll(async () => {
    server = await startTestServer(kind)
    supervisor = await server.signIn('wang.lei')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function rowOf(caseId: string): Promise<QueueRow | undefined> {
    const { rows } = await supervisor.granted('feed', { query: { after: 0 } })
    return rows.find((row) => row.id === caseId)
  }

  it('takes a filing whole: what was sent is what the case says', async () => {
    const made = await makeFiling(server, { seed: 'whole', nature: 'enterprise' })
    const { status, reply } = await server.send(zipBundle(made))
    expect(status).toBe(201)
    expect(reply).toMatchObject({
      outcome: 'accepted',
      round: 1,
      duplicate: false,
      orderNumber: made.bundle.orderNumber,
    })
    const caseId = reply.outcome === 'accepted' ? reply.caseId : ''
    const filingCase = await supervisor.granted('case', { params: { caseId } })
    expect(filingCase).toMatchObject({
      version: 1,
      state: 'pending-review',
      accountId: made.bundle.accountId,
    })
    expect(filingCase.rounds[0]?.application).toEqual(made.bundle.application)
    expect(filingCase.rounds[0]?.documents.map((document) => document.id)).toEqual(
      made.bundle.documents.map((document) => document.id),
    )
    expect(filingCase.timeline.map((entry) => entry.kind)).toEqual(['received'])
  })

  it('shows a row without names of private persons', async () => {
    const made = await makeFiling(server, { seed: 'masked', entityKind: 'individual' })
    const { name } = made.bundle.application.entity
    const row = await rowOf(await receive(server, made))
    expect(row?.entityName).toBe(`${firstCharacter(name)}＊`)
    expect(JSON.stringify(row)).not.toContain(name)
  })

  it('masks the name of a person inside the name of a service', async () => {
    const made = await makeFiling(server, { seed: 'own-page', entityKind: 'individual' })
    const { application } = made.bundle
    if (application.filingType !== 'first-filing') {
      throw new Error('Expected a first filing')
    }
    const [service] = application.services
    const { name } = application.entity
    const services = service ? [{ ...service, name: `${name}的主页` }] : []
    const bundle = { ...made.bundle, application: { ...application, services } }
    const row = await rowOf(await receive(server, { ...made, bundle }))
    expect(row?.serviceNames).toEqual([`${firstCharacter(name)}＊的主页`])
  })

  it('is due one business day after submission, over a weekend on Monday', async () => {
    const made = await makeFiling(server, { seed: 'due', submittedAt: '2026-11-20T10:24:00+08:00' })
    const row = await rowOf(await receive(server, made))
    expect(row?.dueAt).toBe(new Date('2026-11-23T10:24:00+08:00').toISOString())
  })

  it('answers the same bundle again without changing anything', async () => {
    const made = await makeFiling(server, { seed: 'twice' })
    const caseId = await receive(server, made)
    const before = await supervisor.granted('feed', { query: { after: 0 } })
    const again = await server.send(zipBundle(made))
    expect(again).toMatchObject({ status: 201, reply: { caseId, round: 1, duplicate: true } })
    expect((await supervisor.granted('feed', { query: { after: before.cursor } })).rows).toEqual([])
  })

  it('refuses another filing under a known order number and names the field', async () => {
    const made = await makeFiling(server, { seed: 'taken' })
    await receive(server, made)
    const { status, reply } = await server.send(
      zipBundle({ ...made, bundle: { ...made.bundle, accountId: 'other' } }),
    )
    expect(status).toBe(422)
    expect(reply).toMatchObject({ problems: [{ code: 'order-conflict', path: 'accountId' }] })
  })

  it('takes the next round after a return, and only then', async () => {
    const options = { seed: 'rounds', defects: ['invalid-id-number'] as const, nature: 'enterprise' as const }
    const caseId = await receiveFiling(server, options)
    const second = await makeFiling(server, { ...options, defects: [], round: 2 })
    const third = await makeFiling(server, { ...options, defects: [], round: 3 })
    const early = await server.send(zipBundle(second))
    expect(early.reply).toMatchObject({ problems: [{ code: 'round-not-expected', path: 'round' }] })
    await decideCase(server, supervisor, caseId, decision('return'))
    const skipped = await server.send(zipBundle(third))
    expect(skipped.reply).toMatchObject({ problems: [{ code: 'round-not-expected' }] })
    server.advance(HOUR)
    expect(await receive(server, second)).toBe(caseId)
    const filingCase = await supervisor.granted('case', { params: { caseId } })
    expect(filingCase).toMatchObject({ version: 3, state: 'pending-review' })
    expect(filingCase.rounds.map((round) => round.round)).toEqual([1, 2])
    expect(filingCase.timeline.map((entry) => entry.kind)).toEqual(['received', 'returned', 'resubmitted'])
    const first = await server.send(
      zipBundle(await makeFiling(server, { ...options, submittedAt: '2026-11-20T10:25:00+08:00' })),
    )
    expect(first.reply).toMatchObject({ duplicate: true, round: 1 })
  })

  it('refuses a later round of an order that never came', async () => {
    const made = await makeFiling(server, { seed: 'never-came', round: 2 })
    expect((await server.send(zipBundle(made))).reply).toMatchObject({
      problems: [{ code: 'order-unknown' }],
    })
  })

  it('takes the photo after a pass, and only then', async () => {
    const options = {
      seed: 'photo',
      nature: 'enterprise' as const,
      pictures: 'tiny' as const,
      filingType: 'first-filing' as const,
    }
    const caseId = await receiveFiling(server, options)
    const photo = await makeSupplement(options)
    expect((await server.send(zipBundle(photo))).reply).toMatchObject({
      problems: [{ code: 'supplement-not-expected' }],
    })
    await decideCase(server, supervisor, caseId, decision('pass'))
    const waiting = await supervisor.granted('case', { params: { caseId } })
    expect(waiting.state).toBe('awaiting-backdrop')
    expect(await receive(server, photo)).toBe(caseId)
    const arrived = await supervisor.granted('case', { params: { caseId } })
    expect(arrived).toMatchObject({ state: 'photo-review', version: 3 })
    expect(arrived.rounds).toHaveLength(1)
    expect(arrived.rounds[0]?.documents.at(-1)).toMatchObject({ kind: 'backdrop-photo' })
    expect(arrived.timeline.at(-1)).toMatchObject({ kind: 'photo-received', actor: null })
    const again = await server.send(zipBundle(photo))
    expect(again.reply).toMatchObject({ duplicate: true })
    expect((await rowOf(caseId))?.documentCount).toBe(arrived.rounds[0]?.documents.length)
  })

  it('keeps documents under their hash, for the server’s user alone', async () => {
    const caseId = await receiveFiling(server, { seed: 'kept' })
    const filingCase = await supervisor.granted('case', { params: { caseId } })
    for (const { sha256, bytes } of filingCase.rounds[0]?.documents ?? []) {
      const file = await stat(path.join(server.place.folder, 'documents', sha256.slice(0, 2), sha256))
      expect(file.size).toBe(bytes)
      expect(file.mode & 0o777).toBe(0o600)
    }
  })

  it('stores nothing of a bundle that is refused', async () => {
    const before = await documentNames(server)
    const made = await makeBundle({ seed: 'refused', pictures: 'tiny', round: 2 })
    expect((await server.send(zipBundle(made))).status).toBe(422)
    expect(await documentNames(server)).toEqual(before)
  })

  it('sweeps documents that nobody refers to, once they are a day old', async () => {
    const made = await makeFiling(server, { seed: 'swept' })
    const folder = path.join(server.place.folder, 'documents')
    const before = await documentNames(server)
    const orphan = 'ab'.repeat(32)
    const { createFolderDocumentStore } = await import('../../../server/documents/folderDocumentStore')
    const store = createFolderDocumentStore(folder, { clock: server, ids: { next: () => 'one' } })
    await store.put(orphan, Buffer.from('left behind'))
    await receive(server, made)
    server.advance(23 * HOUR)
    await server.housekeeping()
    expect(await documentNames(server)).toContain(orphan)
    server.advance(7 * HOUR)
    await server.housekeeping()
    const after = await documentNames(server)
    expect(after).not.toContain(orphan)
    expect(after).toEqual(expect.arrayContaining(before))
    expect(server.now() % MINUTE).toBe(0)
  })
})

async function documentNames(server: TestServer): Promise<string[]> {
  const folder = path.join(server.place.folder, 'documents')
  const shelves = await readdir(folder)
  const names = await Promise.all(shelves.map((shelf) => readdir(path.join(folder, shelf))))
  return names.flat().sort()
}

function firstCharacter(name: string): string {
  return Array.from(name)[0] ?? ''
}
