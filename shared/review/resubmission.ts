import { z } from 'zod'
import { carriedAnswerSchema, type CarriedAnswer } from './carriedAnswer'
import { compareRounds, type ComparedRound } from './compareRounds'
import type { Decision } from './decision'
import { earlierFindings, earlierFindingSchema } from './earlierFindings'
import { untouchedEvidence } from './untouchedEvidence'
import type { ChecklistLine } from '../rules/checklist'
import type { JudgedCase, JudgedDocument } from '../rules/judgedCase'

/** What a later round owes to the one before it. */
export const resubmissionSchema = z.strictObject({
  /** Answers that still stand, as long as this round's person gives no other. */
  carried: z.array(carriedAnswerSchema),
  /** Lines about what changed: by what they name, by the machine's word, or because their answer no longer stands. */
  touchedLineIds: z.array(z.string()),
  /** Reasons of the last return. */
  findings: z.array(earlierFindingSchema),
})
export type Resubmission = z.output<typeof resubmissionSchema>

interface MadeDecision {
  readonly round: number
  readonly decision: Decision
  readonly decidedBy: { readonly displayName: string }
  readonly decidedAt: string
}

/** What is needed of a case; the case of the protocol is one. */
interface ReviewedCase extends JudgedCase {
  readonly rulePack: string
  readonly rounds: ReadonlyArray<JudgedCase['rounds'][number] & ComparedRound<JudgedDocument>>
  readonly decisions: readonly MadeDecision[]
}

/** A case's checklist by a rule pack, as of one day; null when the pack is not known here. */
export type ChecklistBy = (rulePack: string, judged: JudgedCase) => readonly ChecklistLine[] | null

/**
 * What the case's current round takes over from the one before; null for a first round. Workstation and server each
 * work it out from what they have, so that a carried answer needs nobody's word.
 *
 * An answer is carried when the line and its requirement are the same by the packs of both rounds, everything the line
 * rests on is the same (values of fields, hashes of documents), and the machine says of it what it said when the
 * person answered. It keeps its verdict: a line that was not ok stays not ok. Once this round has been decided on (an
 * escalation, a pass before the photo), only what that decision still took over stays carried.
 */
export function resubmissionOf(filingCase: ReviewedCase, checklistBy: ChecklistBy): Resubmission | null {
  const after = filingCase.rounds.at(-1)
  const before = filingCase.rounds.at(-2)
  if (after === undefined || before === undefined) {
    return null
  }
  const lines = checklistBy(filingCase.rulePack, filingCase) ?? []
  const returned = filingCase.decisions.findLast(({ round }) => round === before.round)
  if (returned === undefined) {
    return { carried: [], touchedLineIds: lines.map(({ id }) => id), findings: [] }
  }
  const { decision } = returned
  const earlier = { ...filingCase, rounds: filingCase.rounds.slice(0, -1) }
  const earlierLines = checklistBy(decision.rulePack, earlier) ?? []
  const comparison = compareRounds(before, after)
  const untouched = untouchedEvidence({ before, after }, comparison)

  /** The line asks the same, and the machine answers what it answered when the person decided. */
  function isSameLine(line: ChecklistLine): boolean {
    const old = earlierLines.find(({ id }) => id === line.id)
    const decided = decision.lines.find(({ lineId }) => lineId === line.id)
    return (
      old !== undefined && isSameQuestion(old, line) && decided?.machine === (line.machine?.verdict ?? null)
    )
  }

  function stands(line: ChecklistLine): boolean {
    const old = earlierLines.find(({ id }) => id === line.id)
    return isSameLine(line) && old !== undefined && untouched.of(old, 'before') && untouched.of(line, 'after')
  }

  function isTouched(line: ChecklistLine): boolean {
    const isAnswered = decision.lines.some(
      ({ lineId, verdict }) => lineId === line.id && verdict !== 'not-looked-at',
    )
    const named = line.machine?.evidence ?? []
    return (
      !isSameLine(line) ||
      named.some((evidence) => !untouched.isSame(evidence, 'after')) ||
      (isAnswered && !stands(line))
    )
  }

  const kept = lines.filter(stands).map(({ id }) => id)
  const stillTaken = takenOver(filingCase.decisions, after.round)
  return {
    carried: answersOf(returned, filingCase.decisions).filter(
      ({ lineId }) => kept.includes(lineId) && (stillTaken === null || stillTaken.has(lineId)),
    ),
    touchedLineIds: lines.filter(isTouched).map(({ id }) => id),
    findings: [...earlierFindings({ decision, earlierLines, lines, before, after, comparison, untouched })],
  }
}

/** The same requirement, answered by the machine in the same words. */
function isSameQuestion(old: ChecklistLine, line: ChecklistLine): boolean {
  return (
    old.requirement.zh === line.requirement.zh &&
    old.requirement.en === line.requirement.en &&
    old.machine?.verdict === line.machine?.verdict &&
    old.machine?.measured === line.machine?.measured &&
    old.machine?.expected === line.machine?.expected
  )
}

/** Answers of a decision with who gave them and when; one that was carried itself goes back to its own round. */
function answersOf(made: MadeDecision, decisions: readonly MadeDecision[]): readonly CarriedAnswer[] {
  return made.decision.lines.flatMap(({ lineId, verdict, note, carriedFrom = made.round }) => {
    if (verdict === 'not-looked-at') {
      return []
    }
    const given = decisions.findLast(({ round }) => round === carriedFrom) ?? made
    return [
      {
        lineId,
        verdict,
        ...(note === undefined ? {} : { note }),
        round: carriedFrom,
        by: given.decidedBy.displayName,
        at: given.decidedAt,
      },
    ]
  })
}

/** Lines that the latest decision on this round had carried; null when there is none yet. */
function takenOver(decisions: readonly MadeDecision[], round: number): ReadonlySet<string> | null {
  const made = decisions.findLast((decided) => decided.round === round)
  return made === undefined
    ? null
    : new Set(
        made.decision.lines
          .filter(({ carriedFrom }) => carriedFrom !== undefined)
          .map(({ lineId }) => lineId),
      )
}
