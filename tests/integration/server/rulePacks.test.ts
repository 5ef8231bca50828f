import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCommand, decision, deliver, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import {
  bringIntoForce,
  NEW_LINE,
  NEXT_PACK,
  nextPack,
  proposePack,
  samePack,
  sendPack,
  signedZip,
  writeProviderKeys,
} from '../../helpers/serverPacks'
import { DATED_LINE, HUMAN_LINE, TEST_PACK } from '../../helpers/serverRulePack'
import type { PackOverview } from '../../../shared/protocol/rulePacks'

describe.each(DATABASE_KINDS)('Rule packs on the server (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let wang: TestClient
  let sun: TestClient
  let li: TestClient

  beforeAll(async () => {
    server = await startTestServer(kind)
    await server.restart({ rulePackKeysFile: await writeProviderKeys(server.place.folder) })
    wang = await server.signIn('wang.lei')
    sun = await server.signIn('sun.li')
    li = await server.signIn('li.na')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function overviewOf(packId: string): Promise<PackOverview | undefined> {
    const { packs } = await wang.granted('ruleProposals')
    return packs.find((pack) => pack.packId === packId)
  }

  it('begins with the bundled pack in force', async () => {
    const { inForce, packs, refused } = await wang.granted('ruleProposals')
    expect(inForce).toBe(TEST_PACK)
    expect(packs).toMatchObject([
      { packId: null, version: TEST_PACK, origin: 'bundled', state: 'active', rules: 3, proposed: null },
    ])
    expect(refused).toEqual([])
    expect(await li.granted('rulePacks')).toMatchObject({ packs: [{ version: TEST_PACK }] })
  })

  it('takes a signed pack as a proposal that changes nothing yet', async () => {
    const packId = await proposePack(server, wang, nextPack())
    expect(await overviewOf(packId)).toMatchObject({
      version: NEXT_PACK,
      state: 'proposed',
      rules: 3,
      openCases: 0,
      key: { name: 'Provider' },
      proposed: { by: '王磊' },
      settled: null,
      dryRun: null,
    })
    expect((await li.granted('rulePacks')).packs.map(({ version }) => version)).toEqual([TEST_PACK])
    expect(await li.refused('rulePackFiles', { params: { version: NEXT_PACK } })).toMatchObject({
      code: 'not-found',
    })
    // The same pack again, from another person too, is the same proposal.
    expect(await proposePack(server, sun, nextPack())).toBe(packId)
    const other = await sendPack(server, wang, signedZip(nextPack(NEXT_PACK, '2026-12-01')))
    expect(other).toMatchObject({
      status: 422,
      reply: { outcome: 'refused', problems: [{ file: 'pack.json', field: 'version' }] },
    })
  })

  it('tells what the proposal says otherwise', async () => {
    const packId = await proposePack(server, wang, nextPack())
    const diff = await wang.granted('rulePackDiff', { params: { packId } })
    expect(diff).toMatchObject({ from: { version: TEST_PACK }, to: { version: NEXT_PACK } })
    expect(diff.added.map(({ id }) => id)).toEqual([NEW_LINE])
    expect(diff.removed.map(({ id }) => id)).toEqual([DATED_LINE])
    expect(diff.changed).toEqual([])
  })

  it('tries the proposal on every open case and says what would change, by rule and case', async () => {
    for (let seed = 1; seed <= 3; seed += 1) {
      await receiveFiling(server, { seed: `dry-${String(seed)}`, nature: 'enterprise' })
    }
    const packId = await proposePack(server, wang, nextPack())
    const { dryRun } = await wang.granted('dryRunRulePack', { params: { packId } })
    expect(dryRun).toMatchObject({
      by: '王磊',
      cases: 3,
      changedCases: 3,
      unjudged: 0,
      counts: { appears: 3, vanishes: 3, 'starts-blocking': 0, 'stops-blocking': 0, verdict: 0 },
    })
    expect(dryRun?.rules.map(({ ruleId, cases }) => [ruleId, cases])).toEqual([
      [NEW_LINE, 3],
      [DATED_LINE, 3],
    ])
    const all = await wang.granted('dryRunChanges', { params: { packId }, query: { limit: 4 } })
    expect(all.total).toBe(6)
    expect(all.changes).toHaveLength(4)
    const one = await wang.granted('dryRunChanges', { params: { packId }, query: { ruleId: NEW_LINE } })
    expect(one.changes.map(({ kind: change, before, after }) => [change, before, after])).toEqual(
      Array.from({ length: 3 }, () => ['appears', null, { verdict: null, blocking: true }]),
    )
    // Once more: the same findings, not twice as many.
    const again = await sun.granted('dryRunRulePack', { params: { packId } })
    expect(again.dryRun).toMatchObject({ by: '孙立', counts: { appears: 3 } })
  })

  it('is not put into force by the one who proposed it, nor untried', async () => {
    const packId = await proposePack(server, wang, nextPack())
    expect(await wang.refused('activateRulePack', { params: { packId } })).toMatchObject({
      code: 'self-approval',
    })
    const untried = await proposePack(server, wang, nextPack('2026-11-30'))
    expect(await sun.refused('activateRulePack', { params: { packId: untried } })).toMatchObject({
      code: 'conflict',
    })
    await wang.granted('withdrawRulePack', { params: { packId: untried } })
    expect(await overviewOf(untried)).toMatchObject({ state: 'withdrawn', settled: { by: '王磊' } })
    expect(await overviewOf(packId)).toMatchObject({ state: 'proposed' })
  })

  it('is in force once a second person agrees, and new rounds are judged by it', async () => {
    const packId = await proposePack(server, wang, nextPack())
    const activated = await sun.granted('activateRulePack', { params: { packId } })
    expect(activated).toMatchObject({ state: 'active', settled: { by: '孙立' } })
    // Again, by anybody: it is what was asked for.
    expect(await sun.granted('activateRulePack', { params: { packId } })).toMatchObject({ state: 'active' })
    expect((await wang.granted('ruleProposals')).inForce).toBe(NEXT_PACK)
    const caseId = await receiveFiling(server, { seed: 'after', nature: 'enterprise' })
    expect((await wang.granted('case', { params: { caseId } })).rulePack).toBe(NEXT_PACK)
    expect(await overviewOf(packId)).toMatchObject({ openCases: 1 })
    const { packs } = await li.granted('rulePacks')
    expect(packs.map(({ version, origin }) => [version, origin])).toEqual([
      [TEST_PACK, 'bundled'],
      [NEXT_PACK, 'imported'],
    ])
    const { files } = await li.granted('rulePackFiles', { params: { version: NEXT_PACK } })
    expect(Object.keys(files).sort()).toEqual(['desk.json', 'pack.json', 'signature.json', 'sources.json'])
    expect(await wang.refused('withdrawRulePack', { params: { packId } })).toMatchObject({ code: 'conflict' })
  })

  it('leaves a case with its pack until whoever holds it adopts the newer one', async () => {
    const caseId = await firstOpenCase()
    const { hold } = await li.granted('hold', { body: { caseId } })
    const before = await li.granted('case', { params: { caseId } })
    expect(before.rulePack).toBe(TEST_PACK)
    const command = adopt(hold, before.version, NEXT_PACK)
    const outcome = await deliver(li, command)
    expect(outcome).toMatchObject({ outcome: 'applied', caseVersion: before.version + 1 })
    expect(await deliver(li, command)).toEqual(outcome)
    const after = await li.granted('case', { params: { caseId } })
    expect(after).toMatchObject({ rulePack: NEXT_PACK, version: before.version + 1, state: before.state })
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'rule-pack-adopted', actor: '李娜' })
    // Judged by the newer pack from now on: its line must be answered, the other's is none of it.
    const unlooked = await deliver(
      li,
      decideCommand(server, hold, after.version, decision('pass', { rulePack: NEXT_PACK })),
    )
    expect(unlooked).toMatchObject({ outcome: 'refused', code: 'gate' })
    const lines = [HUMAN_LINE, NEW_LINE].map((lineId) => ({ lineId, verdict: 'ok' as const, machine: null }))
    const decided = await deliver(
      li,
      decideCommand(server, hold, after.version, decision('pass', { rulePack: NEXT_PACK, lines })),
    )
    expect(decided).toMatchObject({ outcome: 'applied' })
  })

  it('lets nobody choose the rules of a case', async () => {
    const caseId = await firstOpenCase()
    const { hold } = await li.granted('hold', { body: { caseId } })
    const { version } = await li.granted('case', { params: { caseId } })
    const codeOf = async (command: unknown) => {
      const outcome = await deliver(li, command)
      return outcome.outcome === 'refused' ? outcome.code : outcome.outcome
    }
    expect(await codeOf(adopt(hold, version, '2026-12-31'))).toBe('rule-pack-unknown')
    expect(await codeOf(adopt(hold, version, TEST_PACK))).toBe('illegal-move')
    expect(await codeOf(adopt({ ...hold, token: hold.token + 1 }, version, NEXT_PACK))).toBe('hold-lost')
    expect(await codeOf(adopt(hold, version + 1, NEXT_PACK))).toBe('stale-version')
    expect(await codeOf(adopt(hold, version, NEXT_PACK))).toBe('applied')
    expect(await codeOf(adopt(hold, version + 1, NEXT_PACK))).toBe('illegal-move')
  })

  it('respects the first day of a pack that is put into force before it', async () => {
    await bringIntoForce(server, [sun, wang], nextPack('2026-11-21'))
    const early = await receiveFiling(server, { seed: 'early', nature: 'enterprise' })
    expect((await wang.granted('case', { params: { caseId: early } })).rulePack).toBe(NEXT_PACK)
    expect((await wang.granted('ruleProposals')).inForce).toBe(NEXT_PACK)
    server.advance(24 * HOUR)
    // Sessions end over night.
    wang = await server.signIn('wang.lei')
    sun = await server.signIn('sun.li')
    li = await server.signIn('li.na')
    const later = await receiveFiling(server, { seed: 'later', nature: 'enterprise' })
    expect((await wang.granted('case', { params: { caseId: later } })).rulePack).toBe('2026-11-21')
    expect((await wang.granted('ruleProposals')).inForce).toBe('2026-11-21')
  })

  it('asks for another dry run when another pack was put into force meanwhile', async () => {
    const first = await proposePack(server, wang, nextPack('2026-11-22'))
    const second = await proposePack(server, wang, samePack('2026-11-23'))
    for (const packId of [first, second]) {
      await wang.granted('dryRunRulePack', { params: { packId } })
    }
    await sun.granted('activateRulePack', { params: { packId: first } })
    expect(await sun.refused('activateRulePack', { params: { packId: second } })).toMatchObject({
      code: 'conflict',
    })
    await wang.granted('dryRunRulePack', { params: { packId: second } })
    expect(await sun.granted('activateRulePack', { params: { packId: second } })).toMatchObject({
      state: 'active',
    })
    const late = await sendPack(server, wang, signedZip(nextPack('2026-11-22-2', '2026-11-23')))
    expect(late).toMatchObject({ reply: { problems: [{ file: 'pack.json', field: 'version' }] } })
  })

  it('keeps what was put into force over a restart, without the key, and the audit chain whole', async () => {
    await server.restart({ rulePackKeysFile: undefined })
    wang = await server.signIn('wang.lei')
    const { inForce, packs } = await wang.granted('ruleProposals')
    expect(packs.filter(({ state }) => state === 'active')).toHaveLength(5)
    expect(inForce).toBe('2026-11-21')
    const { reply } = await sendPack(server, wang, signedZip(nextPack('2026-12-01')))
    expect(reply).toMatchObject({ outcome: 'refused', problems: [{ field: 'keyId' }] })
    // The start walks the chain, entries about packs included.
    await expect
      .poll(async () => (await server.visitor().granted('health')).audit, { timeout: TEST_TIMEOUT })
      .toBe('intact')
  })

  async function firstOpenCase(): Promise<string> {
    const { rows } = await wang.granted('feed', { query: { after: 0 } })
    for (const row of rows.filter(({ state, holder }) => state === 'pending-review' && holder === null)) {
      if ((await wang.granted('case', { params: { caseId: row.id } })).rulePack === TEST_PACK) {
        return row.id
      }
    }
    throw new Error('No open case is left under the first pack')
  }

  function adopt(
    hold: { readonly caseId: string; readonly token: number },
    version: number,
    rulePack: string,
  ) {
    return {
      id: v7(),
      kind: 'adopt-rule-pack',
      caseId: hold.caseId,
      expectedVersion: version,
      recordedAt: new Date(server.now()).toISOString(),
      holdToken: hold.token,
      rulePack,
    }
  }
})
