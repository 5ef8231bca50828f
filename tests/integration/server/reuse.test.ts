import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { savedAnew, sendReuseCase, type ReuseCase } from '../../helpers/reuseCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import { START_TIMEOUT, startTestServer, TEST_TIMEOUT, type TestServer } from '../../helpers/serverHarness'
import type { ReuseReply } from '../../../shared/protocol/reuse'

const PRESENT_KEY = 'the key by which it is searched now!'

describe.each(DATABASE_KINDS)('The reuse search (%s)', (kind) => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let first: ReuseCase
  let second: ReuseCase
  let stranger: ReuseCase
  let card: string

  beforeAll(async () => {
    server = await startTestServer(kind)
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    first = await sendReuseCase(server, { seed: 'reuse-first', province: '330000' })
    card = portraitOf(first)
    const copy = await savedAnew(first.bytes(card))
    // Somebody else files with a copy of the card, the very file of the licence, and the first one's telephone.
    second = await sendReuseCase(
      server,
      {
        seed: 'reuse-second',
        province: '330000',
        defects: ['phone-used-elsewhere'],
        borrowsFrom: {
          seed: 'reuse-first',
          nature: 'enterprise',
          filingType: 'first-filing',
          province: '330000',
        },
      },
      { 'resident-id.portrait': copy, 'business-licence.face': first.bytes(licenceOf(first)) },
    )
    stranger = await sendReuseCase(server, { seed: 'reuse-stranger', province: '330000' })
    for (const { caseId } of [first, second, stranger]) {
      await (caseId === stranger.caseId ? zhang : li).granted('hold', { body: { caseId } })
    }
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  function search(client: TestClient, { caseId, pictures }: ReuseCase): Promise<ReuseReply> {
    return client.granted('searchReuse', { body: { caseId, pictures: [...pictures.values()] } })
  }

  function pictureIn(reply: ReuseReply, documentId: string) {
    return reply.pictures.find((picture) => picture.documentId === documentId)
  }

  it('says nothing of pictures that nobody has told the fingerprint of', async () => {
    const { caseId } = stranger
    const reply = await zhang.granted('searchReuse', { body: { caseId, pictures: [] } })
    expect(pictureIn(reply, portraitOf(stranger))?.state).toBe('pending')
    expect(reply.coverage.compared).toBe(0)
  })

  it(
    'finds a copy saved anew, the same file and the same number, and tells whose they are',
    async () => {
      await search(li, first)
      const reply = await search(li, second)
      const [near] = pictureIn(reply, portraitOf(second))?.hits ?? []
      expect(near).toMatchObject({
        grade: 'near',
        relation: 'other',
        other: { caseId: first.caseId, round: 1 },
        document: { kind: 'resident-id', face: 'portrait' },
      })
      expect(near?.distance).toBeGreaterThan(0)
      expect(near?.distance).toBeLessThanOrEqual(80)
      expect(pictureIn(reply, licenceOf(second))?.hits[0]).toMatchObject({ grade: 'exact', distance: null })
      const phone = reply.values.find((value) => value.kind === 'phone' && value.state === 'found')
      expect(phone?.hits[0]).toMatchObject({ relation: 'other', other: { caseId: first.caseId } })
    },
    TEST_TIMEOUT,
  )

  it(
    'finds the later one from the earlier one as well',
    async () => {
      const reply = await search(li, first)
      expect(pictureIn(reply, card)?.hits[0]?.other.caseId).toBe(second.caseId)
    },
    TEST_TIMEOUT,
  )

  it(
    "does not find another person's card of the same layout",
    async () => {
      const reply = await search(zhang, stranger)
      expect(pictureIn(reply, portraitOf(stranger))).toMatchObject({ state: 'none', hits: [], total: 0 })
      expect(reply.coverage.compared).toBeGreaterThan(10)
    },
    TEST_TIMEOUT,
  )

  it('knows nothing of a side that is the same for everybody, unless it is the same file', async () => {
    const reply = await search(zhang, stranger)
    expect(pictureIn(reply, idOf(stranger, 'resident-id', 'emblem'))?.state).toBe('unknown')
  })

  it(
    "marks the same entity's other filing as such",
    async () => {
      const again = await sendReuseCase(server, {
        seed: 'reuse-stranger',
        province: '330000',
        orderNumber: 'BA-20261120-7777',
      })
      await zhang.granted('hold', { body: { caseId: again.caseId } })
      const reply = await search(zhang, again)
      const relations = [...reply.pictures, ...reply.values].flatMap(({ hits }) =>
        hits.map((hit) => hit.relation),
      )
      expect(relations.length).toBeGreaterThan(5)
      expect(new Set(relations)).toEqual(new Set(['same-entity']))
    },
    TEST_TIMEOUT,
  )

  it('lets a found picture be looked at while the own case is held, and no longer', async () => {
    const { sha256 } = first.pictures.get(card) ?? { sha256: '' }
    await li.granted('release', { body: { caseId: first.caseId, token: await tokenOf(first.caseId) } })
    expect(await statusOf(li.document(first.caseId, sha256))).toBe(403)
    const other = { caseId: first.caseId, round: 1, documentId: card }
    const body = { caseId: second.caseId, documentId: portraitOf(second), other }
    expect(await li.granted('openReused', { body })).toMatchObject({ sha256, kind: 'resident-id' })
    expect(await statusOf(li.document(first.caseId, sha256))).toBe(200)
    await li.granted('release', { body: { caseId: second.caseId, token: await tokenOf(second.caseId) } })
    expect(await statusOf(li.document(first.caseId, sha256))).toBe(403)
  })

  it(
    'finds everything again after a restart, and after the key was changed',
    async () => {
      const file = path.join(server.place.folder, 'reuse.key')
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      const secret = (await readFile(file, 'utf8')).trim()
      await server.restart({ reuseKey: PRESENT_KEY, previousReuseKey: secret })
      await server.restart({ reuseKey: PRESENT_KEY })
      li = await server.signIn('li.na')
      await li.granted('hold', { body: { caseId: second.caseId } })
      await expect
        .poll(async () => (await search(li, second)).values.filter(({ state }) => state === 'not-searched'), {
          timeout: 20_000,
          interval: 1500,
        })
        .toEqual([])
      const reply = await li.granted('searchReuse', { body: { caseId: second.caseId, pictures: [] } })
      expect(pictureIn(reply, portraitOf(second))?.hits[0]).toMatchObject({ grade: 'near' })
      expect(reply.values.some(({ state }) => state === 'found')).toBe(true)
    },
    TEST_TIMEOUT,
  )

  async function tokenOf(caseId: string): Promise<number> {
    const { hold } = await li.granted('hold', { body: { caseId } })
    return hold.token
  }
})

/** Read to its end: a server waits for answers that nobody takes. */
async function statusOf(answer: Promise<Response>): Promise<number> {
  const response = await answer
  await response.arrayBuffer()
  return response.status
}

const portraitOf = (of: ReuseCase): string => idOf(of, 'resident-id', 'portrait')
const licenceOf = (of: ReuseCase): string => idOf(of, 'business-licence', 'face')

function idOf({ documents }: ReuseCase, kind: string, face: string): string {
  const found = documents.find((document) => document.kind === kind && document.face === face)
  if (!found) {
    throw new Error(`The filing has no ${kind}`)
  }
  return found.id
}
