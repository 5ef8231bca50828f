import { createFakeExports } from './fakeExports'
import { fakeAccounts } from './fakeAccounts'
import { createFakeCalendar } from './fakeCalendar'
import { createFakeCalls } from './fakeCalls'
import { createFakeCertificates } from './fakeCertificates'
import { createFakeDay } from './fakeDay'
import { fakeColleagues, fakeOnShift } from './fakeColleagues'
import { fakeSmsResults } from './fakeSmsResults'
import type { DeskBridge } from '../../shared/ipc/channels'
import type { CallName, EventName, EventOf, ParsedRequestOf, ReplyOf } from '../../shared/ipc/contract'
import type {
  CaseView,
  ExportedPackage,
  QueueItem,
  Session,
  Settings,
  SyncStatus,
} from '../../shared/ipc/models'
import type { Failure, OutboxItem } from '../../shared/ipc/result'
import type { ReuseView } from '../../shared/ipc/reuse'
import type { User } from '../../shared/protocol/apiModels'
import { returnedFiling } from '../../shared/protocol/returnedFiling'
import { gateProblems } from '../../shared/review/decisionGate'
import { returnProblems } from '../../shared/review/messages/returnGate'
import { takeOver } from '../../shared/review/lateDecision'
import { facetsOf, matchesFilter } from './fakeQueueFilter'
import { fakeAuditState, listFakeAudit } from './fakeAudit'
import { fakeFeedbackAnswers, fakeFeedbackFile } from './fakeFeedback'
import { fakeFigures } from './fakeFigures'
import { createFakeControls } from './fakeControls'
import { createFakeSampling } from './fakeSampling'
import { Refusal, refuse } from './fakeRefusal'
import { createFakeRules } from './fakeRulePacks'

type Answers = { [N in CallName]: (request: ParsedRequestOf<N>) => ReplyOf<N> }

