import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSSRApp, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { renderToString } from 'vue/server-renderer'
import type { FakeDesk } from '../../helpers/fakeDesk'
import { caseIdOf, makeDesk, makeItem, makeLine, makeView } from '../../helpers/rendererCases'
import { createDeskI18n } from '../../../renderer/i18n/deskI18n'
import { useCallsStore } from '../../../renderer/stores/calls'
import type { DeskBridge } from '../../../shared/ipc/channels'
import type { CallName } from '../../../shared/ipc/contract'
import type { Failure } from '../../../shared/ipc/result'

// By address, so that the type check of the tests does not follow into the screens.
const address = '../../../renderer/components/calls/CallPanel.vue'
const { default: CallPanel } = (await import(/* @vite-ignore */ address)) as { readonly default: Component }

const CONTACT = { subject: 'entity-principal', serviceId: null, line: 'mobile' } as const
const [ONE, OTHER] = [caseIdOf(1), caseIdOf(2)]
const BEGUN = Date.parse('2026-11-20T02:30:00.000Z')

let desk: FakeDesk
/** A call that the test holds back on its way, until it is let go. */
let held: { readonly name: CallName; readonly gate: Promise<void> } | null
let pinia: Pinia

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    now: BEGUN,
  })
  pinia = createPinia()
  setActivePinia(pinia)
  desk = makeDesk({
    items: [makeItem(1), makeItem(2)],
    views: [makeView(1, [makeLine('one')]), makeView(2, [makeLine('one')])],
  })
  held = null
  const invoke: DeskBridge['invoke'] = async (name, request) => {
    const answer = await desk.bridge.invoke(name, request)
    if (held?.name === name) {
      await held.gate
    }
    return answer
  }
  vi.stubGlobal('window', { desk: { ...desk.bridge, invoke }, setInterval, clearInterval })
})
afterEach(() => {
  vi.useRealTimers()
})

function holdBack(name: CallName): () => void {
  let letGo = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  held = { name, gate }
  return () => {
    letGo()
  }
}

async function selected() {
  const calls = useCallsStore()
  await calls.refresh()
  await calls.select(ONE)
  return calls
}

function refusal(code: Failure['code']): Failure {
  return { code, message: code, retryable: false }
}

/** As when a supervisor breaks the hold: the case is gone, what was typed is not. */
function breakHold(code: 'not-held' | 'forbidden' | 'offline' = 'not-held'): void {
  desk.failNext('case.read', refusal(code))
  desk.failNext('calls.read', refusal('not-held'))
}

async function screen(): Promise<string> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/case/:caseId', name: 'case', component: CallPanel }],
  })
  return renderToString(createSSRApp(CallPanel).use(pinia).use(router).use(createDeskI18n('zh')))
}

describe('a second dialling', () => {
  it('is a call of its own, with its own time', async () => {
    const calls = await selected()
    await calls.dial(CONTACT)
    calls.change({ note: '占线后再拨' })
    vi.setSystemTime(BEGUN + 600_000)
    await calls.dial(CONTACT)
    expect(calls.draft).toMatchObject({ startedAt: '2026-11-20T02:40:00.000Z', note: '占线后再拨' })
  })

  it('waits until a call that has its outcome is recorded', async () => {
    const calls = await selected()
    await calls.dial(CONTACT)
    calls.change({ outcome: 'no-answer' })
    expect(calls.isUnrecorded).toBe(true)
    vi.setSystemTime(BEGUN + 600_000)
    await calls.dial(CONTACT)
    calls.begin({ ...CONTACT, line: 'landline' }, 'incoming')
    expect(desk.calls.filter((name) => name === 'calls.dial')).toHaveLength(1)
    expect(calls.draft).toMatchObject({
      startedAt: '2026-11-20T02:30:00.000Z',
      contact: CONTACT,
      direction: 'outgoing',
    })
    expect(await screen()).toContain('登记后才能再拨')
    await calls.record()
    await calls.dial(CONTACT)
    expect(calls.draft).toMatchObject({ startedAt: '2026-11-20T02:40:00.000Z', outcome: null })
    expect(await screen()).not.toContain('登记后才能再拨')
  })
})

