import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  nextExchange,
  PASSWORD,
  REVIEWER,
  setScene,
  untilIdle,
  useStandingClock,
  type Scene,
} from './support/scene'
import { until } from './support/testDesk'

useStandingClock()

const REASON = { field: 'entity.name', problem: '名称与执照不一致', advice: '按执照填写' }

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(async () => {
  await scene.clear()
})

async function deskOf(username: string) {
  const placed = await scene.placeDesk()
  await placed.desk.signIn(username, PASSWORD)
  await untilIdle()
  return placed
}

describe('drawing', () => {
  it('takes what is due first, and the server knows', async () => {
    const { desk } = await deskOf('chen')
    const { caseId, reason } = await desk.call('case.drawNext', {})
    expect(caseId).toBe(scene.server.cases()[0]?.id)
    expect(reason).toBe('due-first')
    await until('the server holds it', () => scene.server.holdOf(caseId)?.kind === 'hold')
  })

  it('without a network takes only what is reserved, and then says that nothing is left', async () => {
    const { desk, network } = await deskOf('chen')
    const reserved = scene.server.cases().filter(({ id }) => scene.server.holderOf(id) === REVIEWER.id)
    expect(reserved).toHaveLength(2)
    network.cut()
    const drawn = [await desk.call('case.drawNext', {}), await desk.call('case.drawNext', {})]
    expect(new Set(drawn.map(({ caseId }) => caseId))).toEqual(new Set(reserved.map(({ id }) => id)))
    expect(await desk.ask('case.drawNext', {})).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-draw', retryable: true },
    })
    const other = scene.server.cases().find(({ id }) => scene.server.holderOf(id) === undefined)
    expect(await desk.ask('case.draw', { caseId: other?.id ?? '' })).toMatchObject({
      ok: false,
      error: { code: 'offline', retryable: true },
    })
  })

  it('refuses a case that a colleague has', async () => {
    const { desk } = await deskOf('chen')
    const taken = await desk.call('case.drawNext', {})
    await nextExchange()
    const colleague = await deskOf('liu')
    expect(await colleague.desk.ask('case.draw', { caseId: taken.caseId })).toMatchObject({
      ok: false,
      error: { code: 'held-by-other' },
    })
    expect(await colleague.desk.ask('case.read', { caseId: taken.caseId })).toMatchObject({
      ok: false,
      error: { code: 'not-held' },
    })
  })

  it('gives back: the case leaves this workstation and is free for others', async () => {
    const { desk, network } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    network.cut()
    expect(await desk.ask('case.release', { caseId })).toMatchObject({
      ok: false,
      error: { code: 'offline' },
    })
    expect(await desk.call('case.read', { caseId })).toMatchObject({ hold: { kind: 'hold' } })
    network.restore()
    await desk.call('case.release', { caseId })
    expect(await desk.ask('case.release', { caseId })).toMatchObject({
      ok: false,
      error: { code: 'not-held' },
    })
  })
})

