import { createHash } from 'node:crypto'
import type { Draft } from '../../../shared/ipc/models'
import { currentRound, type Case } from '../../../shared/protocol/case'
import { decideCommandSchema } from '../../../shared/protocol/commands'
import { returnedFiling } from '../../../shared/protocol/returnedFiling'
import { refusal, success } from '../../../shared/result'
import type { CarriedAnswer } from '../../../shared/review/carriedAnswer'
import type { Decision } from '../../../shared/review/decision'
import { gateProblems, type GateProblem } from '../../../shared/review/decisionGate'
import { ordersNamed, returnProblems } from '../../../shared/review/messages/returnGate'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import { canonicalJson } from '../../../shared/canonicalJson'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { findingsOf } from '../queries/documentQueries'
import { EMPTY_DRAFT } from '../queries/draftQueries'
import { signedIn, type DataContext } from './dataContext'
import { pinnedCase } from './pinnedCase'

type Request = Parameters<DataOperations['decide']>[0]

export function createDecide(context: DataContext): DataOperations['decide'] {
  const { db, queries } = context

  function decisionOf(
    request: Request,
    { given, corrections = [], pins = [] }: Given,
    filingCase: Case,
  ): Decision {
    const { round } = currentRound(filingCase)
    const documents = queries.documents.ofCase(request.caseId).filter((document) => document.round === round)
    const internalNote = request.internalNote.trim()
    return {
      verdict: request.verdict,
      rulePack: filingCase.rulePack,
      lines: request.lines.map((line) => decidedLine(line, given)),
      findings: documents.flatMap(findingsOf),
      reasons: [...request.reasons],
      ...(request.message === undefined ? {} : { message: request.message }),
      ...(internalNote === '' ? {} : { internalNote }),
      ...(corrections.length === 0 ? {} : { corrections }),
      ...(pins.length === 0 ? {} : { pins }),
    }
  }

  /** What must not be told to the applicant, numbers of other orders in the queue included. */
  function toldProblems(filingCase: Case, told: Parameters<typeof ordersNamed>[1]): readonly GateProblem[] {
    const namesOther =
      told.verdict === 'return' &&
      ordersNamed(filingCase, told).some((number) => queries.queueItems.hasOrder(number))
    return [
      ...returnProblems(returnedFiling(filingCase), told),
      ...(namesOther ? [{ code: 'other-order' as const, lineIds: [] }] : []),
    ]
  }

  return (request) =>
    inTransaction(db, () => {
      const { caseId, commandId, now, verdict } = request
      const filingCase = pinnedCase(queries, caseId)
      const held = queries.holds.find(caseId)
      if (filingCase === null || held?.hold.kind !== 'hold') {
        return refusal({ code: 'not-held' as const })
      }
      const { round } = currentRound(filingCase)
      const isDecided = queries.outbox
        .ofCase(caseId)
        .some((stored) => stored.item.kind === 'decide' && stored.round === round)
      if (isDecided) {
        return refusal({ code: 'already-decided' as const })
      }
      const draft = queries.drafts.find(caseId, round)?.draft ?? EMPTY_DRAFT
      const given = givenAnswers(draft, request.carried)
      const problems = [
        ...gateProblems(request.lines, { ...request, answers: given }, request.carried),
        ...toldProblems(filingCase, { ...draft, ...request, answers: given }),
      ]
      if (problems.length > 0) {
        return refusal({ code: 'gate' as const, problems })
      }
      const command = decideCommandSchema.parse({
        id: commandId,
        caseId,
        expectedVersion: filingCase.version,
        recordedAt: now,
        kind: 'decide',
        holdToken: held.hold.token,
        decision: decisionOf(request, { ...draft, given }, filingCase),
      })
      queries.outbox.add(command, { round, orderNumber: filingCase.orderNumber })
      queries.drafts.markDecided(caseId, round, commandId)
      queries.queueRows.refreshDecidedHere(caseId)
      queries.audit.append({
        at: now,
        actor: signedIn(context).user.id,
        action: 'decided',
        caseId,
        detail: { commandId, verdict, round, version: filingCase.version, command: hashOf(command) },
        change: {
          before: { state: filingCase.state, version: filingCase.version },
          after: { verdict, reasons: command.decision.reasons, note: command.decision.internalNote ?? '' },
        },
      })
      return success({ commandId })
    })
}

type GivenAnswer = Omit<Decision['lines'][number], 'machine'>
type Given = { readonly given: readonly GivenAnswer[] } & Pick<Draft, 'corrections' | 'pins'>

/** What the person answered in this round, and what still stands of the round before where they did not. */
function givenAnswers(draft: Draft, carried: readonly CarriedAnswer[]): readonly GivenAnswer[] {
  const own = new Set(draft.answers.map(({ lineId }) => lineId))
  const standing = carried
    .filter(({ lineId }) => !own.has(lineId))
    .map(({ lineId, verdict, note, round }) => ({
      lineId,
      verdict,
      ...(note === undefined ? {} : { note }),
      carriedFrom: round,
    }))
  return [...draft.answers, ...standing]
}

/** The person's answer and the machine's word, apart. */
function decidedLine(line: ChecklistLine, given: readonly GivenAnswer[]): Decision['lines'][number] {
  const answer = given.find((candidate) => candidate.lineId === line.id)
  return {
    lineId: line.id,
    verdict: answer?.verdict ?? 'not-looked-at',
    ...(answer?.note === undefined ? {} : { note: answer.note }),
    machine: line.machine?.verdict ?? null,
    ...(answer?.carriedFrom === undefined ? {} : { carriedFrom: answer.carriedFrom }),
  }
}

/** Binds the audit entry to the command's content, which itself stays out of the audit. */
function hashOf(command: unknown): string {
  return createHash('sha256').update(canonicalJson(command)).digest('hex')
}
