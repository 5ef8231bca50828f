import { findBlobs } from './findBlobs'
import type { Paper } from './findPaper'
import type { SmallMap } from './smallMap'
import { unlikeness } from './unlikeness'

/** What differs from the ground by more than this is no shade of it. */
const LEAST_UNLIKE = 0.1
/** A card of this share of the frame and more is found by its edges. */
const MOST_SHARE = 0.26
const LEAST_SHARE = 0.015
/** Of the box round a card that lies almost level. */
const LEAST_FILL = 0.6
/** Longer by shorter side of the box; 1.59 for a card (GB/T 14916) that lies level. */
const SHAPE = { least: 1.3, most: 1.8 }
/** Corners of the frame that are taken for the ground, in shares of its edges. */
const CORNER = 0.06

/** A card far away: one thing of the shape of a card on an even ground, in no touch with the border of the frame. */
export function findSmallCard(map: SmallMap): Paper | null {
  const { width, height, planes } = map
  const ground = groundOf(map)
  const mask = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const colour = [planes[0][at] ?? 0, planes[1][at] ?? 0, planes[2][at] ?? 0]
      mask[at] = unlikeness(colour, ground(x / width, y / height)) > LEAST_UNLIKE ? 1 : 0
    }
  }
  const [card] = [...findBlobs(mask, width, height, 1)].sort((a, b) => b.pixels - a.pixels)
  if (!card) {
    return null
  }
  const box = card.width * card.height
  const shape = Math.max(card.width, card.height) / Math.min(card.width, card.height)
  const isFree =
    card.x > 1 && card.y > 1 && card.x + card.width < width - 1 && card.y + card.height < height - 1
  const share = box / (width * height)
  if (!isFree || share > MOST_SHARE || share < LEAST_SHARE || card.pixels < box * LEAST_FILL) {
    return null
  }
  if (shape < SHAPE.least || shape > SHAPE.most) {
    return null
  }
  const [left, top] = [card.x / width, card.y / height]
  const [right, bottom] = [(card.x + card.width) / width, (card.y + card.height) / height]
  return {
    seen: ['left', 'top', 'right', 'bottom'],
    cut: [],
    corners: [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ],
  }
}

/** The colour of the ground at any place, between its colours in the four corners. */
function groundOf({ planes, width, height }: SmallMap): (x: number, y: number) => readonly number[] {
  const [wide, high] = [Math.max(1, Math.floor(width * CORNER)), Math.max(1, Math.floor(height * CORNER))]
  const meanOf = (left: number, top: number): readonly number[] =>
    planes.map((plane) => {
      let sum = 0
      for (let y = top; y < top + high; y += 1) {
        for (let x = left; x < left + wide; x += 1) {
          sum += plane[y * width + x] ?? 0
        }
      }
      return sum / (wide * high)
    })
  const corners = [
    meanOf(0, 0),
    meanOf(width - wide, 0),
    meanOf(0, height - high),
    meanOf(width - wide, height - high),
  ]
  return (x, y) =>
    [0, 1, 2].map(
      (plane) =>
        (corners[0]?.[plane] ?? 0) * (1 - x) * (1 - y) +
        (corners[1]?.[plane] ?? 0) * x * (1 - y) +
        (corners[2]?.[plane] ?? 0) * (1 - x) * y +
        (corners[3]?.[plane] ?? 0) * x * y,
    )
}
