import type { ImageCheck } from '../../../shared/imaging/findings'
import type { FaultName } from '../../specimens/corpus/faults'
import { truthOf, type CorpusLabel, type Truth } from '../../specimens/corpus/labels'
import type { Question } from './questions'

type Verdict = 'fail' | 'unsure' | 'pass' | 'none'

/** What the checks said of a labelled picture. */
export interface JudgedPicture {
  readonly label: CorpusLabel
  readonly verdicts: ReadonlyMap<ImageCheck, Exclude<Verdict, 'none'>>
}

export interface Confusion {
  /** Pictures by the verdict they got; `none`: the check said nothing. */
  readonly faulty: Readonly<Record<Verdict, number>>
  readonly sound: Readonly<Record<Verdict, number>>
  readonly precision: number
  /** Precision where as many pictures are faulty as sound. */
  readonly atEvenOdds: number
  readonly recall: number
  /** Names of faulty pictures that passed, and of sound ones that did not. */
  readonly missed: readonly string[]
  readonly blamed: readonly string[]
}

/**
 * Verdicts against labels. A picture counts as found when the check says `fail` or `unsure`: both bring it before a
 * person. Pictures on which another fault hides this one count nowhere.
 */
export function scoreChecks({ faults, checks }: Question, pictures: readonly JudgedPicture[]): Confusion {
  const faulty = { fail: 0, unsure: 0, pass: 0, none: 0 }
  const sound = { fail: 0, unsure: 0, pass: 0, none: 0 }
  const missed: string[] = []
  const blamed: string[] = []
  for (const { label, verdicts } of pictures) {
    const truth = joined(label, faults)
    const verdict = worst(checks, verdicts)
    const isFound = verdict === 'fail' || verdict === 'unsure'
    if (truth === 'faulty') {
      faulty[verdict] += 1
      if (!isFound) {
        missed.push(label.id)
      }
    } else if (truth === 'sound') {
      sound[verdict] += 1
      if (isFound) {
        blamed.push(label.id)
      }
    }
  }
  const found = faulty.fail + faulty.unsure
  const recall = found / (found + missed.length)
  const alarms = blamed.length / (blamed.length + sound.pass + sound.none)
  return {
    faulty,
    sound,
    precision: found / (found + blamed.length),
    atEvenOdds: recall / (recall + alarms),
    recall,
    missed,
    blamed,
  }
}

/** Faulty by any of the faults, sound only where all that apply are sound. */
function joined(label: CorpusLabel, faults: readonly FaultName[]): Truth {
  const truths = faults.map((fault) => truthOf(label, fault))
  return (['faulty', 'unclear', 'sound'] as const).find((truth) => truths.includes(truth)) ?? 'none'
}

function worst(checks: readonly ImageCheck[], verdicts: JudgedPicture['verdicts']): Verdict {
  const found = checks.map((check) => verdicts.get(check) ?? 'none')
  return (['fail', 'unsure', 'pass'] as const).find((verdict) => found.includes(verdict)) ?? 'none'
}
