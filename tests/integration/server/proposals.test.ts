import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  decideCommand,
  decision,
  deliver,
  makeFiling,
  receive,
  receiveFiling,
} from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import type { Case, Hold, QueueRow } from '../../../shared/protocol/case'
import { MOST_OPEN_PROPOSALS } from '../../../shared/protocol/proposals'

describe.each(DATABASE_KINDS)('Late decisions (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let li: TestClient
  let zhang: TestClient
  let wang: TestClient
  let seed = 0

  beforeAll(async () => {
    server = await startTestServer(kind)
  }, START_TIMEOUT)
  afterAll(() => server.stop())
  beforeEach(async () => {
    li = await server.signIn('li.na')
    zhang = await server.signIn('zhang.wei')
    wang = await server.signIn('wang.lei')
  })

  function file(): Promise<string> {
    seed += 1
    return receiveFiling(server, { seed: `late-${seed}`, nature: 'enterprise' })
  }

  async function hold(client: TestClient, caseId: string): Promise<Hold> {
    return (await client.granted('hold', { body: { caseId } })).hold
  }

  const read = (client: TestClient, caseId: string): Promise<Case> =>
    client.granted('case', { params: { caseId } })

  async function rowOf(caseId: string): Promise<QueueRow | undefined> {
    const { rows } = await zhang.granted('feed', { query: { after: 0 } })
    return rows.find((row) => row.id === caseId)
  }

  function answerCommand(
    held: Pick<Hold, 'caseId'> & { readonly token: number | null },
    proposalId: string,
    answer: 'taken-over' | 'put-aside',
  ) {
    const recordedAt = new Date(server.now()).toISOString()
    const { caseId, token: holdToken } = held
    return {
      id: v7(),
      kind: 'answer-proposal',
      caseId,
      expectedVersion: 1,
      recordedAt,
      holdToken,
      proposalId,
      answer,
    }
  }

  /** Li has the case, the hold runs out, Zhang takes it, Li's decision arrives. */
  async function lateCase() {
    const caseId = await file()
    const lost = await hold(li, caseId)
    server.advance(5 * HOUR)
    const held = await hold(zhang, caseId)
    const command = decideCommand(server, lost, 1, decision('return'))
    return { caseId, held, lost, command, outcome: await deliver(li, command) }
  }

  it('keeps the words of the one who came too late beside the work of the one who has the case', async () => {
    const { caseId, held, command, outcome } = await lateCase()
    expect(outcome).toMatchObject({ outcome: 'refused', code: 'hold-lost', kept: 'proposal' })
    expect(await deliver(li, command)).toEqual(outcome)
    const filingCase = await read(zhang, caseId)
    expect(filingCase).toMatchObject({ version: 1, state: 'pending-review', decisions: [] })
    expect(filingCase.proposals).toEqual([
      {
        id: command.id,
        author: { id: li.userId, displayName: '李娜' },
        recordedAt: command.recordedAt,
        receivedAt: new Date(server.now()).toISOString(),
        caseVersionSeen: 1,
        refusal: 'hold-lost',
        decision: command.decision,
        answer: null,
      },
    ])
    expect(await rowOf(caseId)).toMatchObject({ version: 1, openProposals: 1 })
    // The holder's own decision is not in its way.
    expect(await deliver(zhang, decideCommand(server, held, 1, decision('return')))).toMatchObject({
      outcome: 'applied',
    })
    expect((await read(wang, caseId)).proposals).toHaveLength(1)
  })

  it('keeps a decision on a version that has passed, also one on a case that is already decided', async () => {
    const filing = await makeFiling(server, { seed: `decided-${v7()}`, nature: 'enterprise' })
    const caseId = await receive(server, filing)
    const lost = await hold(li, caseId)
    server.advance(5 * HOUR)
    await deliver(zhang, decideCommand(server, await hold(zhang, caseId), 1, decision('return')))
    const outcome = await deliver(li, decideCommand(server, lost, 1, decision('pass')))
    expect(outcome).toMatchObject({ outcome: 'refused', code: 'stale-version', kept: 'proposal' })
    const { decisions, proposals } = await read(wang, caseId)
    expect(decisions.map(({ decidedBy }) => decidedBy.userId)).toEqual([zhang.userId])
    expect(proposals).toMatchObject([{ refusal: 'stale-version', decision: { verdict: 'pass' } }])
  })

  it('is answered once, by the one who has the case now, and the author learns it', async () => {
    const { caseId, held, command } = await lateCase()
    const taken = await deliver(zhang, answerCommand(held, command.id, 'taken-over'))
    expect(taken).toMatchObject({ outcome: 'applied', caseVersion: 1 })
    expect(await deliver(zhang, answerCommand(held, command.id, 'put-aside'))).toMatchObject({
      code: 'illegal-move',
    })
    const answer = {
      answer: 'taken-over',
      by: { id: zhang.userId, displayName: '张伟' },
      at: new Date(server.now()).toISOString(),
    }
    expect((await read(zhang, caseId)).proposals).toMatchObject([{ id: command.id, answer }])
    expect(await rowOf(caseId)).not.toHaveProperty('openProposals')
    const { proposals } = await li.granted('ownProposals')
    expect(proposals[0]).toEqual({ id: command.id, caseId, receivedAt: answer.at, answer })
    // The case stands as it stood: nothing was decided by the answer.
    expect(await read(zhang, caseId)).toMatchObject({ version: 1, decisions: [] })
  })

  it('lets a supervisor put one aside without a hold, and take none over', async () => {
    const { caseId, command } = await lateCase()
    const without = { caseId, token: null }
    expect(await deliver(wang, answerCommand(without, command.id, 'taken-over'))).toMatchObject({
      code: 'hold-lost',
    })
    expect(await deliver(wang, answerCommand(without, command.id, 'put-aside'))).toMatchObject({
      outcome: 'applied',
    })
  })

  it('shows nothing to somebody without the case, and lets nobody else answer', async () => {
    const { caseId, held, lost, command } = await lateCase()
    // The author has the case no more: the fate, not the words.
    expect(await li.refused('case', { params: { caseId } })).toMatchObject({ code: 'forbidden' })
    expect((await li.granted('ownProposals')).proposals[0]).not.toHaveProperty('decision')
    expect((await zhang.granted('ownProposals')).proposals.map(({ id }) => id)).not.toContain(command.id)
    const other = await file()
    const otherHold = await hold(li, other)
    const attacks = [
      await deliver(li, answerCommand(lost, command.id, 'taken-over')),
      await deliver(li, answerCommand({ caseId, token: held.token }, command.id, 'put-aside')),
      await deliver(zhang, answerCommand({ ...held, token: held.token + 1 }, command.id, 'put-aside')),
      await deliver(zhang, answerCommand({ caseId, token: null }, command.id, 'put-aside')),
      await deliver(li, answerCommand(otherHold, command.id, 'put-aside')),
      await deliver(zhang, answerCommand(held, v7(), 'put-aside')),
    ]
    expect(attacks.map((outcome) => outcome.outcome === 'refused' && outcome.code)).toEqual([
      'hold-lost',
      'hold-lost',
      'hold-lost',
      'hold-lost',
      'not-found',
      'not-found',
    ])
    expect((await read(zhang, caseId)).proposals).toMatchObject([{ answer: null }])
  })

  it('keeps nothing of somebody who never had the case under that token', async () => {
    const { caseId, held } = await lateCase()
    const elsewhere = await hold(li, await file())
    const forged = [
      await deliver(li, decideCommand(server, held, 1, decision('return'))),
      await deliver(li, decideCommand(server, { caseId, token: 1_000_000 }, 1, decision('return'))),
      await deliver(li, decideCommand(server, { caseId, token: elsewhere.token }, 1, decision('return'))),
      await deliver(wang, decideCommand(server, held, 7, decision('return'))),
    ]
    for (const outcome of forged) {
      expect(outcome).toMatchObject({ outcome: 'refused' })
      expect(outcome).not.toHaveProperty('kept')
    }
    expect((await read(zhang, caseId)).proposals).toHaveLength(1)
  })

  it('keeps nothing that was refused for what it says', async () => {
    const caseId = await file()
    const held = await hold(li, caseId)
    const outcome = await deliver(li, decideCommand(server, held, 1, decision('pass', { lines: [] })))
    expect(outcome).toMatchObject({ code: 'gate' })
    expect(outcome).not.toHaveProperty('kept')
  })

  it('keeps so many of one person on one case, and no more', async () => {
    const { caseId, lost } = await lateCase()
    const kept: unknown[] = []
    for (let sent = 1; sent <= MOST_OPEN_PROPOSALS; sent += 1) {
      const outcome = await deliver(li, decideCommand(server, lost, 1, decision('return')))
      kept.push('kept' in outcome ? outcome.kept : 'none')
    }
    expect(kept).toEqual([...Array<string>(MOST_OPEN_PROPOSALS - 1).fill('proposal'), 'none'])
    expect((await read(zhang, caseId)).proposals).toHaveLength(MOST_OPEN_PROPOSALS)
  })

  it('stands in the audit chain, and the chain stays whole', async () => {
    const { held, command } = await lateCase()
    await deliver(zhang, answerCommand(held, command.id, 'put-aside'))
    await server.restart()
    await expect.poll(async () => (await server.visitor().granted('health')).audit).toBe('intact')
  })

  it('says in the audit what happened in codes and hashes alone', async () => {
    const { caseId, held, command } = await lateCase()
    await deliver(zhang, answerCommand(held, command.id, 'put-aside'))
    const shen = await server.signIn('shen.ji')
    const { entries } = await shen.granted('auditEntries', { query: { caseId } })
    expect(entries.map((entry) => entry.kind).slice(0, 2)).toEqual(['proposal-answered', 'proposal-kept'])
    expect(JSON.stringify(entries)).not.toContain('主体')
  })
})
