import { createHash } from 'node:crypto'
import type { Draft } from '../../../shared/ipc/models'
import { currentRound } from '../../../shared/protocol/case'
import { decideCommandSchema } from '../../../shared/protocol/commands'
import { refusal, success } from '../../../shared/result'
import type { Decision } from '../../../shared/review/decision'
import { gateProblems } from '../../../shared/review/decisionGate'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import { canonicalJson } from '../../../shared/canonicalJson'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { findingsOf } from '../queries/documentQueries'
import { EMPTY_DRAFT } from '../queries/draftQueries'
import { signedIn, type DataContext } from './dataContext'

type Request = Parameters<DataOperations['decide']>[0]

export function createDecide(context: DataContext): DataOperations['decide'] {
  const { db, queries } = context

  function decisionOf(request: Request, draft: Draft, rulePack: string): Decision {
    const findings = queries.documents.ofCase(request.caseId).flatMap(findingsOf)
    const internalNote = request.internalNote.trim()
    return {
      verdict: request.verdict,
      rulePack,
      lines: request.lines.map((line) => decidedLine(line, draft)),
      findings: [...findings],
      reasons: [...request.reasons],
      ...(internalNote === '' ? {} : { internalNote }),
    }
  }

  return (request) =>
    inTransaction(db, () => {
      const { caseId, commandId, now, verdict } = request
      const filingCase = queries.cases.find(caseId)
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
      const problems = gateProblems(request.lines, { ...request, answers: draft.answers })
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
        decision: decisionOf(request, draft, filingCase.rulePack),
      })
      queries.outbox.add(command, { round, orderNumber: filingCase.orderNumber })
      queries.queueRows.refreshDecidedHere(caseId)
      queries.audit.append({
        at: now,
        actor: signedIn(context).user.id,
        action: 'decided',
        caseId,
        detail: { commandId, verdict, round, version: filingCase.version, command: hashOf(command) },
      })
      return success({ commandId })
    })
}

/** The person's answer and the machine's word, apart. */
function decidedLine(line: ChecklistLine, draft: Draft): Decision['lines'][number] {
  const answer = draft.answers.find((candidate) => candidate.lineId === line.id)
  return {
    lineId: line.id,
    verdict: answer?.verdict ?? 'not-looked-at',
    ...(answer?.note === undefined ? {} : { note: answer.note }),
    machine: line.machine?.verdict ?? null,
  }
}

/** Binds the audit entry to the command's content, which itself stays out of the audit. */
function hashOf(command: unknown): string {
  return createHash('sha256').update(canonicalJson(command)).digest('hex')
}
