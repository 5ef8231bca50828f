import type { Bound, Measured, ReportSection } from '../frame/bench'
import { QUESTIONS } from './questions'
import { scoreChecks, type Confusion, type JudgedPicture } from './scoreChecks'

/** "Each check finds what is wrong and little else: precision and recall of 0.95 and more on pictures it was not tuned on." */
const BOUND: readonly Bound[] = [{ of: 'ours', is: '>=', value: 0.95 }]
const MOST_NAMES = 12

/** Precision and recall of every check, and the tables for the report. */
export function tellChecks(
  pictures: readonly JudgedPicture[],
  record: (measured: Measured) => void,
): readonly ReportSection[] {
  const scored = QUESTIONS.map((question) => ({ question, confusion: scoreChecks(question, pictures) }))
  for (const { question, confusion } of scored) {
    const counts = `${String(total(confusion.faulty))} faulty, ${String(total(confusion.sound))} sound`
    record({
      figure: `${question.name}, precision (${counts})`,
      unit: '',
      ours: confusion.precision,
      bounds: BOUND,
    })
    record({
      figure: `${question.name}, recall (${counts})`,
      unit: '',
      ours: confusion.recall,
      bounds: BOUND,
    })
  }
  return [
    {
      title: 'Confusion tables',
      text: 'Labelled pictures by the verdict of the check; "none": the check said nothing. Pictures on which another fault hides what is asked are left out. Precision is among all of them, some twenty sound ones for each faulty one; at even odds it is what it would be among as many sound as faulty ones.',
      head: ['check', 'truth', 'fail', 'unsure', 'pass', 'none', 'precision', 'at even odds', 'recall'],
      rows: scored.flatMap(({ question, confusion }) => [
        rowOf(question.name, 'faulty', confusion.faulty, [
          percent(confusion.precision),
          percent(confusion.atEvenOdds),
          percent(confusion.recall),
        ]),
        rowOf(question.name, 'sound', confusion.sound, ['', '', '']),
      ]),
    },
    {
      title: 'Faults one by one',
      text: 'Faulty pictures of each fault by the verdict of its check.',
      head: ['fault', 'check', 'fail', 'unsure', 'pass', 'none'],
      rows: QUESTIONS.flatMap(({ name, faults, checks }) =>
        faults.map((fault) => {
          const { faulty } = scoreChecks({ name, faults: [fault], checks }, pictures)
          return [fault, name, faulty.fail, faulty.unsure, faulty.pass, faulty.none]
        }),
      ),
    },
    {
      title: 'Wrong verdicts by name',
      text: `At most ${String(MOST_NAMES)} of each. The names say what a picture is; \`tests/specimens/corpus/generate.ts --world report --only NAME\` makes it.`,
      head: ['check', 'missed', 'blamed'],
      rows: scored
        .filter(({ confusion }) => confusion.missed.length + confusion.blamed.length > 0)
        .map(({ question, confusion }) => [question.name, names(confusion.missed), names(confusion.blamed)]),
    },
  ]
}

function rowOf(
  name: string,
  truth: string,
  { fail, unsure, pass, none }: Confusion['faulty'],
  rest: readonly string[],
): readonly (string | number)[] {
  return [name, truth, fail, unsure, pass, none, ...rest]
}

function total({ fail, unsure, pass, none }: Confusion['faulty']): number {
  return fail + unsure + pass + none
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function names(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_NAMES).join(', ')
  return ids.length > MOST_NAMES ? `${shown} and ${String(ids.length - MOST_NAMES)} more` : shown
}