describe('deciding', () => {
  it('is refused by the operation itself while something is missing, and says what', async () => {
    const { desk } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    const pass = { caseId, verdict: 'pass' as const, reasons: [], internalNote: '' }
    const refused = await desk.ask('case.decide', pass)
    const missing = (await desk.call('case.read', { caseId })).checklist.filter(
      ({ blocking, machine }) => blocking && !['pass', 'not-applicable'].includes(machine?.verdict ?? ''),
    )
    expect(missing.length).toBeGreaterThan(0)
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'gate',
        problems: [{ code: 'lines-not-looked-at', lineIds: missing.map(({ id }) => id) }],
      },
    })
    expect(await desk.ask('case.decide', { ...pass, verdict: 'return' })).toMatchObject({
      error: { code: 'gate', problems: [{ code: 'reasons-missing' }] },
    })
    expect(await desk.ask('case.decide', { ...pass, verdict: 'escalate' })).toMatchObject({
      error: { code: 'gate', problems: [{ code: 'note-missing' }] },
    })
    await desk.tickAll(caseId)
    await desk.call('case.decide', pass)
    expect(await desk.ask('case.decide', pass)).toMatchObject({
      ok: false,
      error: { code: 'already-decided' },
    })
  })

  it('carries everything that was known: answers beside the machine, reasons, the pack', async () => {
    const { desk } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    await desk.tickAll(caseId)
    const { checklist } = await desk.call('case.read', { caseId })
    await desk.call('case.decide', { caseId, verdict: 'return', reasons: [REASON], internalNote: '电话已核' })
    await until('the decision has arrived', () => scene.server.caseOf(caseId).decisions.length === 1)
    const [acknowledged] = scene.server.caseOf(caseId).decisions
    expect(acknowledged?.decision).toMatchObject({
      verdict: 'return',
      rulePack: scene.rulePack,
      reasons: [REASON],
      internalNote: '电话已核',
    })
    const lines = new Map(acknowledged?.decision.lines.map((line) => [line.lineId, line]))
    for (const { id, machine, blocking } of checklist) {
      expect(lines.get(id)).toMatchObject({
        machine: machine?.verdict ?? null,
        verdict: blocking ? 'ok' : 'not-looked-at',
      })
    }
    expect(scene.server.caseOf(caseId).state).toBe('returned')
  })

  it('needs a case that is here', async () => {
    const { desk } = await deskOf('chen')
    const elsewhere = scene.server.cases().find(({ id }) => scene.server.holderOf(id) === undefined)
    const caseId = elsewhere?.id ?? ''
    const draft = { answers: [], reasons: [], internalNote: '' }
    const decision = { caseId, verdict: 'return' as const, reasons: [REASON], internalNote: '' }
    expect(await desk.ask('case.decide', decision)).toMatchObject({ error: { code: 'not-held' } })
    expect(await desk.ask('case.saveDraft', { caseId, draft })).toMatchObject({ error: { code: 'not-held' } })
  })

  it('puts a refused decision back into the draft when the person settles it', async () => {
    const { desk, network } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    await nextExchange()
    network.cut()
    await desk.call('case.decide', { caseId, verdict: 'return', reasons: [REASON], internalNote: '证件已核' })
    scene.server.takeHold(caseId)
    network.restore()
    await nextExchange()
    const view = await desk.call('case.read', { caseId })
    expect(view.outbox).toMatchObject([{ state: 'refused', refusal: 'hold-lost' }])
    await desk.call('sync.settleRefused', { commandId: view.outbox[0]?.id ?? '' })
    // The server gave the case back as a reservation meanwhile, so the work goes on where it stood.
    const again = await desk.call('case.draw', { caseId })
    const { draft } = await desk.call('case.read', again)
    expect(draft).toMatchObject({ reasons: [REASON], internalNote: '证件已核' })
    await desk.call('case.decide', { caseId, verdict: 'return', reasons: [REASON], internalNote: '' })
    await until('the decision has arrived', () => scene.server.caseOf(caseId).decisions.length === 1)
  })

  it('what happens outside the desk is entered by supervisors only', async () => {
    const { desk } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    const notice = { kind: 'administration-review-begun' } as const
    expect(await desk.ask('case.recordNotice', { caseId, notice })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
    const { desk: office } = await deskOf('zhou')
    await until('the queue is here', async () => (await office.call('queue.facets', {})).views.all > 0)
    const { commandId } = await office.call('case.recordNotice', { caseId, notice })
    await until('the server has judged it', () => scene.server.outcomes().has(commandId))
    expect(scene.server.outcomes().get(commandId)).toMatchObject({ outcome: 'refused', code: 'illegal-move' })
  })

  it('a supervisor settles what a reviewer escalated, and may read what nobody holds', async () => {
    const { desk } = await deskOf('chen')
    const { caseId } = await desk.call('case.drawNext', {})
    await desk.call('case.decide', { caseId, verdict: 'escalate', reasons: [], internalNote: '证件存疑' })
    await until('it is escalated', () => scene.server.caseOf(caseId).state === 'escalated')

    const { desk: office } = await deskOf('zhou')
    expect(await office.call('case.drawNext', {})).toEqual({ caseId, reason: 'escalated' })
    await office.tickAll(caseId)
    await office.call('case.decide', { caseId, verdict: 'pass', reasons: [], internalNote: '' })
    await until('it has passed', () => scene.server.caseOf(caseId).decisions.length === 2)
    expect(scene.server.caseOf(caseId).state).toMatch(/^(passed|awaiting-backdrop)$/)
    await until('the case is only read here', async () => {
      const { hold, case: filingCase } = await office.call('case.read', { caseId })
      return hold === null && filingCase.decisions.length === 2
    })
    await nextExchange()
    expect(await desk.ask('case.read', { caseId })).toMatchObject({ ok: false, error: { code: 'not-held' } })
  })
})

describe('reading without a hold', () => {
  it('masks personal data until a reason is given, and again for whoever signs in next', async () => {
    const { desk } = await deskOf('chen')
    const reserved = scene.server.cases().find(({ id }) => scene.server.holderOf(id) === REVIEWER.id)
    const caseId = reserved?.id ?? ''
    const { mobile } = reserved?.rounds[0]?.application.entity.principal ?? { mobile: 'nobody' }
    const shown = async (): Promise<string> => JSON.stringify(await desk.call('case.read', { caseId }))
    expect(await shown()).not.toContain(mobile)
    expect(await desk.call('case.read', { caseId })).toMatchObject({
      masked: true,
      hold: { kind: 'reservation' },
    })

    await desk.call('case.reveal', { caseId, reason: 'enquiry', note: '' })
    expect(await shown()).toContain(mobile)
    await desk.call('session.signOut', {})
    await desk.signIn('chen', PASSWORD)
    await untilIdle()
    expect(await shown()).not.toContain(mobile)
  })
})
