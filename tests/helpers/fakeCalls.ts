import { fakeCallFigures } from './fakeCallFigures'
import { refuse } from './fakeRefusal'
import { chinaDate, chinaIso } from '../../shared/calendar/chinaTime'
import { createDeskCalendar } from '../../shared/calendar/deskCalendar'
import { callPlace, compareCalls } from '../../shared/calls/callList'
import { callPolicyOn } from '../../shared/calls/callPolicy'
import type { CallDraft, CallRecord } from '../../shared/calls/callRecord'
import { callStandOf } from '../../shared/calls/callStand'
import { contactsOf } from '../../shared/calls/contacts'
import { isLadderEnded, mayCall, type CallPermission } from '../../shared/calls/mayCall'
import { isSameNumber } from '../../shared/calls/sameNumber'
import type { CallName, ParsedRequestOf, ReplyOf } from '../../shared/ipc/contract'
import type { CallItem } from '../../shared/ipc/calls'
import type { CaseView, QueueItem } from '../../shared/ipc/models'
import { currentRound } from '../../shared/protocol/case'

type CallCalls = Extract<CallName, `calls.${string}`>
type Answers = { [N in CallCalls]: (request: ParsedRequestOf<N>) => ReplyOf<N> }

interface Surroundings {
  readonly userId: string
  readonly displayName: string
  readonly now: () => Date
  readonly items: () => readonly QueueItem[]
  readonly viewOf: (caseId: string) => CaseView | undefined
  /** Puts the command into the outbox; answers its id. */
  readonly queue: (caseId: string) => string
}

/** Calls of the fake shell: whom to call is worked out as the real one does, what is recorded stays in memory. */
export function createFakeCalls({ userId, displayName, now, items, viewOf, queue }: Surroundings): Answers {
  const calendar = createDeskCalendar()
  const drafts = new Map<string, { readonly draft: CallDraft; readonly savedAt: string }>()
  const made = new Map<string, Array<{ readonly id: string; readonly call: CallRecord }>>()
  const policy = () => callPolicyOn(chinaDate(now().getTime()))
  const standOf = (caseId: string) => callStandOf((made.get(caseId) ?? []).map(({ call }) => call))

  function itemOf({
    isLocal: _here,
    unsent: _unsent,
    workingMinutesLeft: _left,
    ...row
  }: QueueItem): CallItem[] {
    const calls = standOf(row.id) ?? row.calls ?? null
    const facts = {
      calls,
      isHeld: row.holder?.userId === userId && row.holder.kind === 'hold',
      notOk: viewOf(row.id)?.draft.answers.filter(({ verdict }) => verdict === 'not-ok').length ?? 0,
    }
    const { province, state, dueAt } = row
    const candidate = { ...facts, province, state, dueAt, smsDueAt: row.sms?.dueAt ?? null }
    const place = callPlace(candidate, policy(), calendar, now().getTime())
    return place === null
      ? []
      : [
          {
            row,
            ...facts,
            ...place,
            at: chinaIso(place.at),
            permission: described(place.permission),
            draftSavedAt: drafts.get(row.id)?.savedAt ?? null,
          },
        ]
  }

  return {
    'calls.figures': ({ whose, period }) => fakeCallFigures(whose, period, now()),
    'calls.list': () => ({
      items: items()
        .flatMap(itemOf)
        .sort((one, other) => compareCalls(placed(one), placed(other))),
    }),
    'calls.read': ({ caseId }) => {
      const view = viewOf(caseId)
      const draft = drafts.get(caseId) ?? null
      const row = items().find(({ id }) => id === caseId)
      const province =
        view?.case.province ?? (draft === null ? undefined : row?.province) ?? refuse('not-held')
      const stand = standOf(caseId)
      const target = { province, calls: stand }
      return {
        isReadable: view !== undefined,
        calls: (view === undefined ? [] : (made.get(caseId) ?? [])).map((kept) => ({
          ...kept,
          round: 1,
          by: displayName,
          isSent: false,
        })),
        stand,
        draft,
        permission: described(mayCall(target, policy(), calendar, now().getTime())),
        ladderEnd: isLadderEnded(stand, policy()) ? policy().ladder.end : null,
      }
    },
    'calls.saveDraft': ({ caseId, draft }) => {
      const savedAt = now().toISOString()
      drafts.set(caseId, { draft, savedAt })
      return { savedAt }
    },
    'calls.discardDraft': ({ caseId }) => {
      drafts.delete(caseId)
      return {}
    },
    'calls.record': ({ caseId, call }) => {
      const commandId = queue(caseId)
      made.set(caseId, [...(made.get(caseId) ?? []), { id: commandId, call }])
      drafts.delete(caseId)
      return { commandId }
    },
    'calls.dial': ({ caseId, contact }) => {
      const view = viewOf(caseId) ?? refuse('not-held')
      const found = contactsOf(currentRound(view.case).application).find(
        (known) => JSON.stringify(known.contact) === JSON.stringify(contact),
      )
      return { number: found?.number ?? refuse('not-found'), isHandedOver: false }
    },
    'calls.findCaller': ({ number }) => ({
      matches: items().flatMap(({ isLocal: _here, unsent: _unsent, workingMinutesLeft: _left, ...row }) => {
        const view = viewOf(row.id)
        return view === undefined
          ? []
          : contactsOf(currentRound(view.case).application)
              .filter((known) => isSameNumber(known.number, number))
              .map(({ contact }) => ({ row, contact }))
      }),
    }),
  }
}

function described(permission: CallPermission): CallItem['permission'] {
  return permission.may
    ? permission
    : { ...permission, nextAt: permission.nextAt === null ? null : chinaIso(permission.nextAt) }
}

function placed({ reason, at, isLater, warning, row }: CallItem): Parameters<typeof compareCalls>[0] {
  return {
    place: { reason, at: Date.parse(at), isLater, warning, permission: { may: true } },
    dueAt: row.dueAt,
  }
}
