import { characterInk, inkLine } from './characterInk'
import { likeness, shapeOf, type Shape } from './characterShape'
import type { LineStrip } from './cutLine'
import { drawnShape } from './drawnShapes'
import type { ReadCharacter } from './recognizeLine'

/** What a whole likeness weighs beside the logarithm of the recognizer's probability. */
const WEIGHT = 100
/** Less probable than this is as improbable: the recognizer is surer of itself than it is right. */
const LEAST_PROBABLE = 1e-4
/** Where nothing that was thought of is this much like the ink, the ink was cut out wrongly and says nothing. */
const LEAST_ALIKE = 0.7
/** So much more alike another character must be to throw doubt on the one that stands. */
const DOUBTFUL_MARGIN = 0.03
/** How sure a character is at most that shape chose or doubts: less than a name needs. */
const DOUBTFUL = 0.8

/**
 * A second opinion on the Chinese characters of a line: of what the recognizer thought of, that which its probability and the shape of the
 * ink, beside the character as the application's own font draws it, speak for together. A character that shape has changed, or that another is
 * clearly more like, is doubtful. `strip` is the line cut out as `SHAPE_CUT` says.
 */
export function judgeByShape(
  strip: LineStrip,
  read: readonly ReadCharacter[],
  drawn: (character: string) => Shape = drawnShape,
): readonly ReadCharacter[] {
  const line = inkLine(strip, read)
  return read.map((own, index) => {
    const candidates = [own, ...(own.others ?? [])].filter(({ text }) => /^\p{Script=Han}$/u.test(text))
    const ink = candidates.length > 1 && candidates[0] === own ? characterInk(line, read, index) : null
    if (ink === null) {
      return own
    }
    const shape = shapeOf(ink)
    return judged(
      own,
      candidates.map(({ text, confidence }) => ({ text, confidence, alike: likeness(shape, drawn(text)) })),
    )
  })
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
    return own
  }
  const weigh = ({ confidence, alike }: Candidate): number =>
    Math.log(Math.max(LEAST_PROBABLE, confidence)) + WEIGHT * alike
  const best = candidates.reduce((chosen, other) => (weigh(other) > weigh(chosen) ? other : chosen))
  if (best.text === own.text && most - best.alike < DOUBTFUL_MARGIN) {
    return own
  }
  const others = candidates.filter(({ text }) => text !== best.text)
  return { ...own, text: best.text, confidence: Math.min(own.confidence, DOUBTFUL), others }
}
