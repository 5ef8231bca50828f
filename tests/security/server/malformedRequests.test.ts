import type { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteName, TestClient } from '../../helpers/serverClient'
import { INTAKE_TOKEN, START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import { apiRoutes } from '../../../shared/protocol/api'
import { errorBodySchema } from '../../../shared/protocol/apiModels'
import { FEED_MOST_ROWS } from '../../../shared/protocol/limits'
import { may } from '../../../shared/review/rights'

const ID = '0190c7a0-0000-7000-8000-000000000000'

/** One good request a route; everything wrong is made out of it. */
const GOOD: Readonly<Partial<Record<RouteName, Readonly<Record<string, unknown>>>>> = {
  signIn: { username: 'li.na', password: 'guess' },
  refresh: { refreshToken: 'a-refresh-token-of-some-length' },
  companySignIn: {
    code: 'a code of some length',
    iss: 'https://identity.example',
    codeVerifier: 'v'.repeat(43),
    nonce: 'a-nonce-of-some-length',
    redirectUri: 'http://127.0.0.1:45678/signed-in',
  },
  enrolDesk: {
    format: 'beian-desk/enrolment-request',
    username: 'li.na',
    deviceId: ID,
    publicKey: 'a'.repeat(43),
    madeAt: '2026-11-20T10:30:00+08:00',
    signature: 'a'.repeat(86),
  },
  changePassword: { password: 'the present one', newPassword: 'a new passphrase' },
  openAccount: {
    username: 'new.one',
    displayName: '新人',
    role: 'reviewer',
    provinces: ['330000'],
    subject: 'subject',
  },
  changeAccount: { displayName: '新人', role: 'reviewer', provinces: ['330000'] },
  bindIdentity: { subject: 'subject' },
  breakHold: { caseId: ID, holderId: ID },
  handOver: { caseId: ID, fromId: ID, toId: ID },
  exchangeAudit: {
    deviceId: ID,
    publicKey: 'a'.repeat(43),
    head: { sequence: 0, hash: '0'.repeat(64), length: 0, signature: 'a'.repeat(86) },
    entries: [],
    keys: [],
    disputed: null,
    serverHead: {
      sequence: 1,
      hash: 'ab'.repeat(32),
      at: '2026-11-20T02:30:00.000Z',
      signature: 'a'.repeat(86),
    },
  },
  registerExport: {
    id: ID,
    caseId: ID,
    package: {
      ...{ orderNumber: 'BA-2026', caseVersion: 3, rulePack: '2026.1', applicationVersion: '0.1.0' },
      ...{ auditHead: 'ab'.repeat(32), sha256: 'cd'.repeat(32), bytes: 4096 },
    },
    reason: { purpose: 'hand-over', note: '' },
    encrypted: false,
  },
  shift: { moves: [{ id: ID, move: 'start', at: '2026-11-20T10:00:00+08:00' }] },
  changeCalendar: {
    basis: 0,
    changes: [
      { kind: 'add', override: { kind: 'closed', from: '2026-12-24', to: '2026-12-24', reason: '停电' } },
    ],
  },
  smsResults: {
    lines: [
      { orderNumber: 'BA2026-0001', phone: '8000', state: 'verified', at: '2026-11-20T10:00:00+08:00' },
    ],
    apply: false,
  },
  feedback: {
    filings: [
      {
        line: 2,
        orderNumber: 'BA2026-0001',
        at: '2026-11-20T10:00:00+08:00',
        result: 'rejected',
        reasons: [{ code: 'a-code', field: 'application', problem: '名称不规范', advice: '请修改' }],
      },
    ],
    apply: false,
  },
  startSampling: {
    terms: {
      rates: { reduced: 20, normal: 50, tightened: 200 },
      floors: [],
      rule: { tightenFaults: 2, tightenOf: 5, relaxAfter: 5, reduceAfter: 10 },
      blind: true,
    },
  },
  planControls: { permille: 20, phones: ['010-88886666'] },
  endControl: { controlId: ID },
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
  let wang: TestClient

  beforeAll(async () => {
    server = await startTestServer('postgres')
    li = await server.signIn('li.na')
    wang = await server.signIn('wang.lei')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  const invalid = { status: 400, code: 'invalid-request' }

  it('have a good example for every route with a body', () => {
    expect(Object.keys(GOOD).sort()).toEqual([...WITH_BODY].sort())
  })

  describe.each(WITH_BODY)('to %s', (name) => {
    const good = GOOD[name] ?? {}
    const params = { accountId: ID }
    const refused = (body: unknown) => allowed(name).refused(name, { body, params })

    it('are told apart from a good one', () => {
      expect(bodyOf(name).safeParse(good).success).toBe(true)
    })

    it.each([null, [], 'text', 7, true])('are refused when the body is %j', async (body) => {
      expect(await refused(body)).toEqual(invalid)
    })

    it('are refused with a field that is not known', async () => {
      expect(await refused({ ...good, unexpected: 1 })).toEqual(invalid)
    })

    it.each(Object.keys(good))('are refused without %s', async (field) => {
      const rest = Object.fromEntries(Object.entries(good).filter(([key]) => key !== field))
      expect(await refused(rest)).toEqual(invalid)
    })

    it.each(Object.keys(good))('are refused with a %s of another type', async (field) => {
      const bodies = [null, {}, [{}], true, -1, 'x'.repeat(5000)].map((value) => ({
        ...good,
        [field]: value,
      }))
      // One of them may be a good answer: null to some questions, true to a switch.
      const wrong = bodies.filter((body) => !bodyOf(name).safeParse(body).success)
      expect(wrong.length).toBeGreaterThanOrEqual(bodies.length - 1)
      for (const body of wrong) {
        expect(await refused(body)).toEqual(invalid)
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
    const headers = { authorization: `Bearer ${allowed(name).token ?? ''}`, 'content-type': type }
    return fetch(`${server.url}${path.replace(':accountId', ID)}`, { method, headers, body })
  }

  function bodyOf(name: RouteName): z.ZodType {
    const route = apiRoutes[name]
    if (!('body' in route)) {
      throw new Error(`${name} has no body`)
    }
    return route.body
  }

  /** Somebody whose role may ask: a request is judged by its content only then. */
  function allowed(name: RouteName): TestClient {
    const route = apiRoutes[name]
    const isForAll = route.auth === 'none' || route.right === null || may('reviewer', route.right)
    return isForAll ? li : wang
  }

  it.each(ROUTES.filter((name) => apiRoutes[name].auth === 'session'))(
    'to %s learn nothing without a session, however wrong they are',
    async (name) => {
      const parts = {
        ...('body' in apiRoutes[name] ? { body: 'nonsense' } : {}),
        params: { caseId: 'nonsense', accountId: 'nonsense' },
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
    { after: 0, limit: FEED_MOST_ROWS + 1 },
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
