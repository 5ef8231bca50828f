import { afterEach, beforeEach, expect, it } from 'vitest'
import { nextExchange, PASSWORD, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'
import { until, type TestDesk } from './support/testDesk'
import type { CaseRound } from '../../../shared/protocol/case'

useStandingClock()

const REASON = { field: 'application.entity.mailingAddress', problem: '没有门牌号', advice: '补充门牌号' }

let scene: Scene
beforeEach(async () => {
  scene = await setScene({ cases: 1, reservations: 1 })
})
afterEach(async () => {
  await scene.clear()
})

/** A case that was returned with every line ticked, drawn again in its next round. */
async function drawnAgain(
  change: (round: CaseRound) => CaseRound,
): Promise<{ desk: TestDesk; caseId: string }> {
  const { desk } = await scene.placeDesk()
  await desk.signIn('chen', PASSWORD)
  await untilIdle()
  const { caseId } = await desk.call('case.drawNext', {})
  await desk.tickAll(caseId)
  await desk.call('case.decide', { caseId, verdict: 'return', reasons: [REASON], internalNote: '' })
  await until('the decision has arrived', () => scene.server.caseOf(caseId).decisions.length === 1)
  await nextExchange()
  const returned = scene.server.caseOf(caseId)
  const [first] = returned.rounds
  if (first === undefined) {
    throw new Error('The case has lost its round')
  }
  const rounds = [first, change({ ...first, round: 2 })]
  const documents = new Map(first.documents.map(({ sha256 }) => [sha256, scene.server.bytesOf(sha256)]))
  scene.server.receive({
    filingCase: { ...returned, state: 'pending-review', version: returned.version + 1, rounds },
    documents,
  })
  await nextExchange()
  await desk.call('case.draw', { caseId })
  return { desk, caseId }
}

function changeAddress(round: CaseRound): CaseRound {
  const entity = { ...round.application.entity, mailingAddress: '浙江省杭州市西湖区样例路1号2幢301室' }
  return { ...round, application: { ...round.application, entity } }
}

it('carries what rests on unchanged evidence, asks for the rest, and records where each answer is from', async () => {
  const { desk, caseId } = await drawnAgain(changeAddress)
  const view = await desk.call('case.read', { caseId })
  const carried = view.resubmission?.carried ?? []
  expect(carried.length).toBeGreaterThan(0)
  expect(carried[0]).toMatchObject({ verdict: 'ok', round: 1, by: '陈静' })
  expect(view.draft.answers).toEqual([])
  expect(view.resubmission?.findings).toMatchObject([{ reason: REASON, isChanged: true }])

  const pass = { caseId, verdict: 'pass' as const, reasons: [], internalNote: '' }
  const refused = await desk.ask('case.decide', pass)
  const asked = refused.ok ? [] : (refused.error.problems?.[0]?.lineIds ?? [])
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((id) => carried.some(({ lineId }) => lineId === id))).toEqual([])
  const answers = asked.map((lineId) => ({ lineId, verdict: 'ok' as const }))
  await desk.call('case.saveDraft', { caseId, draft: { answers, reasons: [], internalNote: '' } })
  await desk.call('case.decide', pass)
  await until('the decision has arrived', () => scene.server.caseOf(caseId).decisions.length === 2)
  const lines = scene.server.caseOf(caseId).decisions[1]?.decision.lines ?? []
  const from = (round: number | undefined) =>
    lines
      .filter(({ verdict, carriedFrom }) => verdict === 'ok' && carriedFrom === round)
      .map(({ lineId }) => lineId)
  expect(new Set(from(1))).toEqual(new Set(carried.map(({ lineId }) => lineId)))
  expect(new Set(from(undefined))).toEqual(new Set(asked))
})

it('has the papers of both rounds, each by its round', async () => {
  const { desk, caseId } = await drawnAgain((round) => ({
    ...round,
    documents: round.documents.map((paper, index, all) =>
      index === 0 ? { ...paper, sha256: all[1]?.sha256 ?? paper.sha256 } : paper,
    ),
  }))
  const { case: filingCase } = await desk.call('case.read', { caseId })
  const documentId = filingCase.rounds[0]?.documents[0]?.id ?? ''
  const read = (round: number) => desk.data.readDocument({ caseId, round, documentId, variant: 'original' })
  await until('both papers are here', async () => (await read(1)) !== null && (await read(2)) !== null)
  for (const round of [1, 2]) {
    const sha256 = filingCase.rounds[round - 1]?.documents[0]?.sha256 ?? ''
    expect((await read(round))?.bytes).toEqual(new Uint8Array(scene.server.bytesOf(sha256)))
  }
  expect(await read(3)).toBeNull()
})
