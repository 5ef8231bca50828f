import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packCrypto } from '../../../electron/common/crypto/packCrypto'
import type { ActivePack } from '../../../shared/protocol/rulePacks'
import { packDigest } from '../../../shared/rules/packSignature'
import { makeSigningKey, publicHalf, signed } from '../../helpers/signedPacks'
import { packFiles, ruleOf } from '../rules/packMaker'
import { nextExchange, PASSWORD, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'
import { until } from './support/testDesk'

useStandingClock()

const KEY = makeSigningKey('Provider')
const NEWER = '2026-11-22'
const KEPT_LINE = 'desk:order-type'
const NEW_LINE = 'desk:one-look-more'

const CONTENT = filesOf(NEWER, ruleOf(KEPT_LINE), ruleOf(NEW_LINE))
const FILES = signed(CONTENT, KEY)
const LISTED = listedAs(NEWER, CONTENT)

function filesOf(version: string, ...rules: Parameters<typeof packFiles>[0]): Record<string, unknown> {
  const files = packFiles(rules)
  return {
    ...files,
    'pack.json': { ...(files['pack.json'] as object), version, effectiveFrom: '2026-11-20' },
  }
}

function listedAs(version: string, content: Readonly<Record<string, unknown>>): ActivePack {
  const digest = packDigest(content, packCrypto)
  return { version, effectiveFrom: '2026-11-20', origin: 'imported', digest, key: publicHalf(KEY) }
}

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(async () => {
  await scene.clear()
})

async function deskWithCase(...placing: Parameters<Scene['placeDesk']>) {
  const placed = await scene.placeDesk(...placing)
  await placed.desk.signIn('chen', PASSWORD)
  await untilIdle()
  const { caseId } = await placed.desk.call('case.drawNext', {})
  await untilIdle()
  return { ...placed, caseId, read: () => placed.desk.call('case.read', { caseId }) }
}

describe('a newer rule pack', () => {
  it('arrives by itself and is offered with what it changes of the case', async () => {
    const { desk, read } = await deskWithCase()
    expect((await read()).packOffer).toBeNull()
    scene.server.addRulePack(LISTED, FILES)
    await nextExchange()
    const { packOffer, checklist, case: filingCase } = await read()
    expect(filingCase.rulePack).toBe(scene.rulePack)
    expect(packOffer).toMatchObject({ version: NEWER, effectiveFrom: '2026-11-20' })
    const kinds = new Map(packOffer?.changes.map(({ lineId, kind }) => [lineId, kind]))
    expect(kinds.get(NEW_LINE)).toBe('appears')
    expect(kinds.get('desk:existing-number') ?? 'vanishes').toBe('vanishes')
    expect(packOffer?.changes.filter(({ kind }) => kind === 'vanishes')).toHaveLength(checklist.length - 1)
    expect((await desk.call('sync.status', {})).rulePack).toBe(NEWER)
    expect(desk.events.some(({ name }) => name === 'rules-changed')).toBe(true)
    expect(desk.unexpected).toEqual([])
  })

  it('is adopted without a network; answers to lines that remain stay, and the decision after it arrives', async () => {
    const { desk, network, caseId, read } = await deskWithCase()
    scene.server.addRulePack(LISTED, FILES)
    await nextExchange()
    const { draft, checklist } = await read()
    const gone = checklist.find(({ id }) => id !== KEPT_LINE)?.id ?? ''
    const answers = [KEPT_LINE, gone].map((lineId) => ({ lineId, verdict: 'ok' as const }))
    await desk.call('case.saveDraft', { caseId, draft: { ...draft, answers } })
    network.cut()
    await desk.call('case.adoptRulePack', { caseId, version: NEWER })
    const adopted = await read()
    expect(adopted.case.rulePack).toBe(NEWER)
    expect(adopted.packOffer).toBeNull()
    expect(adopted.checklist.map(({ id }) => id).sort()).toEqual([NEW_LINE, KEPT_LINE].sort())
    expect(adopted.draft.answers.map(({ lineId }) => lineId)).toEqual([KEPT_LINE])
    expect(adopted.outbox).toMatchObject([{ kind: 'adopt-rule-pack', state: 'queued' }])
    await desk.tickAll(caseId)
    await desk.call('case.decide', { caseId, verdict: 'pass', reasons: [], internalNote: '' })
    expect(scene.server.caseOf(caseId).rulePack).toBe(scene.rulePack)
    network.restore()
    await desk.call('sync.now', {})
    await until('both have arrived', () => scene.server.caseOf(caseId).decisions.length === 1)
    const decided = scene.server.caseOf(caseId)
    expect(decided.rulePack).toBe(NEWER)
    expect(decided.decisions[0]?.decision).toMatchObject({ rulePack: NEWER, verdict: 'pass' })
    expect(desk.unexpected).toEqual([])
  })

  it('once adopted and told, is in the time line of the case here too', async () => {
    const { desk, caseId, read } = await deskWithCase()
    scene.server.addRulePack(LISTED, FILES)
    await nextExchange()
    await desk.call('case.adoptRulePack', { caseId, version: NEWER })
    await until('the server knows', () => scene.server.caseOf(caseId).rulePack === NEWER)
    await untilIdle()
    const { case: filingCase, outbox, hold } = await read()
    expect(filingCase).toMatchObject({ rulePack: NEWER, version: scene.server.caseOf(caseId).version })
    expect(filingCase.timeline.at(-1)).toMatchObject({ kind: 'rule-pack-adopted', actor: '陈静' })
    expect(outbox).toEqual([])
    expect(hold?.kind).toBe('hold')
  })

  it('that the server refuses falls back to the case as it was', async () => {
    const { desk, network, caseId, read } = await deskWithCase()
    scene.server.addRulePack(LISTED, FILES)
    await nextExchange()
    network.cut()
    await desk.call('case.adoptRulePack', { caseId, version: NEWER })
    scene.server.takeHold(caseId)
    network.restore()
    await desk.call('sync.now', {})
    await until('the refusal is here', async () => (await desk.call('sync.status', {})).refused === 1)
    const { case: filingCase } = await read()
    expect(filingCase.rulePack).toBe(scene.rulePack)
    const [refused] = await desk.call('sync.outbox', {})
    expect(refused).toMatchObject({ kind: 'adopt-rule-pack', refusal: 'hold-lost' })
    await desk.call('sync.settleRefused', { commandId: refused?.id ?? '' })
    expect(await desk.call('sync.status', {})).toMatchObject({ refused: 0 })
  })

  it('is only adopted when it is the one that is offered', async () => {
    const { desk, caseId } = await deskWithCase()
    for (const version of [NEWER, scene.rulePack]) {
      expect(await desk.ask('case.adoptRulePack', { caseId, version })).toMatchObject({
        ok: false,
        error: { code: 'rule-pack-conflict' },
      })
    }
  })

  it('is there again after a restart without a network', async () => {
    const first = await deskWithCase()
    scene.server.addRulePack(LISTED, FILES)
    await nextExchange()
    await first.desk.close()
    const { desk, network } = await scene.placeDesk(first.desk.folder)
    network.cut()
    await desk.signIn('chen', PASSWORD)
    const { packOffer } = await desk.call('case.read', { caseId: first.caseId })
    expect(packOffer?.version).toBe(NEWER)
  })
})

describe('a pack that does not prove itself', () => {
  const altered = { ...FILES, 'desk.json': { rules: [ruleOf(KEPT_LINE)] } }
  const developer = makeSigningKey('Development')

  it.each([
    ['altered on the way', LISTED, altered, undefined],
    ['not the one that was listed', { ...LISTED, digest: 'ab'.repeat(32) }, FILES, undefined],
    ['unsigned', LISTED, CONTENT, undefined],
    [
      'signed with a key of bundled packs',
      { ...LISTED, key: publicHalf(developer) },
      signed(CONTENT, developer),
      { bundledKeys: [publicHalf(developer)], pinnedKeys: null },
    ],
    [
      'signed by somebody this machine was not told of',
      LISTED,
      FILES,
      { bundledKeys: [], pinnedKeys: [publicHalf(developer)] },
    ],
  ])('is not used when it is %s, and work goes on', async (_how, listed, files, trust) => {
    const { desk, network, read } = await deskWithCase(undefined, trust)
    scene.server.addRulePack(listed, files)
    await nextExchange()
    await nextExchange()
    expect((await read()).packOffer).toBeNull()
    expect(desk.unexpected).toMatchObject([{ name: 'RefusedPackError' }])
    // Asked for once: the same wrong bytes help nobody.
    expect(network.calls.filter((call) => call === 'readRulePack')).toHaveLength(1)
    expect(await desk.call('sync.status', {})).toMatchObject({ connection: 'online' })
  })

  it('is taken when this machine was told of its key', async () => {
    const { read } = await deskWithCase(undefined, { bundledKeys: [], pinnedKeys: [publicHalf(KEY)] })
    scene.server.addRulePack(LISTED, FILES)
    await nextExchange()
    expect((await read()).packOffer?.version).toBe(NEWER)
  })

  it('leaves a case that is judged by it unread, and says so', async () => {
    scene.server.addRulePack({ ...LISTED, digest: 'ab'.repeat(32) }, FILES)
    for (const { id } of scene.server.cases()) {
      scene.server.pinCase(id, NEWER)
    }
    const { desk, caseId } = await deskWithCase()
    expect(await desk.ask('case.read', { caseId })).toMatchObject({
      ok: false,
      error: { code: 'rule-pack-unknown' },
    })
  })
})
