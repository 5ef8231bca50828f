import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decision, makeFiling, receive } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { HOUR, PASSWORD, START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import { sha256 } from '../../../server/store/sha256'

describe('Who may see what', () => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let wang: TestClient
  let caseId: string
  let hash: string
  let personal: readonly string[]

  beforeAll(async () => {
    server = await startTestServer('postgres')
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    wang = await server.signIn('wang.lei')
    const made = await makeFiling(server, { seed: 'access', nature: 'individual' })
    const { entity } = made.bundle.application
    personal = [entity.name, entity.certificate.number, entity.principal.mobile, entity.mailingAddress]
    hash = sha256([...made.files.values()][0] ?? new Uint8Array(0))
    caseId = await receive(server, made)
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  const forbidden = { status: 403, code: 'forbidden' }

  it('is nothing without a hold: neither the case nor its documents', async () => {
    expect(await li.refused('case', { params: { caseId } })).toEqual(forbidden)
    expect((await li.document(caseId, hash)).status).toBe(403)
  })

  it('is the whole case while it is held or reserved, by nobody else', async () => {
    const { hold } = await li.granted('hold', { body: { caseId } })
    await li.granted('case', { params: { caseId } })
    expect((await li.document(caseId, hash)).status).toBe(200)
    expect(await zhang.refused('case', { params: { caseId } })).toEqual(forbidden)
    expect((await zhang.document(caseId, hash)).status).toBe(403)
    await li.granted('release', { body: { caseId, token: hold.token } })
    expect(await li.refused('case', { params: { caseId } })).toEqual(forbidden)
    await zhang.granted('reserve', { body: { count: 1 } })
    await zhang.granted('case', { params: { caseId } })
  })

  it('ends with the lease', async () => {
    server.advance(8 * HOUR)
    expect(await zhang.refused('case', { params: { caseId } })).toEqual(forbidden)
    expect((await zhang.document(caseId, hash)).status).toBe(403)
  })

  it('is every case for supervisors, whose looks are recorded', async () => {
    await wang.granted('case', { params: { caseId } })
    const database = await server.place.open()
    const looks = await database.query<{ actor_id: string }>(
      `SELECT actor_id FROM audit_entry WHERE kind = 'read-by-supervisor' AND case_id = $1`,
      [caseId],
    )
    await database.close()
    expect(looks).toEqual([{ actor_id: wang.userId }])
  })

  it('is a document only through a case that has it', async () => {
    const other = await receive(
      server,
      await makeFiling(server, { seed: 'other-case', nature: 'enterprise' }),
    )
    expect((await wang.document(other, hash)).status).toBe(404)
    expect((await wang.document(v7(), hash)).status).toBe(404)
    expect((await wang.document(caseId, '..%2F..%2F..%2Fetc%2Fpasswd')).status).toBe(400)
    expect((await wang.document('..%2F..', hash)).status).toBe(400)
    expect((await wang.document(caseId, hash.toUpperCase())).status).toBe(400)
  })

  it.each([undefined, 'made-up-token', '', 'a'.repeat(43)])('is nothing with the token %s', async (token) => {
    const visitor = server.visitor(token)
    expect(await visitor.refused('case', { params: { caseId } })).toEqual({
      status: 401,
      code: 'unauthenticated',
    })
    expect(await visitor.refused('feed', { query: { after: 0 } })).toEqual({
      status: 401,
      code: 'unauthenticated',
    })
    expect((await visitor.document(caseId, hash)).status).toBe(401)
  })

  it('does not let the key of the filing system read anything', async () => {
    const key = server.visitor('key-of-the-filing-system')
    expect(await key.refused('feed', { query: { after: 0 } })).toEqual({
      status: 401,
      code: 'unauthenticated',
    })
  })

  it('leaves nothing of persons, passwords or tokens in the log and in the audit chain', async () => {
    await li.refused('signIn', { body: { username: 'li.na', password: 'a wrong passphrase' } })
    await decideCase(server, wang, caseId, decision('return', { internalNote: `致电${personal[0] ?? ''}` }))
    const database = await server.place.open()
    const audit = await database.query('SELECT * FROM audit_entry')
    await database.close()
    const log = server.log()
    expect(log).toContain('"route":"/v1/cases/:caseId"')
    for (const secret of [
      ...personal,
      PASSWORD,
      'a wrong passphrase',
      li.token ?? '',
      caseId,
      'li.na',
      '李娜',
    ]) {
      expect(log).not.toContain(secret)
    }
    for (const secret of [...personal, '李娜']) {
      expect(JSON.stringify(audit)).not.toContain(secret)
    }
  })

  it('stores tokens and passwords as hashes only', async () => {
    const database = await server.place.open()
    const sessions = await database.query<{ token_hash: string }>('SELECT token_hash FROM session')
    const accounts = await database.query<{ password_hash: string }>('SELECT password_hash FROM account')
    await database.close()
    expect(sessions.map((session) => session.token_hash)).toContain(sha256(wang.token ?? ''))
    for (const { password_hash: passwordHash } of accounts) {
      expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    }
  })
})
