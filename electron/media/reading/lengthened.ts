import { cornersOf, type TextBox } from './quad'

/** Running text is longer than this many heights; short values have nothing at their ends. */
const LONG = 5
/** So many heights are added to an end, and so many have to be free there. */
const MORE = 0.35
const FREE = 0.8

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
