import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteName, TestClient } from '../../helpers/serverClient'
import { INTAKE_TOKEN, START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import { apiRoutes, errorBodySchema } from '../../../shared/protocol/api'

const ID = '0190c7a0-0000-7000-8000-000000000000'

/** One good request a route; everything wrong is made out of it. */
const GOOD: Readonly<Partial<Record<RouteName, Readonly<Record<string, unknown>>>>> = {
  signIn: { username: 'li.na', password: 'guess' },
  drawNext: {},
  hold: { caseId: ID },
  reserve: { count: 3 },
  release: { caseId: ID, token: 7 },
  searchReuse: { caseId: ID, pictures: [{ sha256: 'ab'.repeat(32), fingerprint: 'cd'.repeat(128) }] },
  openReused: { caseId: ID, documentId: 'd01', other: { caseId: ID, round: 1, documentId: 'd01' } },
  commands: {
    commands: [
      {
        id: ID,
        kind: 'record-submission',
        caseId: ID,
        expectedVersion: 1,
        recordedAt: '2026-11-20T10:30:00+08:00',
        packageSha256: 'ab'.repeat(32),
        fileName: 'package.zip',
      },
    ],
  },
}

const ROUTES = Object.keys(apiRoutes) as RouteName[]
const WITH_BODY = ROUTES.filter((name) => 'body' in apiRoutes[name])

describe('Malformed requests', () => {
  let server: TestServer
  let li: TestClient

  beforeAll(async () => {
    server = await startTestServer('postgres')
    li = await server.signIn('li.na')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  const invalid = { status: 400, code: 'invalid-request' }

  it('have a good example for every route with a body', () => {
    expect(Object.keys(GOOD).sort()).toEqual([...WITH_BODY].sort())
  })

  describe.each(WITH_BODY)('to %s', (name) => {
    const good = GOOD[name] ?? {}

    it.each([null, [], 'text', 7, true])('are refused when the body is %j', async (body) => {
      expect(await li.refused(name, { body })).toEqual(invalid)
    })

    it('are refused with a field that is not known', async () => {
      expect(await li.refused(name, { body: { ...good, unexpected: 1 } })).toEqual(invalid)
    })

    it.each(Object.keys(good))('are refused without %s', async (field) => {
      const rest = Object.fromEntries(Object.entries(good).filter(([key]) => key !== field))
      expect(await li.refused(name, { body: rest })).toEqual(invalid)
    })

    it.each(Object.keys(good))('are refused with a %s of another type', async (field) => {
      for (const value of [null, {}, [{}], true, -1, 'x'.repeat(5000)]) {
        expect(await li.refused(name, { body: { ...good, [field]: value } })).toEqual(invalid)
      }
    })

    it('are refused with text that is none', async () => {
      for (const broken of [
        '',
        '{',
        '{"a":1',
        '\ufeff{}x',
        '{"__proto__":{"a":1}}',
        '{"constructor":{"prototype":{"a":1}}}',
      ]) {
        const response = await raw(name, broken)
        expect(response.status).toBe(400)
        expect(errorBodySchema.parse(await response.json()).error.code).toBe('invalid-request')
      }
    })

    it('are refused when they are too large', async () => {
      const response = await raw(name, JSON.stringify({ filler: 'x'.repeat(9 * 1024 * 1024) }))
      expect(response.status).toBe(413)
      expect(errorBodySchema.parse(await response.json()).error.code).toBe('too-large')
    })

    it('are refused in a language the server does not speak', async () => {
      const response = await raw(name, '<a/>', 'text/xml')
      expect(response.status).toBe(400)
    })
  })

  function raw(name: RouteName, body: string, type = 'application/json'): Promise<Response> {
    const { method, path } = apiRoutes[name]
    const headers = { authorization: `Bearer ${li.token ?? ''}`, 'content-type': type }
    return fetch(`${server.url}${path}`, { method, headers, body })
  }

  it.each(ROUTES.filter((name) => apiRoutes[name].auth === 'session'))(
    'to %s learn nothing without a session, however wrong they are',
    async (name) => {
      const parts = {
        ...('body' in apiRoutes[name] ? { body: 'nonsense' } : {}),
        params: { caseId: 'nonsense' },
      }
      expect(await server.visitor().refused(name, parts)).toEqual({ status: 401, code: 'unauthenticated' })
    },
  )

  it.each([
    {},
    { after: 'x' },
    { after: -1 },
    { after: 1.5 },
    { after: 0, limit: 0 },
    { after: 0, limit: 1001 },
    { after: 0, more: 1 },
  ])('of the feed are refused: %j', async (query) => {
    expect(await li.refused('feed', { query })).toEqual(invalid)
  })

  it.each(['nonsense', ID.slice(1), `${ID}'`, '%00', '__proto__'])(
    'of a case are refused: %s',
    async (caseId) => {
      expect(await li.refused('case', { params: { caseId } })).toEqual(invalid)
    },
  )

  it('with text that no database can store are refused', async () => {
    const [command] = (GOOD.commands?.['commands'] ?? []) as ReadonlyArray<Record<string, unknown>>
    for (const fileName of ['a\u0000b', 'a\ud800']) {
      expect(await li.refused('commands', { body: { commands: [{ ...command, fileName }] } })).toEqual(
        invalid,
      )
    }
  })

  it('with more commands than one delivery takes are refused', async () => {
    const [command] = (GOOD.commands?.['commands'] ?? []) as readonly unknown[]
    expect(
      await li.refused('commands', { body: { commands: Array.from({ length: 51 }, () => command) } }),
    ).toEqual(invalid)
    expect(await li.refused('commands', { body: { commands: [] } })).toEqual(invalid)
  })

  it('to places that are none are not found', async () => {
    for (const place of ['/', '/v1', '/v1/nothing', '/v1/session/../cases', '/.env']) {
      const response = await fetch(`${server.url}${place}`)
      expect(response.status).toBe(404)
      expect(errorBodySchema.parse(await response.json()).error.code).toBe('not-found')
    }
  })

  it('to intake are refused when they carry no zip or too much', async () => {
    const post = (type: string, body: string): Promise<Response> =>
      fetch(`${server.url}/v1/intake`, {
        method: 'POST',
        headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': type },
        body,
      })
    expect((await post('application/json', '{}')).status).toBe(400)
    expect((await post('text/plain', 'hello')).status).toBe(400)
    expect((await post('application/zip', '')).status).toBe(422)
    expect(await statusOfOversized(server.url)).toBe(413)
  })

  it('do not make the server say how it is built', async () => {
    const log = server.log()
    expect(log).not.toContain('"msg":"request failed"')
    const response = await fetch(`${server.url}/v1/health`)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(response.headers.get('x-powered-by')).toBeNull()
  })
})

/** States a length beyond the bound and sends nothing: the answer must come from the header alone. */
async function statusOfOversized(url: string): Promise<number | undefined> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${INTAKE_TOKEN}`,
      'content-type': 'application/zip',
      'content-length': 200 * 1024 * 1024,
    }
    const call = request(`${url}/v1/intake`, { method: 'POST', headers }, (response) => {
      resolve(response.statusCode)
      call.destroy()
    })
    call.on('error', reject)
    call.flushHeaders()
  })
}