/** What the fake shell starts with. Cases without a view can be listed but not opened. */
export interface FakeDeskInput {
  readonly user: User
  readonly password: string
  /** What the server makes of this desk's audit chain. */
  readonly auditProblem?: SyncStatus['auditProblem']
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

/** A workstation's shell in memory, as faithful as screens can tell: for tests of stores and for looking at screens. */
export function createFakeDesk(input: FakeDeskInput): FakeDesk {
  const items = new Map(input.items.map((item) => [item.id, item]))
  const views = new Map(input.views.map((view) => [view.case.id, view]))
  const fakeSampling = createFakeSampling()
  const fakeControls = createFakeControls()
  const packages: ExportedPackage[] = []
  const outbox: OutboxItem[] = []
  const listeners = new Map<EventName, Set<(event: never) => void>>()
  const failures = new Map<CallName, Failure>()
  const calls: CallName[] = []
  const serverUrl = 'https://review.example'
  let settings: Settings = {
    language: 'zh',
    theme: 'light',
    density: 'dense',
    lockAfterMinutes: 10,
    ...input.settings,
  }
  let session: Session = input.signedIn
    ? { state: 'signed-in', serverUrl, user: input.user, by: 'password' }
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
      session = { state: 'signed-in', serverUrl, user: input.user, by: 'password' }
      return session
    },
    'session.signOut': () => {
      session = { state: 'signed-out', serverUrl, lastUsername: input.user.username }
      return session
    },
    'session.lock': () => {
      const { username, displayName } = input.user
      session = { state: 'locked', serverUrl, username, displayName, by: 'password' }
      return session
    },
    'session.unlock': ({ password }) => {
      session =
        password === input.password
          ? { state: 'signed-in', serverUrl, user: input.user, by: 'password' }
          : refuse('wrong-credentials')
      return session
    },
    'session.ways': () => ({ answered: connection !== 'offline', company: true }),
    'session.signInByCompany': () => {
      const { username, displayName } = input.user
      session = { state: 'passphrase-due', serverUrl, username, displayName, isFirst: true }
      return session
    },
    'session.openByPassphrase': () => {
      session = { state: 'signed-in', serverUrl, user: input.user, by: 'company' }
      return session
    },
    'session.beginEnrolment': ({ username }) => {
      session = { state: 'enrolling', serverUrl, username, fingerprint: '7KQ2-M0XV-93TD-ZB4A-R5WN' }
      return session
    },
    'session.saveEnrolmentRequest': () => ({ fileName: 'beian-desk-enrolment-2026-11-22.json' }),
    'session.takeEnrolmentReply': ({ fingerprint }) => {
      if (!fingerprint.startsWith('0')) {
        return { outcome: 'refused', problem: 'other-server' }
      }
      const { username, displayName } = input.user
      session = { state: 'locked', serverUrl, username, displayName, by: 'file' }
      return { outcome: 'enrolled' }
    },
    'session.giveUpEnrolment': () => {
      session = { state: 'signed-out', serverUrl, lastUsername: input.user.username }
      return session
    },
    'session.changePassword': ({ password }) =>
      password === input.password ? {} : refuse('wrong-credentials'),
    'accounts.list': () => fakeAccounts,
    'accounts.manage': (act) => {
      const known = fakeAccounts.accounts.find(
        ({ id: other }) => 'accountId' in act && other === act.accountId,
      )
      const isNew = act.act === 'open' || act.act === 'reset-password'
      return {
        account: known ?? fakeAccounts.accounts[0] ?? refuse('not-found'),
        oneTimePassword: isNew ? 'k7mf-2w9q-0xbt-4hra' : null,
      }
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
    'case.breakHold': ({ caseId, holderId }) => {
      const item = itemOrRefuse(caseId)
      items.set(
        caseId,
        item.holder?.userId === holderId ? { ...item, holder: null } : refuse('held-by-other'),
      )
      emit('queue-changed', {})
      return {}
    },
    'case.handOver': ({ caseId, toId }) => {
      const item = itemOrRefuse(caseId)
      const since = input.now().toISOString()
      const { displayName } = fakeColleagues.find(({ id: known }) => known === toId) ?? refuse('not-found')
      const holder = { userId: toId, displayName, kind: 'hold' as const, since, expiresAt: since }
      items.set(caseId, { ...item, holder, isLocal: false })
      emit('queue-changed', {})
      return {}
    },
    'team.onShift': () => fakeOnShift([...items.values()]),
    'team.colleagues': () => ({ colleagues: [...fakeColleagues] }),
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
    'case.decide': ({ caseId, verdict, reasons, message, internalNote }) => {
      const view = viewOrRefuse(caseId)
      const own = new Set(view.draft.answers.map(({ lineId }) => lineId))
      const carried = view.resubmission?.carried.filter(({ lineId }) => !own.has(lineId)) ?? []
      const answers = [...view.draft.answers, ...carried]
      const told = { verdict, answers, reasons, message, internalNote }
      const problems = [
        ...gateProblems(view.checklist, told),
        ...returnProblems(returnedFiling(view.case), told),
      ]
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
    ...createFakeCertificates(input.now, (caseId) => itemOrRefuse(caseId).orderNumber),
    ...fakeSmsResults,
    'case.recordNotice': ({ caseId }) => {
      const { orderNumber } = itemOrRefuse(caseId)
      return { commandId: queue({ caseId, orderNumber, kind: 'record-notice', verdict: null }) }
    },
    'case.answerProposal': ({ caseId, proposalId, answer }) => {
      const view = viewOrRefuse(caseId)
      const proposal = view.case.proposals?.find((late) => late.id === proposalId) ?? refuse('not-found')
      const { case: filingCase, draft } = view
      const next = answer === 'taken-over' ? takeOver(proposal, filingCase.version, draft) : draft
      const item = { caseId, orderNumber: filingCase.orderNumber, verdict: null }
      const commandId = queue({ ...item, kind: 'answer-proposal' })
      views.set(caseId, { ...view, draft: next, outbox: outbox.filter((own) => own.id === commandId) })
      emit('case-changed', { caseId })
      return { commandId }
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
    'case.reveal': ({ caseId }) => {
      const { masked: _, ...view } = viewOrRefuse(caseId)
      views.set(caseId, view)
      emit('case-changed', { caseId })
      return {}
    },
    'clipboard.copy': () => ({}),
    'feedback.readFile': () => fakeFeedbackFile(input.now()),
    'feedback.apply': ({ filings }) => ({
      answers: fakeFeedbackAnswers(filings.length),
    }),
    'figures.read': ({ period }) => fakeFigures(period, input.now()),
    'figures.saveProposals': () => ({ fileName: 'rule-proposals.json' }),
    'table.save': ({ name }) => ({ fileName: `${name}.csv` }),
    'audit.list': (request) => listFakeAudit(request),
    'audit.state': () => fakeAuditState(),
    'sampling.read': ({ planId }) => fakeSampling.read(planId),
    'sampling.start': ({ terms }) => fakeSampling.start(terms),
    'sampling.saveRegister': () => ({ fileName: 'sampling-register.json' }),
    'sampling.redraw': () => ({ passes: 214, problems: 0, first: null }),
    'controls.read': () => fakeControls.read(),
    'controls.plan': (terms) => fakeControls.plan(terms),
    'controls.stock': () => fakeControls.stock(),
    'controls.end': ({ controlId }) => fakeControls.end(controlId),
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
    ...createFakeCalls({
      userId: input.user.id,
      displayName: input.user.displayName,
      now: input.now,
      items: () => [...items.values()],
      viewOf: (caseId) => views.get(caseId),
      queue: (caseId) => {
        const { orderNumber } = itemOrRefuse(caseId)
        return queue({ caseId, orderNumber, kind: 'record-call', verdict: null })
      },
    }),
    ...createFakeDay({
      userId: input.user.id,
      now: input.now,
      items: () => [...items.values()],
      viewOf: (caseId) => views.get(caseId),
      queue: (caseId) => {
        const { orderNumber } = itemOrRefuse(caseId)
        queue({ caseId, orderNumber, kind: 'leave-note', verdict: null })
      },
    }),
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
    ...createFakeExports(input),
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
      isResyncing: false,
      deletionStops: [],
      auditProblem: input.auditProblem ?? null,
      rulePack: '2026-11-21',
    }),
    'sync.now': () => ({}),
    'sync.outbox': () => outbox,
    'sync.resync': () => ({}),
    'sync.repair': () => ({ rows: items.size, documentsAgain: 0 }),
    'sync.allowDeletion': () => ({}),
    'sync.saveDiagnostics': () => ({ fileName: 'beian-desk-20261122.json' }),
    'sync.carryState': () => ({
      deviceId: '7b0f6a52-3c1e-4d7a-9f54-0d6a1c2e3b48',
      isReady: true,
      given: { at: '2026-11-20T17:40:00+08:00', commands: 6 },
      taken: { at: '2026-11-20T08:55:00+08:00', until: '2026-11-23T08:50:00+08:00' },
    }),
    'sync.carryOut': () => ({ fileName: 'beian-desk-20261122.carry', commands: 6 }),
    'sync.carryIn': () => ({
      outcome: 'taken' as const,
      cases: 5,
      documents: 41,
      answers: 6,
      until: '2026-11-26T08:50:00+08:00',
    }),
    'sync.refusedWork': ({ commandId }) => {
      const { caseId, verdict } = outbox.find((item) => item.id === commandId) ?? refuse('not-found')
      const { version, round, state, holder } = itemOrRefuse(caseId)
      return {
        said: verdict === null ? null : { verdict, reasons: [], internalNote: '', answered: 12, notOk: 1 },
        seen: { version, round },
        now: { version, round, state, holder: holder?.displayName ?? null, isHeldHere: false },
      }
    },
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
    ...createFakeCalendar(input.now),
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
