import { z } from 'zod'
import { canonicalJson } from '../canonicalJson'
import { MACHINE_VERDICTS, type ChecklistLine } from './checklist'
import { localizedSchema } from './localized'

/** What another pack makes of a line, where that can lead to another decision. */
export const JUDGED_CHANGES = ['appears', 'vanishes', 'starts-blocking', 'stops-blocking', 'verdict'] as const
/**
 * One word a line: what changes whether it blocks comes before what changes the machine's verdict, and both before a
 * change of words only.
 */
const LINE_CHANGES = [...JUDGED_CHANGES, 'wording'] as const
export type JudgedChangeKind = (typeof JUDGED_CHANGES)[number]
type LineChangeKind = (typeof LINE_CHANGES)[number]

export const lineStateSchema = z.strictObject({
  /** The machine's word; null where only a person can judge. */
  verdict: z.enum(MACHINE_VERDICTS).nullable(),
  blocking: z.boolean(),
})
type LineState = z.output<typeof lineStateSchema>

export const lineChangeSchema = z.strictObject({
  lineId: z.string(),
  title: localizedSchema,
  kind: z.enum(LINE_CHANGES),
  before: lineStateSchema.nullable(),
  after: lineStateSchema.nullable(),
})
export type LineChange = z.output<typeof lineChangeSchema>

/** Compares two checklists of one case, line by line; new lines last. Pure. */
export function compareChecklists(
  before: readonly ChecklistLine[],
  after: readonly ChecklistLine[],
): readonly LineChange[] {
  const next = new Map(after.map((line) => [line.id, line]))
  const known = new Set(before.map(({ id }) => id))
  return [
    ...before.flatMap((line) => changeOf(line, next.get(line.id)) ?? []),
    ...after.flatMap((line) => (known.has(line.id) ? [] : (changeOf(undefined, line) ?? []))),
  ]
}

/** Whether the change can lead to another decision. */
export function isJudgedChange(change: LineChange): change is LineChange & { kind: JudgedChangeKind } {
  return change.kind !== 'wording'
}

function changeOf(before: ChecklistLine | undefined, after: ChecklistLine | undefined): LineChange | null {
  const line = after ?? before
  const kind = kindOf(before, after)
  if (line === undefined || kind === null) {
    return null
  }
  const { zh, en } = line.title
  return { lineId: line.id, title: { zh, en }, kind, before: stateOf(before), after: stateOf(after) }
}

function kindOf(before: ChecklistLine | undefined, after: ChecklistLine | undefined): LineChangeKind | null {
  if (before === undefined) {
    return 'appears'
  }
  if (after === undefined) {
    return 'vanishes'
  }
  if (before.blocking !== after.blocking) {
    return after.blocking ? 'starts-blocking' : 'stops-blocking'
  }
  if (before.machine?.verdict !== after.machine?.verdict) {
    return 'verdict'
  }
  return wordsOf(before) === wordsOf(after) ? null : 'wording'
}

function stateOf(line: ChecklistLine | undefined): LineState | null {
  return line === undefined ? null : { verdict: line.machine?.verdict ?? null, blocking: line.blocking }
}

/** What a person reads of a line, apart from what the machine says today. */
function wordsOf({ title, requirement, severity, cautions }: ChecklistLine): string {
  return canonicalJson({ title, requirement, severity, cautions })
}
