import type { Notice } from '../../../shared/domain/notice'
import type { CaseView, Draft, PackOffer } from '../../../shared/ipc/models'
import type { DrawReason } from '../../../shared/protocol/apiModels'
import type { Case } from '../../../shared/protocol/case'
import type { CaseWait } from '../../../shared/protocol/caseWait'
import type { DecisionVerdict, ReturnReason } from '../../../shared/review/decision'
import type { Resubmission } from '../../../shared/review/resubmission'
import type { RevealReason } from '../../../shared/review/reveal'
import { may } from '../../../shared/review/rights'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import type { RequiredDocument } from '../../../shared/rules/requiredDocuments'
import type { StoredCase } from '../../data/dataOperations'
import { AppError } from '../appError'
import { isUnanswered } from '../serverAnswer'
import { answerProposal, type ProposalRequest } from './answerProposal'
import { decideFailure, drawFailure } from './caseFailures'
import { maskCaseView } from './maskCaseView'
import type { Reveals } from './reveals'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'
import type { Exclusive } from '../sync/exclusive'

interface Dependencies {
  readonly data: DataPort
  readonly server: ReviewServerPort
  readonly session: CurrentSession
  readonly now: () => string
  readonly newId: () => string
  readonly notify: NotifyDesk
  /** The case's checklist by the rule pack it is pinned to. */
  readonly checklistOf: (filingCase: Case, now: string) => readonly ChecklistLine[]
  /** The documents due for the case's round. */
  readonly requiredDocumentsOf: (filingCase: Case, now: string) => readonly RequiredDocument[]
  /** What the case's round takes over from the one before; null for a first round. */
  readonly resubmissionOf: (filingCase: Case, now: string) => Resubmission | null
  /** What the pack in force would change of the case; null when it is judged by that one. */
  readonly packOfferOf: (filingCase: Case, now: string) => PackOffer | null
  readonly workingMinutesLeft: (dueAt: string, now: string) => number
  /** Whom outside of the desk the case waits for. */
  readonly waitOf: (filingCase: Case, now: string) => CaseWait | null
  readonly holdsTurn: Exclusive
  readonly reveals: Reveals
  /** Something waits to be sent or fetched. */
  readonly nudgeSync: () => void
}

interface DecideRequest {
  readonly caseId: string
  readonly verdict: DecisionVerdict
  readonly reasons: readonly ReturnReason[]
  readonly internalNote: string
}

interface RevealRequest {
  readonly caseId: string
  readonly reason: RevealReason
  readonly note: string
}

export interface CaseWorkflow {
  drawNext(): Promise<{ readonly caseId: string; readonly reason: DrawReason }>
  draw(caseId: string): Promise<{ readonly caseId: string }>
  release(caseId: string): Promise<void>
  /** Personal data is masked unless the person holds the case or had it revealed. */
  read(caseId: string): Promise<CaseView>
  /** Shows the personal data of a case that the person does not hold; written down with the reason. */
  reveal(request: RevealRequest): Promise<void>
  saveDraft(caseId: string, draft: Draft): Promise<{ readonly savedAt: string }>
  decide(request: DecideRequest): Promise<{ readonly commandId: string }>
  /** Has the case judged by this pack, which must be the one that is offered. */
  adoptRulePack(caseId: string, version: string): Promise<{ readonly commandId: string }>
  answerProposal(request: ProposalRequest): Promise<{ readonly commandId: string }>
  recordNotice(request: {
    readonly caseId: string
    readonly notice: Notice
  }): Promise<{ readonly commandId: string }>
}

