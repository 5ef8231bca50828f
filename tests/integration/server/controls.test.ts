import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decideCase, decideCommand, decision, deliver } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  makeChange,
  phonesOf,
  receiveOrdinary,
  releaseControlCases,
  stock,
} from '../../helpers/serverControls'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  MINUTE,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { DATED_LINE, HUMAN_LINE, TEST_PACK } from '../../helpers/serverRulePack'
import { zipBundle } from '../../specimens'
import type { SamplingTerms } from '../../../shared/review/sampling/samplingPlan'

const DAY = 24 * HOUR
const ALWAYS: SamplingTerms = {
  rates: { reduced: 1000, normal: 1000, tightened: 1000 },
  floors: [],
  rule: { tightenFaults: 2, tightenOf: 5, relaxAfter: 5, reduceAfter: 10 },
  blind: true,
}
const FOUND = decision('return', { lines: [{ lineId: HUMAN_LINE, verdict: 'not-ok', machine: null }] })

describe.each(DATABASE_KINDS)('Hidden control cases (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let gao: TestClient
  let wang: TestClient
  let shen: TestClient
  let dropFolder: string
  let made = 0
  /** The embedded database takes one process at a time, so nobody looks into it while the server runs. */
  const OPEN_TO_A_SECOND = kind === 'postgres' ? [kind] : []

  beforeAll(async () => {
    server = await startTestServer(kind)
    dropFolder = path.join(server.place.folder, 'drop')
    await server.restart({ dropFolder })
  }, START_TIMEOUT)
  // Hours and days pass in each test, and sessions with them.
  beforeEach(signInAll, START_TIMEOUT)
  afterAll(() => server.stop())

  async function signInAll(): Promise<void> {
    server.advance(MINUTE)
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    gao = await server.signIn('gao.yan')
    wang = await server.signIn('wang.lei')
    shen = await server.signIn('shen.ji')
  }

  function filing() {
    made += 1
    return makeChange(server, `control-${kind}-${made}`)
  }

  /** One control case on the desk, and an ordinary case that came before it. */
  async function released(): Promise<{ readonly control: string; readonly ordinary: string }> {
    const { controls, ordinary } = await releaseControlCases(server, wang, [await filing()])
    return { control: controls[0] ?? '', ordinary: ordinary[0] ?? '' }
  }

  async function rowOf(caseId: string) {
    const { rows } = await li.granted('feed', { query: { after: 0 } })
    return rows.find((row) => row.id === caseId)
  }

  function scoresOf(caseId: string) {
    return wang
      .granted('controls')
      .then((reply) => reply.released.find((control) => control.caseId === caseId)?.scores)
  }

  async function ask<Row extends object>(sql: string, values: readonly string[] = []) {
    const database = await server.place.open()
    const rows = await database.query<Row>(sql, values)
    await database.close()
    return rows
  }

  it('come into stock as bundles, and say what keeps one out', async () => {
    const one = await filing()
    await wang.granted('planControls', { body: { permille: 0, phones: ['010-00000000'] } })
    const stranger = await stock(server, wang, zipBundle(one))
    expect(stranger.status).toBe(422)
    const problems = stranger.reply.outcome === 'refused' ? stranger.reply.problems : []
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['foreign-phone']))
    expect(problems.map((problem) => problem.path)).toContain('application.entity.principal.mobile')
    await wang.granted('planControls', { body: { permille: 0, phones: phonesOf(one) } })
    const unasked = await stock(server, wang, zipBundle(one), ['desk:no-such-rule'])
    expect(unasked.reply).toMatchObject({ problems: [{ code: 'unknown-rule', path: 'desk:no-such-rule' }] })
    expect((await stock(server, wang, Buffer.from('no zip'))).reply).toMatchObject({
      problems: [{ code: 'archive-unreadable' }],
    })
    expect(await stock(server, wang, zipBundle(one))).toMatchObject({
      status: 201,
      reply: { outcome: 'stocked' },
    })
    expect((await stock(server, wang, zipBundle(one))).reply).toMatchObject({
      problems: [{ code: 'order-known' }],
    })
    const { stock: there, released: none } = await shen.granted('controls')
    expect(there).toMatchObject([
      { orderNumber: one.bundle.orderNumber, rules: [HUMAN_LINE], stockedBy: '王磊', refused: false },
    ])
    expect(none).toEqual([])
    const controlId = there[0]?.id ?? ''
    expect((await wang.granted('endControl', { body: { controlId } })).stock).toEqual([])
    expect(await wang.refused('endControl', { body: { controlId } })).toMatchObject({ code: 'not-found' })
  })

  it('are not released while the rate is none', async () => {
    const one = await filing()
    await wang.granted('planControls', { body: { permille: 0, phones: phonesOf(one) } })
    await stock(server, wang, zipBundle(one))
    const { rows: before } = await li.granted('feed', { query: { after: 0 } })
    await server.send(zipBundle(await filing()))
    server.advance(3 * HOUR)
    await server.housekeeping()
    const { rows } = await li.granted('feed', { query: { after: 0 } })
    expect(rows).toHaveLength(before.length + 1)
    const [waiting] = (await wang.granted('controls')).stock
    await wang.granted('endControl', { body: { controlId: waiting?.id ?? '' } })
  })

  it('come some while after an ordinary filing, look like it in the queue and are one entry of the audit', async () => {
    const { control, ordinary } = await released()
    const [theirs, other] = [await rowOf(control), await rowOf(ordinary)]
    expect(Object.keys(theirs ?? {})).toEqual(Object.keys(other ?? {}))
    expect(theirs).toMatchObject({ state: 'pending-review', round: 1, version: 1 })
    const said = Date.parse(theirs?.submittedAt ?? '')
    expect(said % 1000).toBe(0)
    expect(server.now() - said).toBeLessThanOrEqual(8 * MINUTE)
    const query = { chain: 'server', caseId: control, limit: 10 }
    const { entries } = await shen.granted('auditEntries', { query })
    expect(entries.map((entry) => entry.kind)).toEqual(['received'])
    expect(JSON.parse(entries[0]?.detail ?? '{}')).toHaveProperty('control')
  })

  it('are found, returned for something else, or missed; who found what is the supervisor’s and the auditor’s', async () => {
    const filings = [await filing(), await filing(), await filing(), await filing()]
    const { controls } = await releaseControlCases(server, wang, filings)
    const [found = '', other = '', missed = '', handedUp = ''] = controls
    await decideCase(server, li, found, FOUND)
    await decideCase(server, li, other, decision('return'))
    await decideCase(server, li, missed, decision('pass'))
    await decideCase(server, li, handedUp, decision('escalate'))
    await decideCase(server, gao, handedUp, FOUND)
    for (const [caseId, outcomes] of [
      [found, ['found']],
      [other, ['other']],
      [missed, ['missed']],
      [handedUp, ['escalated', 'found']],
    ] as const) {
      expect((await scoresOf(caseId))?.map(({ outcome }) => outcome)).toEqual(outcomes)
    }
    const { figures } = await shen.granted('controls')
    expect(figures.people).toMatchObject([
      {
        displayName: '李娜',
        figure: { found: 1, other: 1, missed: 1, escalated: 1, rate: { value: 1 / 3 } },
      },
      { displayName: '高岩', figure: { found: 1, rate: { value: 1 } } },
    ])
    expect(figures.rules).toMatchObject([{ ruleId: HUMAN_LINE, figure: { found: 2, missed: 1 } }])
    expect(figures.all.rate?.low).toBeGreaterThan(0)
    expect(figures.all.rate?.high).toBeLessThan(1)
  })

  it('score a return by its reasons too, where the line was not answered', async () => {
    const { controls } = await releaseControlCases(server, wang, [await filing()], [DATED_LINE])
    const reasons = [
      { field: 'application.entity.principal.certificate.validTo', problem: '证件已过期', advice: '请更换' },
    ]
    const coded = reasons.map((reason) => ({ ...reason, reasonId: DATED_LINE }))
    await decideCase(server, li, controls[0] ?? '', decision('return', { reasons: coded }))
    expect((await scoresOf(controls[0] ?? ''))?.[0]?.outcome).toBe('found')
  })

  it('never leave: no package, no hand-over, no word to the filing system, which on the desk looks as if told', async () => {
    const { control, ordinary } = await released()
    await decideCase(server, li, control, decision('pass'))
    await decideCase(server, li, ordinary, decision('pass'))
    await server.housekeeping()
    const names = await readdir(dropFolder)
    const [theirs, other] = [await rowOf(control), await rowOf(ordinary)]
    expect(theirs?.state).toBe('passed')
    expect(names.some((name) => name.startsWith(other?.orderNumber ?? '-'))).toBe(true)
    expect(names.some((name) => name.startsWith(theirs?.orderNumber ?? ''))).toBe(false)
    const [hidden, plain] = [
      await wang.granted('case', { params: { caseId: control } }),
      await wang.granted('case', { params: { caseId: ordinary } }),
    ]
    expect(hidden.timeline.map((entry) => entry.kind)).toEqual(plain.timeline.map((entry) => entry.kind))
    expect(Object.keys(hidden)).toEqual(Object.keys(plain))
    expect(hidden.deliveries?.map(({ deliveredAt }) => deliveredAt === null)).toEqual([false])

    for (const which of ['waiting', 'all']) {
      const { cases } = await wang.granted('exportableCases', { query: { which } })
      expect(cases.map(({ caseId }) => caseId)).not.toContain(control)
      expect(cases.map(({ caseId }) => caseId)).toContain(ordinary)
    }
    const deciding = hidden.decisions.at(-1)
    const body = {
      id: v7(),
      caseId: control,
      package: {
        orderNumber: hidden.orderNumber,
        caseVersion: deciding?.caseVersion,
        rulePack: TEST_PACK,
        applicationVersion: '1.0.0',
        auditHead: deciding?.auditHash,
        sha256: 'ab'.repeat(32),
        bytes: 4096,
      },
      reason: { purpose: 'hand-over', note: '' },
      encrypted: false,
    }
    expect(await wang.refused('registerExport', { body })).toEqual({ status: 404, code: 'not-found' })
    const submission = {
      id: v7(),
      kind: 'record-submission',
      caseId: control,
      expectedVersion: hidden.version,
      recordedAt: new Date(server.now()).toISOString(),
      packageSha256: 'ab'.repeat(32),
      fileName: 'package.zip',
    }
    expect(await deliver(wang, submission)).toMatchObject({ outcome: 'refused', code: 'illegal-move' })
  })

  it('are given to nobody who can know of them, by whatever way', async () => {
    const { control } = await released()
    const refusal = { status: 409, code: 'self-approval' }
    expect(await wang.refused('hold', { body: { caseId: control } })).toEqual(refusal)
    const move = { caseId: control, fromId: null, toId: wang.userId }
    expect(await wang.refused('handOver', { body: move })).toEqual(refusal)
    await decideCase(server, li, control, decision('escalate'))
    for (;;) {
      const { drawn } = await wang.granted('drawNext', { body: {} })
      if (drawn === null) {
        break
      }
      expect(drawn.hold.caseId).not.toBe(control)
      await decideCase(server, wang, drawn.hold.caseId, decision('return'))
    }
  })

  it.each(OPEN_TO_A_SECOND)('keep nothing in the outbox that could be told (%s)', async () => {
    const { control } = await released()
    await decideCase(server, li, control, FOUND)
    expect(await ask('SELECT body FROM delivery WHERE case_id = $1', [control])).toEqual([{ body: '{}' }])
  })

  it.each(OPEN_TO_A_SECOND)(
    'are not decided by who came to know of them while holding one (%s)',
    async () => {
      const { control } = await released()
      const { hold } = await gao.granted('hold', { body: { caseId: control } })
      await ask(`UPDATE account SET role = 'supervisor' WHERE id = $1 RETURNING id`, [gao.userId])
      const { version } = await gao.granted('case', { params: { caseId: control } })
      expect(await deliver(gao, decideCommand(server, hold, version, FOUND))).toMatchObject({
        outcome: 'refused',
        code: 'self-approval',
      })
      await ask(`UPDATE account SET role = 'senior-reviewer' WHERE id = $1 RETURNING id`, [gao.userId])
    },
  )

  it('are drawn for a second look like any pass, unseen, and are in no register and no error rate', async () => {
    await wang.granted('startSampling', { body: { terms: ALWAYS } })
    const { control } = await released()
    await decideCase(server, li, control, decision('pass'))
    expect((await rowOf(control))?.state).toBe('second-review')
    expect(await li.refused('hold', { body: { caseId: control } })).toMatchObject({ code: 'self-approval' })
    await zhang.granted('hold', { body: { caseId: control } })
    const shown = await zhang.granted('case', { params: { caseId: control } })
    expect(shown).toMatchObject({ blind: true, decisions: [] })
    expect(JSON.stringify(shown)).not.toContain('李娜')
    await decideCase(server, zhang, control, FOUND)
    expect((await rowOf(control))?.state).toBe('escalated')
    await decideCase(server, gao, control, FOUND)
    expect((await scoresOf(control))?.map(({ displayName, outcome }) => [displayName, outcome])).toEqual([
      ['李娜', 'missed'],
      ['张伟', 'found'],
      ['高岩', 'found'],
    ])
    const { shown: plan } = await wang.granted('sampling')
    expect(plan?.figures.all).toMatchObject({ passes: 0, drawn: 0, faults: 0, rate: null })
    await wang.granted('startSampling', { body: { terms: null } })
    const planId = plan?.plan.id ?? ''
    expect((await wang.granted('samplingRegister', { query: { planId } })).entries).toEqual([])
  })

  it('are in no figure of the team', async () => {
    const figures = () => wang.granted('figures', { query: { period: '7-days' } })
    const { control } = await released()
    const waiting = await figures()
    await decideCase(server, li, control, FOUND)
    const after = await figures()
    expect(after.backlog).toEqual(waiting.backlog)
    expect(after.days).toEqual(waiting.days)
    expect(after.rules).toEqual(waiting.rules)
  })

  it('end as withdrawn some days later, as applicants withdraw, and are purged like any withdrawn case', async () => {
    const { control, ordinary } = await released()
    await decideCase(server, li, control, decision('pass'))
    server.advance(2 * DAY)
    await server.housekeeping()
    await signInAll()
    expect((await rowOf(control))?.state).toBe('passed')
    server.advance(9 * DAY)
    await server.housekeeping()
    await signInAll()
    expect((await rowOf(control))?.state).toBe('withdrawn')
    const { timeline } = await wang.granted('case', { params: { caseId: control } })
    expect(timeline.at(-1)).toMatchObject({ kind: 'withdrawn', actor: null })
    expect((await rowOf(ordinary))?.state).toBe('pending-review')
    server.advance(31 * DAY)
    await server.housekeeping()
    await signInAll()
    expect(await wang.refused('case', { params: { caseId: control } })).toMatchObject({ code: 'not-found' })
    expect((await scoresOf(control))?.[0]?.outcome).toBe('missed')
  })

  it('can be withdrawn at once, and are not released with a number that is no longer the provider’s', async () => {
    const { control } = await released()
    const { released: running } = await wang.granted('controls')
    const controlId = running.find(({ caseId }) => caseId === control)?.id ?? ''
    await wang.granted('endControl', { body: { controlId } })
    expect((await rowOf(control))?.state).toBe('withdrawn')

    const one = await filing()
    const { orderNumber } = one.bundle
    await wang.granted('planControls', { body: { permille: 500, phones: phonesOf(one) } })
    await stock(server, wang, zipBundle(one))
    // Each filing draws one of two times: a batch that draws nothing is rare, and then there is another.
    for (let batch = 0; ; batch += 1) {
      await wang.granted('planControls', { body: { permille: 500, phones: phonesOf(one) } })
      await receiveOrdinary(server, `given-up-${kind}-${batch}`)
      await wang.granted('planControls', { body: { permille: 0, phones: [] } })
      server.advance(2 * HOUR)
      await server.housekeeping()
      const { stock: left } = await wang.granted('controls')
      expect(left).toMatchObject([{ orderNumber }])
      if (left[0]?.refused === true) {
        break
      }
    }
  })
})
