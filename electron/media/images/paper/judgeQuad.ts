import type { LineProfile } from './profileLine'
import {
  areaOf,
  cross,
  edgeLength,
  fromOf,
  isShaped,
  isWithin,
  toOf,
  type Place,
  type Sides,
} from './quadGeometry'
import { bounded, ENDS, rimColours, type RimColours } from './rimColours'

/** How much speaks for it that four lines are the edges of a paper. */
export interface JudgedQuad extends RimColours {
  readonly sides: Sides
  /** x and y of the corners from the upper left one on, clockwise, in pixels of the map. */
  readonly corners: Float64Array
  readonly score: number
  /** Longer by shorter edge is as papers of the kind are. */
  readonly hasShape: boolean
  /** Share of the picture. */
  readonly area: number
}

/** What the parts of a score weigh; set on pictures of the tuning world so that the true edges score highest. */
const WEIGHTS = {
  seen: 1,
  beyond: 0.5,
  area: 0.5,
  rim: 0.5,
  brighter: 0.3,
  shape: 0.12,
  cardShape: 0.35,
  border: 0.45,
  faint: 0.3,
}
/** A border of the frame counts as an edge so far, and so far more when the edges beside it run up to it. */
const BORDER = { alone: 0.15, reached: 0.6 }
/** Edges of one sheet in perspective lean apart by less than this (tangent), as do its directions from a right angle. */
const MOST_APART = 0.14
/** A frame may show this little of its width and height. */
const LEAST_SIZE = 0.12
/** Pixels in which an edge that is cut off by the frame runs up to it; paper that lies whole keeps 1.2 % off. */
const AT_BORDER = 3
/** An edge whose step is less than this share of the others' is no edge of the same paper. */
const FAINT = 0.25
/** Longer by shorter edge as it appears: A4 (ISO 216) 1.414, cards (ISO/IEC 7810 ID-1) 1.586. */
const SHAPES = { sheet: [1.33, 1.5], card: [1.48, 1.72] } as const

/** Judges four lines as the edges of a paper; null when they cannot be, or score less than `least`. */
export function judgeQuad(sides: Sides, place: Place, isCard: boolean, least: number): JudgedQuad | null {
  const [top, right, bottom, left] = sides
  const corners = new Float64Array(8)
  cross(left, top, place, corners, 0)
  cross(right, top, place, corners, 2)
  cross(right, bottom, place, corners, 4)
  cross(left, bottom, place, corners, 6)
  if (!isWithin(corners, place)) {
    return null
  }
  // Thousands of quads are judged in a picture: what rules most of them out comes first and makes nothing.
  let [length, seen, beyond] = [0, 0, 0]
  for (let index = 0; index < 4; index += 1) {
    const line = sides[index] ?? top
    const [from, to] = [fromOf(corners, index), toOf(corners, index)]
    const share = line.isSeen
      ? seenAlong(line, from, to)
      : BORDER.alone + BORDER.reached * reachedBy(sides, index)
    length += to - from
    seen += share * (to - from)
    beyond += line.isSeen ? goesOn(line, from, to, place) / 4 : 0
  }
  seen /= length
  const area = Math.min(1, areaOf(corners) / (place.width * place.height))
  const isWhole = left.isSeen && right.isSeen && top.isSeen && bottom.isSeen
  const hasShape = isWhole && isShaped(corners, isCard ? SHAPES.card : SHAPES.sheet)
  const sure =
    WEIGHTS.seen * seen -
    WEIGHTS.beyond * beyond +
    WEIGHTS.area * Math.sqrt(area) +
    (hasShape ? (isCard ? WEIGHTS.cardShape : WEIGHTS.shape) : 0)
  if (sure + WEIGHTS.rim + WEIGHTS.brighter < least) {
    return null
  }
  const colours = rimColours(sides, corners)
  const score =
    sure +
    WEIGHTS.rim * colours.even +
    WEIGHTS.brighter * colours.brighter -
    WEIGHTS.border * Math.min(1, colours.borderUnlike) -
    WEIGHTS.faint * Math.max(0, 1 - colours.weakest / FAINT)
  return score < least ? null : { sides, corners, score, hasShape, area, ...colours }
}

