import { isMachineCleared } from '../../shared/review/decisionGate'
import { SAMPLED_PARTS } from '../../shared/rules/sampledParts'
import type { ChecklistGroup, ChecklistLine, LineAnswer, PersonVerdict } from '../../shared/rules/checklist'

export type Answers = ReadonlyMap<string, LineAnswer>

/** What a person has said about the line; nothing said is `not-looked-at`. */
export function answerOf(line: ChecklistLine, answers: Answers): PersonVerdict {
  return answers.get(line.id)?.verdict ?? 'not-looked-at'
}

/** Nothing remains to be said about the line: a person answered, or the machine cleared it. */
export function isSettled(line: ChecklistLine, answers: Answers): boolean {
  return answerOf(line, answers) !== 'not-looked-at' || isMachineCleared(line)
}

/** The machine found the line failed, or could not tell. Guidance never asks for anything. */
function isDoubtful(line: ChecklistLine): boolean {
  return line.severity !== 'info' && (line.machine?.verdict === 'fail' || line.machine?.verdict === 'unsure')
}

/** Whether the line still waits for this person: it keeps a pass back, or the machine doubts it. */
export function needsPerson(line: ChecklistLine, answers: Answers): boolean {
  return !isSettled(line, answers) && (line.blocking || isDoubtful(line))
}

/** Whether the line is a defect as things stand: a person's not ok, or a machine's fail nobody overruled. */
export function isDefect(line: ChecklistLine, answers: Answers): boolean {
  const person = answerOf(line, answers)
  if (person !== 'not-looked-at') {
    return person === 'not-ok'
  }
  return line.machine?.verdict === 'fail' && line.severity !== 'info'
}

/** The line asks for nothing here: it only explains, or the machine found that it does not apply to this case. */
function isIdle(line: ChecklistLine): boolean {
  const explains = line.severity === 'info' || line.stage === 'guidance' || line.stage === 'after'
  return line.machine === null ? explains && !line.blocking : line.machine.verdict === 'not-applicable'
}

/** `sampled`: what the ministry looks at in its samples of a provider stands before the groups of the rules. */
export type PaneGroup = ChecklistGroup | 'sampled'

/** The block of the pane in which the line stands. */
export function paneGroupOf(line: ChecklistLine): PaneGroup {
  return line.sampled === undefined ? line.group : 'sampled'
}

export interface LineGroup {
  readonly group: PaneGroup
  /** Lines that are judged, by the machine or by a person. */
  readonly lines: readonly ChecklistLine[]
  /** Lines that only explain or do not apply; folded away until they are asked for. */
  readonly idle: readonly ChecklistLine[]
}

/** Lines by block: the ministry's sample first, by its parts, then the groups in the order of the rules. */
export function lineGroups(lines: readonly ChecklistLine[]): readonly LineGroup[] {
  const sampled = SAMPLED_PARTS.flatMap((part) => lines.filter((line) => line.sampled === part))
  const ordered = [...sampled, ...lines.filter((line) => line.sampled === undefined)]
  const groups = [...new Set(ordered.map(paneGroupOf))]
  return groups.map((group) => {
    const own = ordered.filter((line) => paneGroupOf(line) === group)
    return {
      group,
      lines: own.filter((line) => !isIdle(line)),
      idle: own.filter(isIdle),
    }
  })
}
