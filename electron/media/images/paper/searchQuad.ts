import type { SmallMap } from '../smallMap'
import { findLines } from './findLines'
import { reachesOf, sidesOverCorners } from './cutSides'
import type { FrameRim } from './frameRim'
import { areSquare, arePair, edgesOf, isTooLong, judgeQuad, type JudgedQuad } from './judgeQuad'
import type { Place } from './quadGeometry'
import { distance } from './rimColours'
import { profileLine, type LineProfile } from './profileLine'
import { stepMapOf, type StepMap } from './stepMap'

/** Below the best score by more than this nothing is the sheet round a printed border. */
const NEAR_BEST = 0.35
/** What the frame cuts off may score so much less than the best, for its edges may go on to the border. */
const NEAR_CUT = 0.45
/**
 * What is taken for paper that the frame cuts off fills so much of the frame (`area`), shows each of its edges so far (`seen`), and
 * the edges beside the border go on to it so far (`reach`), but not both of them beyond the far corners (`through`), as stripes do.
 */
const CUT = { area: 0.25, seen: 0.5, reach: 0.3, through: 0.7 }
/**
 * Its score counts for up to `reached` more as its edges go on to the border, and for `unlike` more where a portrait or print at the
 * border speaks against it. It must then be higher than that of whole paper by `better`.
 */
const MORE = { reached: 0.34, unlike: 0.25, better: 0.12 }
/** Whole paper that shows each of its edges so far is surely there: then reaching the border says nothing. */
const SURELY_SEEN = 0.7
/** Whole paper so much smaller is a part of what is cut off, such as a portrait on a card, which may score so much less. */
const ROUND = { area: 2, less: 0.22 }
/** A printed border stands at most this far within its sheet, in shares of the frame. */
const MARGIN = 0.13

interface FoundQuad {
  readonly quad: JudgedQuad
  /** Borders of the frame that cut the paper off: 0 top, 1 right, 2 bottom, 3 left. */
  readonly cut: readonly number[]
}

/** The four lines that are most likely the edges of the paper in a map; null when nothing looks like one. */
export function searchQuad(map: SmallMap, rim: FrameRim, isCard: boolean): FoundQuad | null {
  const place = { width: map.width, height: map.height }
  const upright = pairsOf(stepMapOf(map))
  const level = pairsOf(stepMapOf(transposed(map)))
  let best: JudgedQuad | null = null
  const near: JudgedQuad[] = []
  for (const [left, right] of upright) {
    for (const [top, bottom] of level) {
      const unseen =
        Number(!left.isSeen) + Number(!right.isSeen) + Number(!top.isSeen) + Number(!bottom.isSeen)
      if (unseen > 1 || !areSquare(left, right, top, bottom)) {
        continue
      }
      const least = best === null ? -1 : best.score - (unseen === 0 ? NEAR_BEST : NEAR_CUT)
      const quad = judgeQuad([top, right, bottom, left], place, isCard, least)
      if (quad) {
        near.push(quad)
        best = best === null || quad.score > best.score ? quad : best
      }
    }
  }
  if (best === null) {
    return null
  }
  const cut = cutOff(near, place, rim, isCard)
  if (cut) {
    return { quad: sheetRound(cut, near, place), cut: [cut.sides.findIndex((line) => !line.isSeen)] }
  }
  const quad = sheetRound(best, near, place)
  return { quad, cut: sidesOverCorners(quad, place, rim) }
}

/** Pairs of lines that can be opposite edges; the borders of the frame may stand in for one of them. */
function pairsOf(map: StepMap): readonly (readonly [LineProfile, LineProfile])[] {
  const lines = findLines(map).map((line) => profileLine(map, line))
  const border = (at: number): LineProfile => profileLine(map, { at, slope: 0 }, false)
  const [nearest, farthest] = [border(0), border(map.width - 1)]
  // The borders come last: once a good quad is known, most others are ruled out at once.
  return [...lines, nearest].flatMap((near) =>
    [...lines, farthest].filter((far) => arePair(near, far, map.width)).map((far) => [near, far] as const),
  )
}

