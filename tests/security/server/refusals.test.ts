import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decideCommand, decision, deliver, makeFiling, receive } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  HOUR,
  MINUTE,
  PASSWORD,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { zipBundle } from '../../specimens'
import type { Case, Hold } from '../../../shared/protocol/case'

/** Texts that are commands to something else: to a database, a page, a shell, a spreadsheet, a path, a template. */
const HOSTILE = [
  `'; DROP TABLE filing_case; --`,
  `' OR '1'='1`,
  `\\'; DELETE FROM decision WHERE 'a'='a`,
  `$1 %s \${process.exit(1)} {{7*7}}`,
  '<script>fetch("https://evil.example")</script>',
  '<img src=x onerror="document.body.innerHTML=1">',
  '" onmouseover="alert(1)',
  '=HYPERLINK("https://evil.example","x")',
  '../../../../etc/passwd',
  '‮txt.exe\u200b',
] as const

describe('What is refused, and what is only text', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let wang: TestClient
  let seed = 0

  beforeAll(async () => {
    server = await startTestServer('postgres')
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    wang = await server.signIn('wang.lei')
  }, START_TIMEOUT)
  beforeEach(() => {
    // Attempts are counted by the minute.
    server.advance(MINUTE)
  })
  afterAll(() => server.stop())

  async function newCase(): Promise<string> {
    seed += 1
    return receive(
      server,
      await makeFiling(server, { seed: `refusals-${String(seed)}`, nature: 'enterprise' }),
    )
  }

  async function heldBy(client: TestClient): Promise<{ readonly hold: Hold; readonly filingCase: Case }> {
    const caseId = await newCase()
    const { hold } = await client.granted('hold', { body: { caseId } })
    return { hold, filingCase: await client.granted('case', { params: { caseId } }) }
  }

  const read = (caseId: string): Promise<Case> => wang.granted('case', { params: { caseId } })

  it.each([
    ['of a colleague, under the colleague’s own token', (hold: Hold) => hold.token],
    ['of a colleague, under a token made up', (hold: Hold) => hold.token + 1],
    ['of a colleague, under the first token there ever was', () => 1],
    ['of a colleague, under the largest token there can be', () => Number.MAX_SAFE_INTEGER],
  ])('refuses to decide the case %s', async (_what, tokenFor) => {
    const { hold, filingCase } = await heldBy(zhang)
    const forged = { caseId: hold.caseId, token: tokenFor(hold) }
    const outcome = await deliver(li, decideCommand(server, forged, filingCase.version, decision('pass')))
    expect(outcome).toMatchObject({ outcome: 'refused', code: 'hold-lost' })
    expect(outcome).not.toHaveProperty('kept')
    expect(await read(hold.caseId)).toMatchObject({ version: filingCase.version, decisions: [] })
  })

  it.each([-1, 1.5, 0, 2 ** 60, '7', null])('takes no token that is none: %s', async (token) => {
    const { hold, filingCase } = await heldBy(zhang)
    const command = decideCommand(server, hold, filingCase.version, decision('pass'))
    const body = { commands: [{ ...command, holdToken: token }] }
    expect(await zhang.refused('commands', { body })).toEqual({ status: 400, code: 'invalid-request' })
  })

  it('refuses to decide what the person no longer holds, or holds anew under another token', async () => {
    const { hold, filingCase } = await heldBy(zhang)
    server.advance(5 * HOUR)
    await server.housekeeping()
    const { hold: anew } = await zhang.granted('hold', { body: { caseId: hold.caseId } })
    expect(anew.token).toBeGreaterThan(hold.token)
    const stale = decideCommand(server, hold, filingCase.version, decision('pass'))
    expect(await deliver(zhang, stale)).toMatchObject({ outcome: 'refused', code: 'hold-lost' })
    expect((await read(hold.caseId)).decisions).toEqual([])
  })

  it.each([(version: number) => version - 1, (version: number) => version + 1, () => 2_000_000_000])(
    'refuses a version of the case that is not the one it has',
    async (versionFor) => {
      const { hold, filingCase } = await heldBy(zhang)
      const decided = decideCommand(server, hold, filingCase.version, decision('escalate'))
      expect(await deliver(zhang, decided)).toMatchObject({ outcome: 'applied' })
      const now = await read(hold.caseId)
      const other = decideCommand(server, hold, versionFor(now.version), decision('pass'))
      expect(await deliver(zhang, other)).toMatchObject({ outcome: 'refused', code: 'stale-version' })
      expect((await read(hold.caseId)).decisions).toHaveLength(1)
    },
  )

  it('carries out no command under the id of another, nor one of a colleague once more', async () => {
    const { hold, filingCase } = await heldBy(zhang)
    const command = decideCommand(server, hold, filingCase.version, decision('return'))
    expect(await deliver(zhang, command)).toMatchObject({ outcome: 'applied' })
    expect(await deliver(zhang, { ...command, decision: decision('pass') })).toMatchObject({
      code: 'forbidden',
    })
    expect(await deliver(li, command)).toMatchObject({ code: 'forbidden' })
    expect((await read(hold.caseId)).decisions).toHaveLength(1)
  })

  it('gives back, renews and answers nothing of a colleague’s case', async () => {
    const { hold } = await heldBy(zhang)
    const { caseId, token } = hold
    expect(await li.granted('release', { body: { caseId, token } })).toEqual({ released: false })
    expect(await li.refused('hold', { body: { caseId } })).toEqual({ status: 409, code: 'conflict' })
    const { holds } = await li.granted('reserve', { body: { count: 0 } })
    expect(holds.map((own) => own.caseId)).not.toContain(caseId)
    expect((await li.refused('case', { params: { caseId } })).status).toBe(403)
    expect((await li.refused('searchReuse', { body: { caseId, pictures: [] } })).status).toBe(403)
    await zhang.granted('case', { params: { caseId } })
  })

  it.each(HOSTILE)('takes %j for a wrong name and a wrong password, and for a wrong token', async (text) => {
    const { status } = await server.visitor().refused('signIn', { body: { username: text, password: text } })
    expect(status).toBe(401)
    const refreshToken = text.padEnd(20, '.')
    expect(await server.visitor().refused('refresh', { body: { refreshToken } })).toMatchObject({
      status: 401,
    })
    expect((await wang.refused('closeAccount', { params: { accountId: text } })).status).toBe(400)
    expect((await li.refused('case', { params: { caseId: text } })).status).toBe(400)
  })

  it('keeps hostile text of a decision as the text that it is, in every field that takes words', async () => {
    // What is told and what is only noted are two decisions: words of a note may not be told.
    const told = (text: string) => ({
      reasons: [{ field: text, problem: text, advice: text }],
      internalNote: '已核',
    })
    const noted = (text: string) => ({
      internalNote: text,
      lines: decision('return').lines.map((line) => ({ ...line, note: text })),
    })
    for (const words of HOSTILE.flatMap((text) =>
      [told(text), noted(text)].map((own) => decision('return', own)),
    )) {
      const { hold, filingCase } = await heldBy(zhang)
      const outcome = await deliver(zhang, decideCommand(server, hold, filingCase.version, words))
      expect(outcome).toMatchObject({ outcome: 'applied' })
      const [made] = (await read(hold.caseId)).decisions
      const { reasons, internalNote, lines } = words
      expect(made?.decision).toMatchObject({ reasons, internalNote, lines })
    }
  })

  it('keeps hostile text of an applicant as the text that it is, in every field that takes words', async () => {
    for (const [index, text] of HOSTILE.entries()) {
      const made = await makeFiling(server, { seed: `hostile-${String(index)}`, nature: 'enterprise' })
      const spoilt = structuredClone(made.bundle)
      const { entity } = spoilt.application
      entity.name = text
      entity.mailingAddress = text
      entity.principal.name = text
      const { status, reply } = await server.send(zipBundle({ ...made, bundle: spoilt }))
      expect({ status, outcome: reply.outcome }).toEqual({ status: 201, outcome: 'accepted' })
      const caseId = reply.outcome === 'accepted' ? reply.caseId : ''
      const stored = (await read(caseId)).rounds[0]?.application
      expect(stored).toMatchObject({
        entity: { name: text, mailingAddress: text, principal: { name: text } },
      })
    }
  })

  it('still has everything afterwards, and can tell that nobody touched its chain', async () => {
    const database = await server.place.open()
    const [cases] = await database.query<{ count: number }>('SELECT count(*)::int AS count FROM filing_case')
    await database.close()
    expect(cases?.count).toBeGreaterThan(HOSTILE.length * 2)
    await server.restart()
    for (let health = 'checking'; health !== 'intact';) {
      health = (await server.visitor().granted('health')).audit
      expect(health).not.toBe('broken')
    }
    expect(server.log()).not.toContain('"msg":"request failed"')
    expect(server.log()).not.toContain(PASSWORD)
  })
})