/** A reviewer's way with one case. Whatever can be done without the network is done without it. */
export function createCaseWorkflow(dependencies: Dependencies): CaseWorkflow {
  const { data, server, session, now, notify, holdsTurn, nudgeSync } = dependencies

  /** Asks the server for a case; `null` without a connection. */
  async function drawOnServer(caseId?: string): Promise<{ caseId: string; reason: DrawReason } | null> {
    const token = session.token()
    if (token === null) {
      return null
    }
    const drawn = await (caseId === undefined ? server.drawNext(token) : holdOnServer(token, caseId))
    if (!drawn.ok) {
      return isUnanswered(drawn.error) ? null : Promise.reject(drawFailure(drawn.error))
    }
    if (drawn.value === null) {
      throw new AppError('nothing-to-draw', 'No case waits')
    }
    const { hold, reason } = drawn.value
    const filingCase = await server.readCase(token, hold.caseId)
    if (!filingCase.ok) {
      return Promise.reject(drawFailure(filingCase.error))
    }
    await data.storeCase({ filingCase: filingCase.value, hold, now: now() })
    await data.rememberDraw({ caseId: hold.caseId, reason })
    return { caseId: hold.caseId, reason }
  }

  async function holdOnServer(token: string, caseId: string) {
    const held = await server.hold(token, caseId)
    return held.ok ? { ok: true as const, value: { hold: held.value, reason: 'due-first' as const } } : held
  }

  async function drawReservedHere(caseId?: string): Promise<{ caseId: string; reason: DrawReason } | null> {
    const drawn = await data.drawReserved({ ...(caseId === undefined ? {} : { caseId }), now: now() })
    return drawn.ok ? drawn.value : null
  }

  function announceDraw(caseId: string): void {
    notify('queue-changed', {})
    notify('case-changed', { caseId })
    nudgeSync()
  }

  async function requireStored(caseId: string): Promise<StoredCase> {
    const stored = await data.readCase(caseId)
    if (!stored) {
      throw new AppError('not-held', 'The case is not on this workstation')
    }
    return stored
  }

  async function releaseOnServer(caseId: string, holdToken: number): Promise<void> {
    const token = session.token()
    const released = token === null ? null : await server.release(token, caseId, holdToken)
    if (!released?.ok) {
      throw new AppError('offline', 'The server decides about holds', { retryable: true })
    }
    await data.dropCase(caseId)
  }

  /** A supervisor may read any case; it stays here only until it is left. */
  async function fetchForReading(caseId: string): Promise<StoredCase> {
    const token = session.token()
    if (!may(session.requireUser().role, 'read-any-case') || token === null) {
      throw new AppError('not-held', 'The case is not on this workstation')
    }
    const fetched = await server.readCase(token, caseId)
    if (!fetched.ok) {
      throw drawFailure(fetched.error)
    }
    await data.storeCase({ filingCase: fetched.value, hold: null, now: now() })
    nudgeSync()
    return requireStored(caseId)
  }

  return {
    async drawNext() {
      session.requireRight('draw')
      const drawn = (await drawReservedHere()) ?? (await holdsTurn(() => drawOnServer()))
      if (!drawn) {
        throw new AppError('nothing-to-draw', 'No reserved case is left', { retryable: true })
      }
      announceDraw(drawn.caseId)
      return drawn
    },
    async draw(caseId) {
      session.requireRight('draw')
      const drawn = (await drawReservedHere(caseId)) ?? (await holdsTurn(() => drawOnServer(caseId)))
      if (!drawn) {
        throw new AppError('offline', 'The case is not reserved here', { retryable: true })
      }
      announceDraw(caseId)
      return { caseId }
    },
    async release(caseId) {
      session.requireUser()
      const { hold, outbox } = await requireStored(caseId)
      if (!hold || outbox.some((item) => item.state !== 'applied')) {
        throw new AppError('not-held', 'Nothing to release')
      }
      await holdsTurn(() => releaseOnServer(caseId, hold.token))
      announceDraw(caseId)
    },
    async read(caseId) {
      session.requireUser()
      const stored = (await data.readCase(caseId)) ?? (await fetchForReading(caseId))
      const { filingCase, ...rest } = stored
      const wait = dependencies.waitOf(filingCase, now())
      const view: CaseView = {
        ...rest,
        ...(wait === null ? {} : { wait }),
        case: filingCase,
        findings: [...rest.findings],
        outbox: [...rest.outbox],
        documentStates: { ...rest.documentStates },
        readings: Object.fromEntries(
          Object.entries(rest.readings).map(([id, fields]) => [id, fields === null ? null : [...fields]]),
        ),
        resubmission: dependencies.resubmissionOf(filingCase, now()),
        checklist: [...dependencies.checklistOf(filingCase, now())],
        requiredDocuments: [...dependencies.requiredDocumentsOf(filingCase, now())],
        packOffer: rest.hold?.kind === 'hold' ? dependencies.packOfferOf(filingCase, now()) : null,
        workingMinutesLeft: dependencies.workingMinutesLeft(filingCase.dueAt, now()),
      }
      const isOpen = rest.hold?.kind === 'hold' || dependencies.reveals.has(caseId)
      return isOpen ? view : maskCaseView(view)
    },
    async reveal(request) {
      session.requireUser()
      await requireStored(request.caseId)
      const recorded = await data.recordReveal({ ...request, now: now() })
      if (!recorded.ok) {
        throw new AppError('not-held', 'The case left this workstation')
      }
      dependencies.reveals.add(request.caseId)
      notify('case-changed', { caseId: request.caseId })
      nudgeSync()
    },
    async saveDraft(caseId, draft) {
      session.requireUser()
      await requireStored(caseId)
      const savedAt = now()
      await data.saveDraft({ caseId, draft, now: savedAt })
      return { savedAt }
    },
    async decide(request) {
      session.requireRight('decide')
      const { filingCase } = await requireStored(request.caseId)
      const decided = await data.decide({
        ...request,
        commandId: dependencies.newId(),
        lines: dependencies.checklistOf(filingCase, now()),
        carried: dependencies.resubmissionOf(filingCase, now())?.carried ?? [],
        now: now(),
      })
      if (!decided.ok) {
        throw decideFailure(decided.error)
      }
      notify('queue-changed', {})
      notify('case-changed', { caseId: request.caseId })
      notify('sync-changed', {})
      nudgeSync()
      return decided.value
    },
    async adoptRulePack(caseId, version) {
      session.requireRight('adopt-rule-pack')
      const { filingCase } = await requireStored(caseId)
      if (dependencies.packOfferOf(filingCase, now())?.version !== version) {
        throw new AppError('rule-pack-conflict', 'That pack is not offered for this case')
      }
      const lines = dependencies.checklistOf({ ...filingCase, rulePack: version }, now())
      const adopted = await data.adoptRulePack({
        commandId: dependencies.newId(),
        caseId,
        rulePack: version,
        lineIds: lines.map(({ id }) => id),
        now: now(),
      })
      if (!adopted.ok) {
        throw new AppError(adopted.error, 'The pack cannot be adopted now')
      }
      notify('case-changed', { caseId })
      notify('sync-changed', {})
      nudgeSync()
      return adopted.value
    },
    answerProposal: (request) => answerProposal(dependencies, request),
    async recordNotice(request) {
      session.requireRight('record-notice')
      const recorded = await data.recordNotice({ ...request, commandId: dependencies.newId(), now: now() })
      if (!recorded.ok) {
        throw new AppError(recorded.error, 'The notice cannot be recorded')
      }
      notify('case-changed', { caseId: request.caseId })
      notify('queue-changed', {})
      notify('sync-changed', {})
      nudgeSync()
      return recorded.value
    },
  }
}
