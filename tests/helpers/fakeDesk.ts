import type { DeskBridge } from '../../shared/ipc/channels'
import type { CallName, EventName, EventOf, ParsedRequestOf, ReplyOf } from '../../shared/ipc/contract'
import type { CaseView, ExportedPackage, QueueItem, Session, Settings } from '../../shared/ipc/models'
import type { Failure, OutboxItem } from '../../shared/ipc/result'
import type { ReuseView } from '../../shared/ipc/reuse'
import type { User } from '../../shared/protocol/api'
import { gateProblems } from '../../shared/review/decisionGate'
import { facetsOf, matchesFilter } from './fakeQueueFilter'
import { createFakeRules } from './fakeRulePacks'

type Answers = { [N in CallName]: (request: ParsedRequestOf<N>) => ReplyOf<N> }

/** What the fake shell starts with. Cases without a view can be listed but not opened. */
export interface FakeDeskInput {
  readonly user: User
  readonly password: string
  readonly items: readonly QueueItem[]
  readonly views: readonly CaseView[]
  readonly signedIn: boolean
  readonly settings?: Partial<Settings>
  /** What the reuse search answers of every case. */
  readonly reuse?: ReuseView
  readonly now: () => Date
}

export interface FakeDesk {
  readonly bridge: DeskBridge
  /** Names of the calls so far, in order. */
  readonly calls: CallName[]
  readonly emit: <N extends EventName>(name: N, event: EventOf<N>) => void
  /** Makes the next call of this name fail. */
  readonly failNext: (name: CallName, failure: Failure) => void
  /** Replaces the answer of a call. */
  readonly override: <N extends CallName>(name: N, handler: Answers[N]) => void
  readonly setConnection: (state: 'connecting' | 'online' | 'offline') => void
  readonly viewOf: (caseId: string) => CaseView | undefined
}

class Refusal extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

export function refuse(code: Failure['code'], retryable = false): never {
  throw new Refusal({ code, message: code, retryable })
}

