import { chinaDate, chinaIso } from '../../../shared/calendar/chinaTime'
import type { WorkingCalendar } from '../../../shared/calendar/workingCalendar'
import { callPlace, compareCalls } from '../../../shared/calls/callList'
import { callPolicyOn } from '../../../shared/calls/callPolicy'
import type { CallContact, CallDraft, CallRecord } from '../../../shared/calls/callRecord'
import { contactsOf } from '../../../shared/calls/contacts'
import { dialAddress, type DialScheme } from '../../../shared/calls/dialAddress'
import { isLadderEnded, mayCall, type CallPermission } from '../../../shared/calls/mayCall'
import type { CallDesk, CallerMatch, CallItem, KeptCall } from '../../../shared/ipc/calls'
import { currentRound } from '../../../shared/protocol/case'
import { may } from '../../../shared/review/rights'
import type { StoredCandidate, StoredCase } from '../../data/dataOperations'
import { AppError } from '../appError'
import { textMask } from '../cases/maskCaseView'
import type { Reveals } from '../cases/reveals'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { DesktopPort } from '../ports/desktopPort'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly data: DataPort
  readonly session: CurrentSession
  readonly desktop: Pick<DesktopPort, 'dial'>
  readonly calendar: WorkingCalendar
  readonly reveals: Pick<Reveals, 'has'>
  readonly now: () => string
  readonly newId: () => string
  readonly notify: NotifyDesk
  readonly nudgeSync: () => void
}

interface DialRequest {
  readonly caseId: string
  readonly contact: CallContact
  readonly scheme: DialScheme
}

export interface CallWorkflow {
  /** Whom to call, in order; what comes later at the end. */
  list(): Promise<{ readonly items: CallItem[] }>
  /**
   * What people wrote is masked as the case itself is. Of a case that is not to be read (any more) there is only the
   * call that is half written down, so that it can be recorded or discarded.
   */
  read(caseId: string): Promise<CallDesk>
  saveDraft(caseId: string, draft: CallDraft): Promise<{ readonly savedAt: string }>
  discardDraft(caseId: string): Promise<void>
  record(caseId: string, call: CallRecord): Promise<{ readonly commandId: string }>
  /** Writes down that the number is dialled, hands it to the softphone, and answers it. */
  dial(request: DialRequest): Promise<{ readonly number: string; readonly isHandedOver: boolean }>
  /** Cases on this desk in which a caller's number stands. */
  findCaller(number: string): Promise<{ readonly matches: CallerMatch[] }>
}

