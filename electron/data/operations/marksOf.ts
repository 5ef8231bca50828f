import type { Draft } from '../../../shared/ipc/models'
import type { Decision } from '../../../shared/review/decision'
import type { LineAnswer } from '../../../shared/rules/checklist'

/** What the person ticked, pinned and put right in the round decided on, for a draft of the same round. */
export function marksOf(
  decision: Pick<Decision, 'lines' | 'pins' | 'corrections'>,
): Pick<Draft, 'answers' | 'pins' | 'corrections'> {
  return {
    answers: ownAnswers(decision),
    ...(decision.pins === undefined ? {} : { pins: decision.pins }),
    ...(decision.corrections === undefined ? {} : { corrections: decision.corrections }),
  }
}

/**
 * What was carried from an earlier round is left out: it is worked out anew and stays marked. Beside carried answers a
 * line that was not looked at says that its own was taken back, so it is kept.
 */
function ownAnswers({ lines }: Pick<Decision, 'lines'>): LineAnswer[] {
  const hasCarried = lines.some(({ carriedFrom }) => carriedFrom !== undefined)
  return lines
    .filter(
      ({ carriedFrom, verdict }) => carriedFrom === undefined && (hasCarried || verdict !== 'not-looked-at'),
    )
    .map(({ lineId, verdict, note }) => ({ lineId, verdict, ...(note === undefined ? {} : { note }) }))
}
