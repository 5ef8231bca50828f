import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { savedAnew, sendReuseCase, type ReuseCase } from '../../helpers/reuseCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  HOUR,
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { MOST_ATTEMPTS } from '../../../server/accounts/attemptWindow'

/** What somebody learns who asks for more than their own case: nothing. */
describe('The reuse search, attacked', () => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let victim: ReuseCase
  let own: ReuseCase

  beforeAll(async () => {
    server = await startTestServer('postgres')
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    victim = await sendReuseCase(server, { seed: 'reuse-victim' })
    own = await sendReuseCase(
      server,
      { seed: 'reuse-own' },
      { 'business-licence.face': await savedAnew(victim.bytes(idOf(victim, 'business-licence'))) },
    )
    const { hold } = await zhang.granted('hold', { body: { caseId: victim.caseId } })
    await zhang.granted('searchReuse', { body: bodyOf(victim) })
    await zhang.granted('release', { body: { caseId: victim.caseId, token: hold.token } })
    await li.granted('hold', { body: { caseId: own.caseId } })
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  const forbidden = { status: 403, code: 'forbidden' }
  const notFound = { status: 404, code: 'not-found' }

  function bodyOf({ caseId, pictures }: ReuseCase) {
    return { caseId, pictures: [...pictures.values()] }
  }

  function opening(documentId: string, kind: string, changes: object = {}) {
    const other = { caseId: victim.caseId, round: 1, documentId: idOf(victim, kind), ...changes }
    return { body: { caseId: own.caseId, documentId, other } }
  }

  it('starts only from a case that the person has', async () => {
    expect(await li.refused('searchReuse', { body: bodyOf(victim) })).toEqual(forbidden)
    expect(await zhang.refused('searchReuse', { body: bodyOf(own) })).toEqual(forbidden)
    expect(await li.refused('searchReuse', { body: { caseId: v7(), pictures: [] } })).toEqual(notFound)
    const visitor = server.visitor('made-up')
    expect((await visitor.refused('searchReuse', { body: bodyOf(own) })).status).toBe(401)
  })

  it('takes no picture that the case does not have, whatever its fingerprint', async () => {
    const [foreign] = [...victim.pictures.values()]
    const body = { caseId: own.caseId, pictures: [foreign] }
    expect(await li.refused('searchReuse', { body })).toEqual({ status: 400, code: 'invalid-request' })
  })

  it(
    'goes by the fingerprint that was told first: a second guess finds what the first one found',
    async () => {
      const first = await li.granted('searchReuse', { body: bodyOf(own) })
      const card = idOf(own, 'resident-id')
      const guess = victim.pictures.get(idOf(victim, 'resident-id'))?.fingerprint ?? null
      const { sha256 } = own.pictures.get(card) ?? { sha256: '' }
      const body = { caseId: own.caseId, pictures: [{ sha256, fingerprint: guess }] }
      const second = await li.granted('searchReuse', { body })
      expect(second.pictures).toEqual(first.pictures)
      expect(second.pictures.find(({ documentId }) => documentId === card)?.hits).toEqual([])
      const database = await server.place.open()
      const told = await database.query<{ actor_id: string }>(
        `SELECT actor_id FROM audit_entry WHERE kind = 'fingerprint-differs'`,
      )
      await database.close()
      expect(told).toEqual([{ actor_id: li.userId }])
    },
    TEST_TIMEOUT,
  )

  it('answers neither numbers nor hashes, nor names that the queue masks', async () => {
    const answer = JSON.stringify(await li.granted('searchReuse', { body: bodyOf(own) }))
    const { entity } = victim.application
    const secrets = [
      ...[...victim.pictures.values()].flatMap(({ sha256, fingerprint }) => [sha256, fingerprint ?? sha256]),
      entity.principal.mobile,
      entity.principal.name,
      entity.principal.certificate.number,
      entity.mailingAddress,
    ]
    expect(answer).toContain(victim.caseId)
    expect(secrets.filter((secret) => answer.includes(secret))).toEqual([])
  })

  it('shows no document of another case but the one that is near ours', async () => {
    const licence = idOf(own, 'business-licence')
    const card = victim.pictures.get(idOf(victim, 'resident-id'))?.sha256 ?? ''
    expect(await li.refused('openReused', opening(licence, 'resident-id'))).toEqual(notFound)
    expect(await li.refused('openReused', opening('no-such', 'business-licence'))).toEqual(notFound)
    expect(await li.refused('openReused', opening(licence, 'business-licence', { round: 2 }))).toEqual(
      notFound,
    )
    expect(await li.refused('openReused', opening(licence, 'business-licence', { caseId: v7() }))).toEqual(
      notFound,
    )
    const { sha256 } = await li.granted('openReused', opening(licence, 'business-licence'))
    expect(await statusOf(li.document(victim.caseId, sha256))).toBe(200)
    expect(await statusOf(li.document(victim.caseId, card))).toBe(403)
    expect(await li.refused('case', { params: { caseId: victim.caseId } })).toEqual(forbidden)
    expect(await statusOf(zhang.document(victim.caseId, sha256))).toBe(403)
    const database = await server.place.open()
    const looks = await database.query<{ case_id: string; actor_id: string; detail: string }>(
      `SELECT case_id, actor_id, detail FROM audit_entry WHERE kind = 'reuse-opened'`,
    )
    await database.close()
    expect(looks).toMatchObject([{ case_id: own.caseId, actor_id: li.userId }])
    expect(JSON.parse(looks[0]?.detail ?? '')).toMatchObject({ otherCaseId: victim.caseId, grade: 'near' })
  })

  it(
    'is bounded',
    async () => {
      server.advance(MINUTE)
      const empty = { caseId: own.caseId, pictures: [] }
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        await li.refused('openReused', opening('no-such', 'resident-id'))
      }
      expect(await li.refused('searchReuse', { body: empty })).toEqual({ status: 429, code: 'locked-out' })
      server.advance(MINUTE)
      await li.granted('searchReuse', { body: empty })
    },
    TEST_TIMEOUT,
  )

  it('keeps neither values nor fingerprints that a stolen table would tell', async () => {
    const database = await server.place.open()
    const tables = JSON.stringify([
      await database.query('SELECT * FROM reuse_value'),
      await database.query('SELECT * FROM picture_fingerprint'),
      await database.query('SELECT * FROM audit_entry'),
    ])
    const sealed = await database.query<{ sealed: string }>(
      'SELECT sealed FROM picture_fingerprint WHERE sealed IS NOT NULL',
    )
    await database.close()
    const { principal } = victim.application.entity
    const fingerprints = [...victim.pictures.values()].flatMap(({ fingerprint }) =>
      fingerprint === null ? [] : [fingerprint, Buffer.from(fingerprint, 'hex').toString('base64')],
    )
    const secrets = [principal.mobile, principal.certificate.number, principal.name, ...fingerprints]
    expect(secrets.filter((secret) => tables.includes(secret))).toEqual([])
    expect(sealed.length).toBeGreaterThan(5)
    // Two near pictures lie there under texts that have nothing in common.
    expect(new Set(sealed.map((row) => row.sealed.slice(0, 12))).size).toBe(sealed.length)
  })

  it('ends with the hold', async () => {
    const { sha256 } = victim.pictures.get(idOf(victim, 'business-licence')) ?? { sha256: '' }
    expect(await statusOf(li.document(victim.caseId, sha256))).toBe(200)
    server.advance(5 * HOUR)
    expect(await statusOf(li.document(victim.caseId, sha256))).toBe(403)
    expect(await li.refused('searchReuse', { body: bodyOf(own) })).toEqual(forbidden)
  })
})

/** Read to its end: a server waits for answers that nobody takes. */
async function statusOf(answer: Promise<Response>): Promise<number> {
  const response = await answer
  await response.arrayBuffer()
  return response.status
}

function idOf({ documents }: ReuseCase, kind: string): string {
  const found = documents.find((document) => document.kind === kind && document.face !== 'emblem')
  if (!found) {
    throw new Error(`The filing has no ${kind}`)
  }
  return found.id
}