/** Telephone calls with applicants. Nothing of it needs the network. */
export function createCallWorkflow(dependencies: Dependencies): CallWorkflow {
  const { data, session, calendar, now, notify, nudgeSync } = dependencies

  const policyAt = (at: number) => callPolicyOn(chinaDate(at))

  function itemOf(candidate: StoredCandidate, at: number): readonly CallItem[] {
    const { row, ...rest } = candidate
    const { province, state, dueAt } = row
    const place = callPlace(
      { ...rest, province, state, dueAt, smsDueAt: row.sms?.dueAt ?? null },
      policyAt(at),
      calendar,
      at,
    )
    // What is half written down is never lost from sight, whatever else there is a reason for.
    const shown = place ?? (rest.draftSavedAt === null ? null : writtenDown(rest.draftSavedAt))
    return shown === null
      ? []
      : [
          {
            row,
            ...rest,
            reason: shown.reason,
            at: chinaIso(shown.at),
            isLater: shown.isLater,
            permission: described(shown.permission),
            warning: shown.warning,
          },
        ]
  }

  /** Personal data of a case is for whoever holds it, and for who may read any. */
  async function findReadable(caseId: string): Promise<StoredCase | null> {
    const { role } = session.requireRight('call')
    const stored = await data.readCase(caseId)
    return stored?.hold?.kind === 'hold' || may(role, 'read-any-case') ? stored : null
  }

  async function provinceOf(caseId: string): Promise<string> {
    const row = await data.queueItem({ caseId, now: now() })
    if (row === null) {
      throw new AppError('not-held', 'The case left this workstation')
    }
    return row.province
  }

  /** By the condition that masks the case itself. */
  function shownCalls({ filingCase, hold, readings }: StoredCase, calls: readonly KeptCall[]): KeptCall[] {
    if (hold?.kind === 'hold' || dependencies.reveals.has(filingCase.id)) {
      return [...calls]
    }
    const masked = textMask({ case: filingCase, readings })
    return calls.map((kept) => {
      const { note, promise } = kept.call
      const said = promise === null ? null : { ...promise, what: masked(promise.what) }
      return { ...kept, call: { ...kept.call, note: masked(note), promise: said } }
    })
  }

  return {
    async list() {
      session.requireRight('call')
      const at = Date.parse(now())
      const items = (await data.callCandidates()).flatMap((candidate) => itemOf(candidate, at))
      return {
        items: items.toSorted((one, other) => compareCalls(placed(one), placed(other))),
      }
    },
    async read(caseId) {
      const stored = await findReadable(caseId)
      const kept = await data.callsOf(caseId)
      if (kept === null || (stored === null && kept.draft === null)) {
        throw new AppError('not-held', 'The case is not held here')
      }
      const province = stored?.filingCase.province ?? (await provinceOf(caseId))
      const at = Date.parse(now())
      const policy = policyAt(at)
      const { calls, stand, draft } = kept
      return {
        isReadable: stored !== null,
        calls: stored === null ? [] : shownCalls(stored, calls),
        stand,
        draft,
        permission: described(mayCall({ province, calls: stand }, policy, calendar, at)),
        ladderEnd: isLadderEnded(stand, policy) ? policy.ladder.end : null,
      }
    },
    async saveDraft(caseId, draft) {
      session.requireRight('call')
      const savedAt = now()
      await data.saveCallDraft({ caseId, draft, now: savedAt })
      return { savedAt }
    },
    async discardDraft(caseId) {
      session.requireRight('call')
      await data.discardCallDraft(caseId)
      notify('case-changed', { caseId })
    },
    async record(caseId, call) {
      session.requireRight('call')
      const recorded = await data.recordCall({ commandId: dependencies.newId(), caseId, call, now: now() })
      if (!recorded.ok) {
        throw new AppError('not-found', 'The case is not known here')
      }
      notify('case-changed', { caseId })
      notify('queue-changed', {})
      notify('sync-changed', {})
      nudgeSync()
      return recorded.value
    },
    async dial({ caseId, contact, scheme }) {
      const stored = await findReadable(caseId)
      if (stored === null) {
        throw new AppError('not-held', 'The case is not held here')
      }
      const { application } = currentRound(stored.filingCase)
      const found = contactsOf(application).find((known) => isSameContact(known.contact, contact))
      if (found === undefined) {
        throw new AppError('not-found', 'The filing has no such number')
      }
      await data.noteDialled({ caseId, contact, now: now() })
      const address = dialAddress(found.number, scheme)
      const isHandedOver = address !== null && (await dependencies.desktop.dial(address))
      return { number: found.number, isHandedOver }
    },
    async findCaller(number) {
      session.requireRight('call')
      const found = await data.findCaller(number)
      const candidates = await Promise.all(
        found.map(async ({ caseId, contact }): Promise<readonly CallerMatch[]> => {
          const item = await data.queueItem({ caseId, now: now() })
          if (item === null) {
            return []
          }
          const { isLocal: _here, unsent: _unsent, workingMinutesLeft: _left, ...row } = item
          return [{ row, contact }]
        }),
      )
      return { matches: candidates.flat() }
    },
  }
}

function writtenDown(savedAt: string): NonNullable<ReturnType<typeof callPlace>> {
  const at = Date.parse(savedAt)
  return { reason: 'written-down', at, isLater: false, permission: { may: true }, warning: 0 }
}

function described(permission: CallPermission): CallItem['permission'] {
  return permission.may
    ? permission
    : { ...permission, nextAt: permission.nextAt === null ? null : chinaIso(permission.nextAt) }
}

function placed(item: CallItem): Parameters<typeof compareCalls>[0] {
  const { reason, at, isLater, warning, row } = item
  return {
    place: { reason, at: Date.parse(at), isLater, warning, permission: { may: true } },
    dueAt: row.dueAt,
  }
}

function isSameContact(one: CallContact, other: CallContact): boolean {
  return one.subject === other.subject && one.serviceId === other.serviceId && one.line === other.line
}