/** What is asked of single edges, of the few quads that matter. */
export function edgesOf(
  { sides, corners }: JudgedQuad,
  place: Place,
): readonly { readonly seen: number; readonly beyond: number }[] {
  return sides.map((line, index) => {
    const [from, to] = [fromOf(corners, index), toOf(corners, index)]
    return { seen: seenAlong(line, from, to), beyond: goesOn(line, from, to, place) }
  })
}

/** Whether paper that a border cuts off is longer towards it, by its width there, than any whole one of its kind. */
export function isTooLong({ sides, corners }: JudgedQuad, isCard: boolean): boolean {
  const border = sides.findIndex((line) => !line.isSeen)
  const lengthOf = (step: number): number => edgeLength(corners, (border + step) % 4)
  const [, longest] = isCard ? SHAPES.card : SHAPES.sheet
  return border >= 0 && (lengthOf(1) + lengthOf(3)) / 2 > longest * lengthOf(2)
}

/** Whether two lines can be opposite edges of one paper. */
export function arePair(near: LineProfile, far: LineProfile, across: number): boolean {
  const isApart = near.isSeen && far.isSeen && Math.abs(near.slope - far.slope) > MOST_APART
  return far.at - near.at >= across * LEAST_SIZE && !isApart
}

/** Whether two pairs can be the edges of one paper: they stand at a right angle, nearly. */
export function areSquare(
  left: LineProfile,
  right: LineProfile,
  top: LineProfile,
  bottom: LineProfile,
): boolean {
  return Math.abs(leanOf(left, right) + leanOf(top, bottom)) <= MOST_APART
}

function leanOf(near: LineProfile, far: LineProfile): number {
  return !near.isSeen ? far.slope : !far.isSeen ? near.slope : (near.slope + far.slope) / 2
}

/** Share of an edge along which there is a step; steps that go the other way than most count a fifth. */
function seenAlong(line: LineProfile, from: number, to: number): number {
  const cut = (to - from) * ENDS
  const [first, last] = [bounded(line, from + cut), bounded(line, to - cut)]
  const steps = (line.steps[last] ?? 0) - (line.steps[first] ?? 0)
  const rises = (line.rises[last] ?? 0) - (line.rises[first] ?? 0)
  return (0.8 * Math.max(rises, steps - rises) + 0.2 * steps) / Math.max(1, last - first)
}

/** Share of what lies beyond a corner along which the line goes on, as joints of tiles do. */
function goesOn(line: LineProfile, from: number, to: number, { width, height }: Place): number {
  const reach = Math.max(6, Math.round(Math.max(width, height) * 0.06))
  return Math.max(stepsIn(line, from - 2 - reach, from - 2), stepsIn(line, to + 2, to + 2 + reach))
}

function stepsIn(line: LineProfile, start: number, end: number): number {
  const [first, last] = [bounded(line, start), bounded(line, end)]
  return last - first < 3 ? 0 : ((line.steps[last] ?? 0) - (line.steps[first] ?? 0)) / (last - first)
}

/** Whether the edges beside a border of the frame run up to it: the lesser of their shares at the border. */
function reachedBy(sides: Sides, index: number): number {
  const isEnd = index === 1 || index === 2
  return Math.min(atBorder(sides[(index + 3) % 4], isEnd), atBorder(sides[(index + 1) % 4], isEnd))
}

function atBorder(line: LineProfile | undefined, isEnd: boolean): number {
  if (!line?.isSeen) {
    return 1
  }
  const end = line.length
  const steps = isEnd
    ? (line.steps[end] ?? 0) - (line.steps[end - AT_BORDER] ?? 0)
    : (line.steps[AT_BORDER] ?? 0)
  return steps / AT_BORDER
}
