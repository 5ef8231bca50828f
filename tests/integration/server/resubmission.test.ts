import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decideCommand, decision, deliver, makeFiling, receive } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { HUMAN_LINE } from '../../helpers/serverRulePack'
import type { MadeBundle } from '../../specimens'
import type { FilingBundle } from '../../../shared/domain/filing'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import type { Decision } from '../../../shared/review/decision'

type Application = FilingBundle['application']

describe('A later round', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let seed = 0

  beforeAll(async () => {
    server = await startTestServer('embedded')
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  /** A filing that Li returned with this answer, in its next round. */
  async function resubmitted(
    change: (application: Application) => Application,
    answer: Decision['lines'][number]['verdict'] = 'ok',
    changeFiles: (files: MadeBundle['files']) => MadeBundle['files'] = (files) => files,
  ): Promise<{ readonly caseId: string; readonly first: MadeBundle }> {
    seed += 1
    const first = await makeFiling(server, { seed: `later-${seed}`, nature: 'enterprise' })
    const caseId = await receive(server, first)
    const lines = [{ lineId: HUMAN_LINE, verdict: answer, machine: null }]
    await decideCase(server, li, caseId, decision('return', { lines }))
    server.advance(10 * MINUTE)
    const { bundle } = first
    const submittedAt = chinaIso(server.now() - MINUTE)
    const application = change(bundle.application)
    await receive(server, {
      ...first,
      files: changeFiles(first.files),
      bundle: { ...bundle, round: 2, submittedAt, application },
    })
    return { caseId, first }
  }

  function carrying(verdict: 'ok' | 'not-applicable', carriedFrom: number): Decision {
    return decision('pass', { lines: [{ lineId: HUMAN_LINE, verdict, machine: null, carriedFrom }] })
  }

  async function pass(client: TestClient, caseId: string, content: Decision) {
    const { hold } = await client.granted('hold', { body: { caseId } })
    const { version } = await client.granted('case', { params: { caseId } })
    return deliver(client, decideCommand(server, hold, version, content))
  }

  const renameService = (application: Application): Application =>
    'services' in application
      ? ({
          ...application,
          services: application.services.map((service) => ({ ...service, remarks: '已补充说明' })),
        } as Application)
      : application

  const changePerson = (application: Application): Application => ({
    ...application,
    entity: {
      ...application.entity,
      principal: { ...application.entity.principal, mobile: '13900001111' },
    },
  })

  it('passes by an answer of the round before whose evidence is unchanged, and records from where', async () => {
    const { caseId } = await resubmitted(renameService)
    expect(await pass(zhang, caseId, carrying('ok', 1))).toMatchObject({ outcome: 'applied' })
    const wang = await server.signIn('wang.lei')
    const { decisions } = await wang.granted('case', { params: { caseId } })
    expect(decisions.at(-1)?.decision.lines).toEqual([
      { lineId: HUMAN_LINE, verdict: 'ok', machine: null, carriedFrom: 1 },
    ])
  })

  it.each([
    ['whose evidence has changed', changePerson, 'ok', carrying('ok', 1)],
    ['that was another', renameService, 'ok', carrying('not-applicable', 1)],
    ['of a round in which nobody gave it', renameService, 'ok', carrying('ok', 2)],
    ['that nobody gave', renameService, 'not-looked-at', carrying('ok', 1)],
    ['that was not ok', renameService, 'not-ok', carrying('ok', 1)],
  ] as const)('is not passed by an answer %s', async (_, change, answer, content) => {
    const { caseId } = await resubmitted(change, answer)
    const refused = await pass(li, caseId, content)
    expect(refused).toMatchObject({ outcome: 'refused', code: 'gate' })
    expect(refused).toHaveProperty('message', expect.stringContaining(`lines-not-carried ${HUMAN_LINE}`))
    // The person's own look counts at once.
    const own = decision('pass', { lines: [{ lineId: HUMAN_LINE, verdict: 'ok', machine: null }] })
    expect(await pass(li, caseId, own)).toMatchObject({ outcome: 'applied' })
  })

  it('keeps the papers of the earlier rounds for whoever may read the case, and for nobody else', async () => {
    // Another picture takes the place of the first paper, so that only the first round has what it was.
    const { caseId, first } = await resubmitted(renameService, 'ok', (files) => {
      const [[name] = [''], [, other] = ['', new Uint8Array()]] = [...files]
      return new Map([...files, [name, other]])
    })
    const content = Buffer.from([...first.files.values()][0] ?? [])
    const hash = createHash('sha256').update(content).digest('hex')
    const wang = await server.signIn('wang.lei')
    const { rounds } = await wang.granted('case', { params: { caseId } })
    expect(rounds.map(({ documents }) => documents.some(({ sha256 }) => sha256 === hash))).toEqual([
      true,
      false,
    ])
    server.advance(48 * 60 * MINUTE)
    await server.housekeeping()
    const holder = await server.signIn('zhang.wei')
    expect((await holder.document(caseId, hash)).status).toBe(403)
    await holder.granted('hold', { body: { caseId } })
    const response = await holder.document(caseId, hash)
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true)
  })
})
