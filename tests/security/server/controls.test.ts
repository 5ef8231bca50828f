import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callRecord } from '../../helpers/callRecords'
import { decideCase, decision, deliver, receive } from '../../helpers/serverCases'
import type { RouteName, TestClient } from '../../helpers/serverClient'
import { makeChange, releaseControlCases } from '../../helpers/serverControls'
import {
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { zipBundle, type MadeBundle } from '../../specimens'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import { apiRoutes } from '../../../shared/protocol/api'
import { may } from '../../../shared/review/rights'

const PHONE = '13800138000'

describe('Whoever reviews a control case', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let li: TestClient
  let gao: TestClient
  let wang: TestClient
  let control: string
  let sibling: string
  let ordinary: string
  let marks: readonly string[]

  beforeAll(async () => {
    server = await startTestServer('postgres')
    wang = await server.signIn('wang.lei')
    const filings = [await withPhone('hidden-1'), await withPhone('hidden-2')]
    const { controls } = await releaseControlCases(server, wang, filings)
    ;[control = '', sibling = ''] = controls
    ordinary = await receive(server, await withPhone('open'))
    const { released } = await wang.granted('controls')
    marks = released.map(({ id }) => id)
    li = await server.signIn('li.na')
    gao = await server.signIn('gao.yan')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  /** A small filing whose every number is this one. */
  async function withPhone(seed: string): Promise<MadeBundle> {
    const made = await makeChange(server, seed)
    const bundle = structuredClone(made.bundle)
    const { application } = bundle
    const persons = [
      application.entity.principal,
      ...('services' in application ? application.services.map(({ principal }) => principal) : []),
    ]
    for (const person of persons) {
      Object.assign(person, { mobile: PHONE, landline: undefined, emergencyPhone: undefined })
    }
    return { ...made, bundle }
  }

  /** Names of all fields, to any depth, in order. */
  function shapeOf(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.slice(0, 1).map(shapeOf)
    }
    return value !== null && typeof value === 'object'
      ? Object.entries(value).map(([name, part]) => [name, shapeOf(part)])
      : typeof value
  }

  /** Everything that the person can be told about this case, by every route that tells something of cases. */
  async function toldOf(client: TestClient, caseId: string): Promise<readonly unknown[]> {
    const { hold } = await client.granted('hold', { body: { caseId } })
    const { rows } = await client.granted('feed', { query: { after: 0 } })
    const told = [
      hold,
      rows.find(({ id }) => id === caseId),
      await client.granted('case', { params: { caseId } }),
      await client.granted('searchReuse', { body: { caseId, pictures: [] } }),
      await client.granted('reserve', { body: { count: 0 } }),
      await client.granted('ownProposals'),
      await client.granted('callFigures', { query: { period: 'today', whose: 'own' } }),
    ]
    await client.granted('release', { body: { caseId, token: hold.token } })
    return told
  }

  it('finds no field that an ordinary case lacks, in whatever the server tells', async () => {
    for (const client of [li, gao]) {
      const [hidden, open] = [await toldOf(client, control), await toldOf(client, ordinary)]
      expect(shapeOf(hidden)).toEqual(shapeOf(open))
      const text = JSON.stringify(hidden)
      expect(text).not.toMatch(/control/iu)
      for (const mark of marks) {
        expect(text).not.toContain(mark)
      }
    }
  })

  it('is refused every route that knows, and is told nothing by the refusal', async () => {
    const knowing = (Object.keys(apiRoutes) as RouteName[]).filter((name) => {
      const route = apiRoutes[name]
      return 'right' in route && route.right !== null && /controls|audit|sampling|figures/u.test(route.right)
    })
    expect(knowing).toEqual(
      expect.arrayContaining(['controls', 'planControls', 'endControl', 'auditEntries']),
    )
    for (const [client, role] of [
      [li, 'reviewer'],
      [gao, 'senior-reviewer'],
    ] as const) {
      expect([may(role, 'read-controls'), may(role, 'plan-controls')]).toEqual([false, false])
      for (const name of knowing) {
        expect(await client.refused(name, 'body' in apiRoutes[name] ? { body: {} } : {})).toEqual({
          status: 403,
          code: 'forbidden',
        })
      }
    }
    const upload = await fetch(`${server.url}/v1/controls/stock?rules=desk:x`, {
      method: 'POST',
      headers: { authorization: `Bearer ${li.token ?? ''}`, 'content-type': 'application/zip' },
      body: Uint8Array.from(zipBundle(await withPhone('uploaded'))),
    })
    expect(upload.status).toBe(403)
  })

  it('does not find one by the number that they share, nor from an ordinary case', async () => {
    for (const caseId of [control, ordinary]) {
      await li.granted('hold', { body: { caseId } })
      const { values } = await li.granted('searchReuse', { body: { caseId, pictures: [] } })
      expect(values.length).toBeGreaterThan(0)
      const found = values.flatMap(({ hits }) => hits.map(({ other }) => other.caseId))
      expect(found).not.toContain(control)
      expect(found).not.toContain(sibling)
    }
    const { values } = await li.granted('searchReuse', { body: { caseId: control, pictures: [] } })
    const found = values.flatMap(({ hits }) => hits.map(({ other }) => other.caseId))
    expect(found).toContain(ordinary)
  })

  it('misses no call of the own figures, which the team’s leave out', async () => {
    const { hold } = await li.granted('hold', { body: { caseId: control } })
    const call = callRecord(chinaIso(server.now() - MINUTE))
    const command = {
      ...{ id: v7(), kind: 'record-call', caseId: control, expectedVersion: 1, holdToken: hold.token },
      ...{ recordedAt: new Date(server.now()).toISOString(), round: 1, call },
    }
    expect(await deliver(li, command)).toMatchObject({ outcome: 'applied' })
    const own = await li.granted('callFigures', { query: { period: 'today', whose: 'own' } })
    const team = await wang.granted('callFigures', { query: { period: 'today', whose: 'team' } })
    expect([own.all.attempts, team.all.attempts]).toEqual([1, 0])
  })

  it('is answered to a decision as to any other, and nothing of it is in the log', async () => {
    const before = await decideCase(server, li, ordinary, decision('pass'))
    const hidden = await decideCase(server, li, control, decision('pass'))
    expect(shapeOf(hidden)).toEqual(shapeOf(before))
    expect(server.log()).not.toContain(control)
    for (const mark of marks) {
      expect(server.log()).not.toContain(mark)
    }
  })
})
