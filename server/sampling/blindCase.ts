import { findControlLook } from '../store/controls'
import type { Queryable } from '../store/database'
import { findOpenDraw } from '../store/sampling'
import { currentRound, type Case } from '../../shared/protocol/case'

/**
 * The case as this person may see it. While a drawn pass waits for a blind second look, nobody but the first decider is
 * shown what that decision was, or what the first decider noted of telephone calls, or left as a note, on the way to it: the second reviewer must
 * not be, and who the second reviewer will be is not known before.
 */
export async function blindCase(database: Queryable, filingCase: Case, userId: string): Promise<Case> {
  if (filingCase.state !== 'second-review') {
    return filingCase
  }
  const { round } = currentRound(filingCase)
  const draw = await findLook(database, filingCase.id, round)
  if (draw === null || !draw.blind || draw.reviewerId === userId) {
    return filingCase
  }
  const { proposals: _, calls = [], notes = [], ...seen } = filingCase
  const hidden = calls.filter((call) => call.round === round && call.by.userId === draw.reviewerId)
  const shown = calls.filter((call) => !hidden.includes(call))
  const hiddenNotes = notes.filter((note) => note.round === round && note.by.userId === draw.reviewerId)
  const shownNotes = notes.filter((note) => !hiddenNotes.includes(note))
  const second = filingCase.timeline.findLastIndex((entry) => entry.kind === 'second-review')
  return {
    ...seen,
    ...(shown.length > 0 ? { calls: shown } : {}),
    ...(shownNotes.length > 0 ? { notes: shownNotes } : {}),
    decisions: filingCase.decisions.slice(0, -1),
    timeline: filingCase.timeline.filter(
      (entry, index) =>
        index !== second &&
        !hidden.some((call) => isOf(entry, 'called', call)) &&
        !hiddenNotes.some((note) => isOf(entry, 'note-left', note)),
    ),
    blind: true,
  }
}

/** Whose pass waits for a second look, and whether unseen; null where none was drawn. */
async function findLook(database: Queryable, caseId: string, round: number) {
  const draw = await findOpenDraw(database, caseId, round)
  return draw === null
    ? findControlLook(database, caseId)
    : { reviewerId: draw.reviewerId, blind: draw.terms.blind }
}

/** Whether this line of the timeline tells of this call or note: both were written at the same instant. */
function isOf(
  entry: Case['timeline'][number],
  what: 'called' | 'note-left',
  kept: Pick<NonNullable<Case['calls']>[number], 'receivedAt' | 'round' | 'by'>,
): boolean {
  const { kind, at, round, actor } = entry
  return kind === what && at === kept.receivedAt && round === kept.round && actor === kept.by.displayName
}
