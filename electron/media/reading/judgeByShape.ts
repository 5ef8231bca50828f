import { characterInk, inkLine } from './characterInk'
import { likeness, shapeOf, type Shape } from './characterShape'
import type { LineStrip } from './cutLine'
import { drawnShape } from './drawnShapes'
import type { LikelyCharacter, ReadCharacter } from './recognizeLine'
import { UNREAD } from '../../../shared/reading/textLine'

/** What a whole likeness weighs beside the logarithm of the recognizer's probability, and where nothing is alike enough. */
const WEIGHT = 100
const LESSER_WEIGHT = 40
/** Less probable than this is as improbable: the recognizer is surer of itself than it is right. */
const LEAST_PROBABLE = 1e-4
/** Where nothing that was thought of is this much like the ink, the ink was cut out wrongly, or the print is of an odd kind, and changes nothing. */
const LEAST_ALIKE = 0.7
/** So much more alike another character must be to throw doubt on the one that stands. */
const DOUBTFUL_MARGIN = 0.03
/** Where the recognizer passed a character over, one of those that it thought of stands where it is this much like the ink. */
const LEAST_ALIKE_OF_GUESS = 0.75
/** How sure a character is at most that shape chose or doubts: less than a name needs. */
const DOUBTFUL = 0.8

/**
 * A second opinion on the Chinese characters of a line: of what the recognizer thought of, that which its probability and the shape of the
 * ink, beside the character as the application's own font draws it, speak for together. A character that shape has changed, or that another is
 * clearly more like, is doubtful. The others stay, each as probable as both hold it. `strip` is the line cut out as `SHAPE_CUT` says.
 */
export function judgeByShape(
  strip: LineStrip,
  read: readonly ReadCharacter[],
  drawn: (character: string) => Shape = drawnShape,
): readonly ReadCharacter[] {
  const line = inkLine(strip, read)
  return read.map((own, index) => {
    const thought = [own, ...(own.others ?? [])].filter(({ text }) => /^\p{Script=Han}$/u.test(text))
    const isJudged = own.text === UNREAD ? thought.length > 0 : thought.length > 1 && thought[0] === own
    const ink = isJudged ? characterInk(line, read, index) : null
    if (ink === null) {
      return own
    }
    const shape = shapeOf(ink)
    const candidates = thought.map(({ text, confidence }) => ({
      text,
      confidence,
      alike: likeness(shape, drawn(text)),
    }))
    return own.text === UNREAD ? guessed(own, candidates) : judged(own, candidates)
  })
}

/** Of what was thought of where nothing was read, what the ink speaks for, or the mark. */
function guessed(mark: ReadCharacter, candidates: readonly Candidate[]): ReadCharacter {
  const best = likeliest(candidates, WEIGHT)
  return best.alike < LEAST_ALIKE_OF_GUESS
    ? { ...mark, others: weighed(candidates, LESSER_WEIGHT) }
    : { ...mark, text: best.text, confidence: best.confidence, others: without(best, candidates) }
}

interface Candidate {
  readonly text: string
  readonly confidence: number
  /** Its likeness to the ink. */
  readonly alike: number
}

/** The first candidate is what was read. */
function judged(own: ReadCharacter, candidates: readonly Candidate[]): ReadCharacter {
  const most = Math.max(...candidates.map(({ alike }) => alike))
  if (most < LEAST_ALIKE) {
    return { ...own, others: without(own, candidates, LESSER_WEIGHT) }
  }
  const best = likeliest(candidates, WEIGHT)
  const others = without(best, candidates)
  if (best.text === own.text && most - best.alike < DOUBTFUL_MARGIN) {
    return { ...own, others }
  }
  return { ...own, text: best.text, confidence: Math.min(own.confidence, DOUBTFUL), others }
}

function likeliest(candidates: readonly Candidate[], weight: number): Candidate {
  return candidates.reduce((chosen, other) => (weigh(other, weight) > weigh(chosen, weight) ? other : chosen))
}

function weigh({ confidence, alike }: Candidate, weight: number): number {
  return Math.log(Math.max(LEAST_PROBABLE, confidence)) + weight * alike
}

function without(
  stands: { readonly text: string },
  candidates: readonly Candidate[],
  weight = WEIGHT,
): readonly LikelyCharacter[] {
  return weighed(candidates, weight).filter(({ text }) => text !== stands.text)
}

/** Each as probable as recognizer and shape together hold it, the most probable first. */
function weighed(candidates: readonly Candidate[], weight: number): readonly LikelyCharacter[] {
  const most = weigh(likeliest(candidates, weight), weight)
  const shares = candidates.map((own) => Math.exp(weigh(own, weight) - most))
  const sum = shares.reduce((all, share) => all + share, 0)
  return candidates
    .map(({ text }, index) => ({ text, confidence: (shares[index] ?? 0) / sum }))
    .toSorted((a, b) => b.confidence - a.confidence)
}