describe('choosing another row meanwhile', () => {
  it('keeps a number that was dialled away from the other case', async () => {
    const calls = await selected()
    const letGo = holdBack('calls.dial')
    const dialling = calls.dial(CONTACT)
    await calls.select(OTHER)
    letGo()
    await dialling
    expect([calls.selectedId, calls.dialled, calls.draft]).toEqual([OTHER, null, null])
  })

  it.each(['record', 'discard'] as const)('leaves the other call alone: %s', async (step) => {
    const calls = await selected()
    await calls.dial(CONTACT)
    calls.change({ outcome: 'reached', note: 'one' })
    await calls.flush()
    const letGo = holdBack(step === 'record' ? 'calls.record' : 'calls.discardDraft')
    const ending = calls[step]()
    await calls.select(OTHER)
    await calls.dial(CONTACT)
    calls.change({ note: 'other' })
    letGo()
    await ending
    expect([calls.selectedId, calls.recorded]).toEqual([OTHER, null])
    expect(calls.draft?.note).toBe('other')
    expect(calls.dialled).not.toBeNull()
    await calls.flush()
    await calls.select(ONE)
    expect(calls.draft).toBeNull()
    await calls.select(OTHER)
    expect(calls.draft?.note).toBe('other')
  })
})

describe('a hold that ends while its case is on screen', () => {
  it.each(['not-held', 'forbidden'] as const)('takes the case from the screen: %s', async (code) => {
    const calls = await selected()
    await calls.dial(CONTACT)
    calls.change({ note: '还没说完' })
    const { mobile } = makeView(1, []).case.rounds[0]?.application.entity.principal ?? { mobile: 'nobody' }
    expect(await screen()).toContain(mobile)
    breakHold(code)
    await calls.reload()
    expect([calls.view, calls.calls, calls.dialled, calls.refusal]).toEqual([null, null, null, code])
    expect(calls.draft?.note).toBe('还没说完')
    const shown = await screen()
    expect(shown).not.toContain(mobile)
    expect(shown).toContain('此件不在您手上')
    expect(shown).toContain('还没说完')
  })

  it('leaves the form of a call that is half written down, to be recorded or discarded', async () => {
    const calls = await selected()
    await calls.dial(CONTACT)
    calls.change({ outcome: 'no-answer' })
    await calls.flush()
    await calls.select(OTHER)
    const kept = await readCalls(ONE)
    desk.override('case.read', () => {
      throw new Error('Refused before it is asked')
    })
    desk.failNext('case.read', refusal('not-held'))
    desk.override('calls.read', () => ({ ...kept, isReadable: false, calls: [] }))
    await calls.select(ONE)
    expect([calls.view, calls.refusal, calls.draft?.outcome]).toEqual([null, 'not-held', 'no-answer'])
    const shown = await screen()
    expect(shown).toContain('data-testid="record-call"')
    expect(shown).toContain('data-testid="discard-call"')
    expect(shown).not.toContain('data-testid="call-contacts"')

    breakHold()
    await calls.record()
    expect(desk.calls).toContain('calls.record')
    expect([calls.draft, calls.recorded]).toEqual([null, null])
  })

  it('says when there is only no network, and keeps what is on screen', async () => {
    const calls = await selected()
    breakHold('offline')
    await calls.reload()
    expect([calls.refusal, calls.view?.case.id]).toEqual(['offline', ONE])
    expect(await screen()).toContain('没有网络')
    await calls.reload()
    expect(calls.refusal).toBeNull()
    breakHold('offline')
    await calls.select(OTHER)
    expect([calls.refusal, calls.view]).toEqual(['offline', null])
    const shown = await screen()
    expect(shown).toContain('没有网络')
    expect(shown).not.toContain('此件不在您手上')
  })
})

describe('the message after a call', () => {
  it('is not made from a case that is masked, for nothing could be compared', async () => {
    const calls = await selected()
    await calls.dial(CONTACT)
    calls.change({ outcome: 'reached' })
    await calls.record()
    expect(await screen()).toContain('data-testid="message-text"')
    desk.override('case.read', () => ({ ...makeView(1, [makeLine('one')]), hold: null, masked: true }))
    await calls.reload()
    const shown = await screen()
    expect(shown).not.toContain('data-testid="message-text"')
    expect(shown).not.toContain('data-testid="copy-message"')
    expect(shown).toContain('请先领取此件')
  })
})

async function readCalls(caseId: string) {
  const answer = await desk.bridge.invoke('calls.read', { caseId })
  if (!answer.ok) {
    throw new Error(answer.error.code)
  }
  return answer.value
}