/** A workstation's shell in memory, as faithful as screens can tell: for tests of stores and for looking at screens. */
export function createFakeDesk(input: FakeDeskInput): FakeDesk {
  const items = new Map(input.items.map((item) => [item.id, item]))
  const views = new Map(input.views.map((view) => [view.case.id, view]))
  const packages: ExportedPackage[] = []
  const outbox: OutboxItem[] = []
  const listeners = new Map<EventName, Set<(event: never) => void>>()
  const failures = new Map<CallName, Failure>()
  const calls: CallName[] = []
  const serverUrl = 'https://review.example'
  let settings: Settings = { language: 'zh', theme: 'light', density: 'dense', ...input.settings }
  let session: Session = input.signedIn
    ? { state: 'signed-in', serverUrl, user: input.user }
    : { state: 'signed-out', serverUrl, lastUsername: null }
  let connection: 'connecting' | 'online' | 'offline' = 'online'
  let since = input.now().toISOString()
  let counter = 0

  function id(): string {
    counter += 1
    return `0199c000-0000-7000-8000-${String(counter).padStart(12, '0')}`
  }

  function emit<N extends EventName>(name: N, event: EventOf<N>): void {
    for (const listener of listeners.get(name) ?? []) {
      listener(event as never)
    }
  }

  function viewOrRefuse(caseId: string): CaseView {
    return views.get(caseId) ?? refuse('not-held')
  }

  function itemOrRefuse(caseId: string): QueueItem {
    return items.get(caseId) ?? refuse('not-found')
  }

  function take(item: QueueItem): void {
    const now = input.now()
    const expiresAt = new Date(now.getTime() + 4 * 3600_000).toISOString()
    const { id: userId, displayName } = input.user
    const holder = { userId, displayName, kind: 'hold' as const, since: now.toISOString(), expiresAt }
    items.set(item.id, { ...item, holder, isLocal: true })
    const view = views.get(item.id)
    if (view !== undefined) {
      const hold = { caseId: item.id, token: 7, kind: 'hold' as const, since: holder.since, expiresAt }
      views.set(item.id, { ...view, hold, drawReason: 'due-first' })
    }
  }

  function freeItems(): readonly QueueItem[] {
    return [...items.values()]
      .filter((item) => matchesFilter(item, { view: 'open' }, input.user.id))
      .filter((item) => item.holder === null && item.unsent === null)
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
  }

  function queue(item: Omit<OutboxItem, 'id' | 'state' | 'recordedAt' | 'attempts' | 'refusal'>): string {
    const commandId = id()
    outbox.push({
      ...item,
      id: commandId,
      state: 'queued',
      recordedAt: input.now().toISOString(),
      attempts: 0,
      refusal: null,
    })
    emit('sync-changed', {})
    return commandId
  }

  const handlers: Answers = {
    'session.read': () => session,
    'session.signIn': ({ username, password }) => {
      if (connection === 'offline') {
        refuse('offline-sign-in-impossible')
      }
      if (username !== input.user.username || password !== input.password) {
        refuse('wrong-credentials')
      }
      session = { state: 'signed-in', serverUrl, user: input.user }
      return session
    },
    'session.signOut': () => {
      session = { state: 'signed-out', serverUrl, lastUsername: input.user.username }
      return session
    },
    'settings.read': () => settings,
    'settings.change': (change) => {
      settings = { ...settings, ...(change as Partial<Settings>) }
      return settings
    },
    'queue.list': ({ filter, sort, descending, offset, limit }) => {
      const key = { due: 'dueAt', submitted: 'submittedAt', order: 'orderNumber' } as const
      const found = [...items.values()]
        .filter((item) => matchesFilter(item, filter, input.user.id))
        .sort((a, b) => a[key[sort]].localeCompare(b[key[sort]]) * (descending ? -1 : 1))
      return { total: found.length, items: found.slice(offset, offset + limit) }
    },
    'queue.facets': () => facetsOf([...items.values()], input.user.id),
    'queue.item': ({ caseId }) => itemOrRefuse(caseId),
    'case.drawNext': () => {
      const next = freeItems().find((item) => views.has(item.id)) ?? refuse('nothing-to-draw')
      take(next)
      emit('queue-changed', {})
      return { caseId: next.id, reason: next.workingMinutesLeft < 0 ? 'most-overdue' : 'due-first' }
    },
    'case.draw': ({ caseId }) => {
      take(itemOrRefuse(caseId))
      emit('queue-changed', {})
      return { caseId }
    },
    'case.release': ({ caseId }) => {
      items.set(caseId, { ...itemOrRefuse(caseId), holder: null, isLocal: false })
      emit('queue-changed', {})
      return {}
    },
    'case.read': ({ caseId }) => ({
      ...viewOrRefuse(caseId),
      outbox: outbox.filter((item) => item.caseId === caseId),
    }),
    'case.saveDraft': ({ caseId, draft }) => {
      views.set(caseId, { ...viewOrRefuse(caseId), draft })
      return { savedAt: input.now().toISOString() }
    },
    'case.decide': ({ caseId, verdict, reasons, internalNote }) => {
      const view = viewOrRefuse(caseId)
      const own = new Set(view.draft.answers.map(({ lineId }) => lineId))
      const carried = view.resubmission?.carried.filter(({ lineId }) => !own.has(lineId)) ?? []
      const answers = [...view.draft.answers, ...carried]
      const problems = gateProblems(view.checklist, { verdict, answers, reasons, internalNote })
      if (problems.length > 0) {
        throw new Refusal({
          code: 'gate',
          message: 'gate',
          retryable: false,
          problems: problems.map(({ code, lineIds }) => ({ code, lineIds: [...lineIds] })),
        })
      }
      const commandId = queue({ caseId, orderNumber: view.case.orderNumber, kind: 'decide', verdict })
      items.set(caseId, { ...itemOrRefuse(caseId), unsent: verdict })
      emit('case-changed', { caseId })
      emit('queue-changed', {})
      return { commandId }
    },
    'case.recordNotice': ({ caseId }) => {
      const { orderNumber } = itemOrRefuse(caseId)
      return { commandId: queue({ caseId, orderNumber, kind: 'record-notice', verdict: null }) }
    },
    'case.adoptRulePack': ({ caseId, version }) => {
      const view = viewOrRefuse(caseId)
      const gone = new Set(
        view.packOffer?.changes.filter(({ kind }) => kind === 'vanishes').map(({ lineId }) => lineId),
      )
      views.set(caseId, {
        ...view,
        case: { ...view.case, rulePack: version, version: view.case.version + 1 },
        checklist: view.checklist.filter(({ id: lineId }) => !gone.has(lineId)),
        draft: { ...view.draft, answers: view.draft.answers.filter(({ lineId }) => !gone.has(lineId)) },
        packOffer: null,
      })
      emit('case-changed', { caseId })
      return {
        commandId: queue({
          caseId,
          orderNumber: view.case.orderNumber,
          kind: 'adopt-rule-pack',
          verdict: null,
        }),
      }
    },
    'reuse.search': () =>
      connection === 'offline'
        ? { outcome: 'not-searched', reason: 'offline' }
        : (input.reuse ?? {
            outcome: 'searched',
            searchedAt: input.now().toISOString(),
            found: { pictures: [], values: [], coverage: { pictures: 0, compared: 0 } },
          }),
    'reuse.open': () => ({}),
    ...createFakeRules(input.user, input.now),
    'package.export': ({ caseId }) => {
      const item = itemOrRefuse(caseId)
      const made: ExportedPackage = {
        id: id(),
        caseId,
        orderNumber: item.orderNumber,
        caseVersion: item.version,
        fileName: `${item.orderNumber}-v${item.version}.zip`,
        folder: '/home/desk/packages',
        sha256: 'a1b2c3d4'.repeat(8),
        bytes: 1_843_200,
        exportedAt: input.now().toISOString(),
        exportedBy: input.user.displayName,
        submitted: false,
      }
      packages.unshift(made)
      emit('packages-changed', {})
      return made
    },
    'package.list': () => packages,
    'package.chooseFolder': () => ({ folder: '/home/desk/packages' }),
    'package.reveal': () => ({}),
    'package.recordSubmission': ({ packageId }) => {
      const at = packages.findIndex((made) => made.id === packageId)
      const made = packages[at] ?? refuse('not-found')
      packages[at] = { ...made, submitted: true }
      const { caseId, orderNumber } = made
      return { commandId: queue({ caseId, orderNumber, kind: 'record-submission', verdict: null }) }
    },
    'sync.status': () => ({
      connection,
      since,
      signInNeeded: false,
      lastSyncAt: input.now().toISOString(),
      queued: outbox.filter((item) => item.state === 'queued').length,
      refused: outbox.filter((item) => item.state === 'refused').length,
      holds: [...items.values()].filter((item) => item.holder?.userId === input.user.id).length,
      reservations: 2,
      documents: { stored: 41, total: 44 },
      examined: { done: 38, total: 44 },
      rulePack: '2026-11-21',
    }),
    'sync.now': () => ({}),
    'sync.outbox': () => outbox,
    'sync.settleRefused': ({ commandId }) => {
      const at = outbox.findIndex((item) => item.id === commandId)
      const [settled] = at < 0 ? [] : outbox.splice(at, 1)
      if (settled !== undefined) {
        items.set(settled.caseId, { ...itemOrRefuse(settled.caseId), unsent: null })
        emit('case-changed', { caseId: settled.caseId })
      }
      emit('sync-changed', {})
      return {}
    },
    'calendar.now': () => ({
      now: input.now().toISOString(),
      state: 'open',
      nextChangeAt: new Date(input.now().getTime() + 5_400_000).toISOString(),
      confirmed: true,
    }),
    'app.info': () => ({
      version: '0.1.0',
      runtime: 'preview',
      rulePack: '2026-11-21',
      exportFolder: '/home/desk/packages',
    }),
  }

  const bridge: DeskBridge = {
    async invoke(name, request) {
      calls.push(name)
      const failure = failures.get(name)
      if (failure !== undefined) {
        failures.delete(name)
        return { ok: false, error: failure }
      }
      try {
        const handler = handlers[name] as (request: unknown) => ReplyOf<typeof name>
        await Promise.resolve()
        return { ok: true, value: structuredClone(handler(structuredClone(request))) }
      } catch (error) {
        if (error instanceof Refusal) {
          return { ok: false, error: error.failure }
        }
        throw error
      }
    },
    on(name, listener) {
      const own = listeners.get(name) ?? new Set()
      listeners.set(name, own.add(listener))
      return () => own.delete(listener)
    },
  }

  return {
    bridge,
    calls,
    emit,
    failNext: (name, failure) => void failures.set(name, failure),
    override: (name, handler) => {
      Object.assign(handlers, { [name]: handler })
    },
    setConnection: (state) => {
      connection = state
      since = input.now().toISOString()
      emit('sync-changed', {})
    },
    viewOf: (caseId) => views.get(caseId),
  }
}
