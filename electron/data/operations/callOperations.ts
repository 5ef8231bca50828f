import type { CallRecord, CallStand } from '../../../shared/calls/callRecord'
import { callStandOf } from '../../../shared/calls/callStand'
import { contactsOf } from '../../../shared/calls/contacts'
import { isSameNumber } from '../../../shared/calls/sameNumber'
import type { KeptCall } from '../../../shared/ipc/calls'
import { currentRound, type Case } from '../../../shared/protocol/case'
import { recordCallCommandSchema } from '../../../shared/protocol/commands'
import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { DataOperations, StoredCandidate } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'

type CallOperations = Pick<
  DataOperations,
  | 'callCandidates'
  | 'callsOf'
  | 'saveCallDraft'
  | 'discardCallDraft'
  | 'recordCall'
  | 'noteDialled'
  | 'findCaller'
>

/** Telephone calls on this desk: what is written down, what was recorded, and whom there may be a reason to call. */
export function createCallOperations(context: DataContext): CallOperations {
  const { db, queries } = context

  /** What the server has, and behind it what waits to be sent. */
  function keptCalls(filingCase: Case): readonly KeptCall[] {
    const known = (filingCase.calls ?? []).map(({ id, round, call, by }) => ({
      id,
      round,
      call,
      by: by.displayName,
      isSent: true,
    }))
    const { displayName } = signedIn(context).user
    const waiting = queries.outbox
      .ofCase(filingCase.id)
      .flatMap(({ command }): KeptCall[] =>
        command?.kind === 'record-call' && !known.some(({ id }) => id === command.id)
          ? [{ id: command.id, round: command.round, call: command.call, by: displayName, isSent: false }]
          : [],
      )
    return [...known, ...waiting]
  }

  /** A blind case is without the first decider's calls; the applicant was called all the same, as the queue says. */
  function standOf(filingCase: Case): CallStand | null {
    const { round } = currentRound(filingCase)
    const calls = keptCalls(filingCase).filter((kept) => kept.round === round)
    const known = callStandOf(inOrder(calls.map(({ call }) => call)))
    const told = filingCase.blind === true ? (queries.queueRows.find(filingCase.id)?.row.calls ?? null) : null
    const isTold = told !== null && (known === null || Date.parse(told.lastAt) >= Date.parse(known.lastAt))
    return isTold ? told : known
  }

  function candidate(caseId: string): readonly StoredCandidate[] {
    const row = queries.queueRows.find(caseId)?.row
    if (row === undefined) {
      return []
    }
    const filingCase = queries.cases.find(caseId)
    const draft = filingCase === null ? null : queries.drafts.find(caseId, row.round)
    return [
      {
        row,
        calls: filingCase === null ? (row.calls ?? null) : standOf(filingCase),
        isHeld: queries.holds.find(caseId)?.hold.kind === 'hold',
        notOk: draft?.draft.answers.filter(({ verdict }) => verdict === 'not-ok').length ?? 0,
        draftSavedAt: queries.calls.draftOf(caseId)?.savedAt ?? null,
      },
    ]
  }

  /** The round that a call is about, and the hold that it was made under, also when that is gone by now. */
  function placeOf(caseId: string): { readonly round: number; readonly holdToken: number | null } | null {
    const draft = queries.calls.draftOf(caseId)
    const row = queries.queueRows.find(caseId)?.row
    const round = draft?.round ?? row?.round
    const holdToken = queries.holds.find(caseId)?.hold.token ?? draft?.holdToken ?? null
    return round === undefined ? null : { round, holdToken }
  }

  return {
    callCandidates: () => queries.calls.candidates().flatMap(candidate),
    callsOf(caseId) {
      const filingCase = queries.cases.find(caseId)
      const kept = queries.calls.draftOf(caseId)
      const draft = kept === null ? null : { draft: kept.draft, savedAt: kept.savedAt }
      if (filingCase !== null) {
        return { calls: keptCalls(filingCase), stand: standOf(filingCase), draft }
      }
      return draft === null
        ? null
        : { calls: [], stand: queries.queueRows.find(caseId)?.row.calls ?? null, draft }
    },
    saveCallDraft: ({ caseId, draft, now }) =>
      inTransaction(db, () => {
        const place = placeOf(caseId)
        if (place === null) {
          throw new Error('A call about a case that is not known here')
        }
        queries.calls.writeDraft(caseId, { ...place, draft, savedAt: now })
      }),
    discardCallDraft: (caseId) => inTransaction(db, () => queries.calls.removeDraft(caseId)),
    recordCall: ({ commandId, caseId, call, now }) =>
      inTransaction(db, () => {
        const row = queries.queueRows.find(caseId)?.row
        const place = placeOf(caseId)
        if (row === undefined || place === null) {
          return refusal('not-found')
        }
        const command = recordCallCommandSchema.parse({
          id: commandId,
          caseId,
          expectedVersion: row.version,
          recordedAt: now,
          kind: 'record-call',
          ...place,
          call,
        })
        queries.outbox.add(command, { round: place.round, orderNumber: row.orderNumber })
        queries.calls.removeDraft(caseId)
        queries.audit.append({
          at: now,
          actor: signedIn(context).user.id,
          action: 'call-recorded',
          caseId,
          detail: { commandId, outcome: call.outcome, round: place.round },
          change: { before: null, after: call },
        })
        return success({ commandId })
      }),
    noteDialled: ({ caseId, contact: { subject, line }, now }) =>
      inTransaction(db, () => {
        queries.audit.append({
          at: now,
          actor: signedIn(context).user.id,
          action: 'dialled',
          caseId,
          detail: { subject, line },
        })
      }),
    findCaller: (number) =>
      queries.cases.all().flatMap((filingCase) =>
        contactsOf(currentRound(filingCase).application)
          .filter((contact) => isSameNumber(contact.number, number))
          .map(({ contact }) => ({ caseId: filingCase.id, contact })),
      ),
  }
}

function inOrder(calls: readonly CallRecord[]): readonly CallRecord[] {
  return calls.toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt))
}
