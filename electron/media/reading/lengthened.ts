import { cornersOf, type TextBox } from './quad'

/** Running text is longer than this many heights; short values have nothing at their ends. */
const LONG = 5
/** So many heights are added to an end, and so many have to be free there. */
const MORE = 0.35
const FREE = 0.8
/** Two boxes are of one row when their middles are this near, in heights. */
const SAME_ROW = 0.3
/** More than this, in heights, two boxes of a row share only where one of them is wrong. */
const MOST_SHARED = 1

/**
 * A longer box for running text: the detector cuts a thin 一 off from either end of a line. An end beside which something
 * else stands, a value behind its label, stays as it is.
 */
export function lengthened(box: TextBox, others: readonly TextBox[]): TextBox {
  if (box.length <= LONG * box.height) {
    return box
  }
  const spans = others.filter((other) => other !== box).map((other) => spanIn(box, other))
  const beside = spans.filter(({ top, bottom }) => bottom > box.height * 0.2 && top < box.height * 0.8)
  const isFree = (from: number, to: number): boolean =>
    !beside.some(({ left, right }) => right > from && left < to)
  const reach = FREE * box.height
  const before = isFree(-reach, 0.2 * box.height) ? MORE * box.height : 0
  const behind = isFree(box.length - 0.2 * box.height, box.length + reach) ? MORE * box.height : 0
  return {
    ...box,
    origin: { x: box.origin.x - box.along.x * before, y: box.origin.y - box.along.y * before },
    length: box.length + before + behind,
  }
}

/**
 * Boxes that stand apart in their rows. The detector is sure of the heart of a line alone; each is made longer at either end by what lines
 * usually have, and a label's box then reaches into its value: both would read the character between them. What two share is cut in the middle.
 */
export function setApart(boxes: readonly TextBox[]): readonly TextBox[] {
  return boxes.map((box) => {
    const beside = boxes
      .filter((other) => other !== box)
      .map((other) => spanIn(box, other))
      .filter((span) => isInRow(box, span))
    const shared = (own: number): number => (own > 0 && own < MOST_SHARED * box.height ? own / 2 : 0)
    const before = Math.max(0, ...beside.filter(({ left }) => left < 0).map(({ right }) => shared(right)))
    const behind = Math.max(
      0,
      ...beside.filter(({ right }) => right > box.length).map(({ left }) => shared(box.length - left)),
    )
    return before + behind === 0
      ? box
      : {
          ...box,
          origin: { x: box.origin.x + box.along.x * before, y: box.origin.y + box.along.y * before },
          length: box.length - before - behind,
        }
  })
}

function isInRow({ height }: TextBox, { top, bottom }: Span): boolean {
  return Math.abs((top + bottom) / 2 - height / 2) < SAME_ROW * height
}

interface Span {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where another box lies, measured along and across this one from its origin. */
export function spanIn({ origin, along }: TextBox, other: TextBox): Span {
  const places = cornersOf(other).map(({ x, y }) => ({
    l: (x - origin.x) * along.x + (y - origin.y) * along.y,
    h: (y - origin.y) * along.x - (x - origin.x) * along.y,
  }))
  return {
    left: Math.min(...places.map(({ l }) => l)),
    right: Math.max(...places.map(({ l }) => l)),
    top: Math.min(...places.map(({ h }) => h)),
    bottom: Math.max(...places.map(({ h }) => h)),
  }
}
