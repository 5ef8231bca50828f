import type { CarriedAnswer } from './carriedAnswer'
import type { ChecklistLine, LineAnswer } from '../rules/checklist'
import type { DecisionVerdict, ReturnReason } from './decision'

/** Why a decision cannot be made yet. `lineIds` are the lines it is about. */
export interface GateProblem {
  readonly code:
    | 'lines-not-looked-at'
    | 'lines-not-ok'
    | 'reasons-missing'
    | 'note-missing'
    | 'unknown-line'
    | 'lines-not-carried'
    | 'message-incomplete'
    | 'message-leaks'
    | 'other-order'
  readonly lineIds: readonly string[]
}

/** An answer as the decision records it; `carriedFrom` is the earlier round in which it was given. */
type GivenAnswer = LineAnswer & { readonly carriedFrom?: number | undefined }

interface Intent {
  readonly verdict: DecisionVerdict
  readonly answers: readonly GivenAnswer[]
  readonly reasons: readonly ReturnReason[]
  readonly internalNote?: string | undefined
}

/**
 * What keeps a decision from being made; empty when nothing does. The same function draws the decision bar, guards
 * the workstation's operation and guards the server's command, so no script or bulk action gets round it.
 *
 * Pass: every blocking line must have been answered by a person with ok or not applicable; a line that the machine
 * passed and nobody marked otherwise counts as ok. Return: at least one reason. Escalate: a note that says why.
 *
 * An answer carried from an earlier round counts like any other, but only while `carriable` (what may be carried as the
 * caller knows it by itself) says the same of the line.
 */
export function gateProblems(
  lines: readonly ChecklistLine[],
  intent: Intent,
  carriable: readonly CarriedAnswer[] = [],
): readonly GateProblem[] {
  const known = new Set(lines.map((line) => line.id))
  const unknown = intent.answers.filter((answer) => !known.has(answer.lineId)).map((answer) => answer.lineId)
  const problems: GateProblem[] = []
  if (unknown.length > 0) {
    problems.push({ code: 'unknown-line', lineIds: unknown })
  }
  const notCarried = intent.answers.filter((answer) => !isRightlyCarried(answer, carriable))
  if (notCarried.length > 0) {
    problems.push({ code: 'lines-not-carried', lineIds: notCarried.map((answer) => answer.lineId) })
  }
  if (intent.verdict === 'pass') {
    problems.push(...passProblems(lines, intent.answers))
  }
  if (intent.verdict === 'return' && intent.reasons.length === 0) {
    problems.push({ code: 'reasons-missing', lineIds: [] })
  }
  if (intent.verdict === 'escalate' && !intent.internalNote?.trim()) {
    problems.push({ code: 'note-missing', lineIds: [] })
  }
  return problems
}

/** A person's own answer needs no carrying. */
function isRightlyCarried(
  { lineId, verdict, carriedFrom }: GivenAnswer,
  carriable: readonly CarriedAnswer[],
): boolean {
  return (
    carriedFrom === undefined ||
    carriable.some(
      (carried) => carried.lineId === lineId && carried.verdict === verdict && carried.round === carriedFrom,
    )
  )
}

function passProblems(lines: readonly ChecklistLine[], answers: readonly LineAnswer[]): GateProblem[] {
  const byLine = new Map(answers.map((answer) => [answer.lineId, answer.verdict]))
  const notLookedAt: string[] = []
  const notOk: string[] = []
  for (const line of lines) {
    const person = byLine.get(line.id) ?? 'not-looked-at'
    if (person === 'not-ok') {
      notOk.push(line.id)
    } else if (person === 'not-looked-at' && line.blocking && !isMachineCleared(line)) {
      notLookedAt.push(line.id)
    }
  }
  const problems: GateProblem[] = []
  if (notLookedAt.length > 0) {
    problems.push({ code: 'lines-not-looked-at', lineIds: notLookedAt })
  }
  if (notOk.length > 0) {
    problems.push({ code: 'lines-not-ok', lineIds: notOk })
  }
  return problems
}

/** A line that the machine found fine, or found not to apply, needs no tick of its own. */
export function isMachineCleared(line: ChecklistLine): boolean {
  return line.machine?.verdict === 'pass' || line.machine?.verdict === 'not-applicable'
}