/** The sheet round a border that is printed on it: whole, of the same colour within its edges, and not far away. */
function sheetRound(best: JudgedQuad, near: readonly JudgedQuad[], { width, height }: Place): JudgedQuad {
  let sheet = best
  for (const quad of near) {
    const isRound = quad.sides.every((line, side) => {
      const [own, size] = [best.sides[side], side % 2 === 0 ? height : width]
      const out = own ? (side === 1 || side === 2 ? line.at - own.at : own.at - line.at) : 0
      return out >= -2 && out <= size * MARGIN && line.isSeen === own?.isSeen
    })
    if (
      isRound &&
      quad.area > sheet.area &&
      quad.brighter > 0.99 &&
      (quad.hasShape || !best.hasShape) &&
      distance(quad.rim, best.rim) <= 0.5 * quad.gap &&
      edgesOf(quad, { width, height }).every(
        (edge, side) => !quad.sides[side]?.isSeen || (edge.seen >= 0.65 && edge.beyond <= 0.75),
      )
    ) {
      sheet = quad
    }
  }
  return sheet
}

/** The likeliest paper that the frame cuts off, where it is likelier than any that lies whole. */
function cutOff(
  near: readonly JudgedQuad[],
  place: Place,
  rim: FrameRim,
  isCard: boolean,
): JudgedQuad | null {
  const whole = near
    .filter(({ sides }) => sides.every((line) => line.isSeen))
    .reduce<JudgedQuad | null>((one, other) => (one && one.score >= other.score ? one : other), null)
  const isSure = whole !== null && leastSeen(whole, place) >= SURELY_SEEN
  let [likeliest, most] = [null as JudgedQuad | null, -Infinity]
  for (const quad of near) {
    const reach = reachesOf(quad, rim)
    if (reach === null || reach.mean < CUT.reach || !mayBeCut(quad, place, isCard)) {
      continue
    }
    const more = MORE.reached + (isSure ? 0 : MORE.unlike * Math.min(1, quad.borderUnlike))
    const likely = quad.score + (more * (reach.least + reach.mean)) / 2
    if (likely > most) {
      ;[likeliest, most] = [quad, likely]
    }
  }
  if (likeliest === null || whole === null) {
    return likeliest
  }
  if (likeliest.area >= ROUND.area * whole.area) {
    return likeliest.score >= whole.score - ROUND.less ? likeliest : null
  }
  return (isSure ? likeliest.score : most - MORE.better) >= whole.score ? likeliest : null
}

/** Whether the frame can have cut this off, whatever lies at its border. */
function mayBeCut(quad: JudgedQuad, place: Place, isCard: boolean): boolean {
  if (quad.area < CUT.area || isTooLong(quad, isCard) || leastSeen(quad, place) < CUT.seen) {
    return false
  }
  const border = quad.sides.findIndex((line) => !line.isSeen)
  const edges = edgesOf(quad, place)
  return [1, 3].some((step) => (edges[(border + step) % 4]?.beyond ?? 0) < CUT.through)
}

/** How well the edge is seen that is seen least. */
function leastSeen(quad: JudgedQuad, place: Place): number {
  return edgesOf(quad, place).reduce(
    (least, { seen }, side) => (quad.sides[side]?.isSeen ? Math.min(least, seen) : least),
    1,
  )
}

function transposed({ planes, width, height, block }: SmallMap): SmallMap {
  const turn = (plane: Float32Array): Float32Array => {
    const turned = new Float32Array(plane.length)
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        turned[x * height + y] = plane[y * width + x] ?? 0
      }
    }
    return turned
  }
  return { planes: [turn(planes[0]), turn(planes[1]), turn(planes[2])], width: height, height: width, block }
}
