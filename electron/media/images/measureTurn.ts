import type { Layout } from '../../../shared/imaging/layouts'
import { inkOf } from './inkOf'
import type { Sheet } from './paper/flattenPaper'
import { uprightVotes } from './uprightVotes'

/** Degrees by which the picture must be turned clockwise to stand upright. */
export type Turn = 0 | 90 | 180 | 270

/** Length of the stretches of rows and columns in which gaps are counted. */
const STRETCH = 100
/** A gap between rows of text. */
const GAP = { least: 3, most: 40 }
/** Gaps fewer than this tell nothing. */
const LEAST_GAPS = 60
/** Rows have few gaps where print is dense: a sheet lies on its side only when it has clearly more of them between columns. */
const LEVEL_SHARE = 0.83
/** A card lies as its edges do, unless so many more gaps lie between its rows: then the edges were not its own. */
const MOST_ROWS = 2.7
/** Upright and upside down are told by signs that may all be weak; turned sheets give 0.19 and more. */
const LEAST_VOTES = 0.17

/** How a sheet lies: which way its rows run, and where its title, seal, emblem or portrait stand. Null: it does not tell. */
export function measureTurn(sheet: Sheet, ink: Uint8Array, layout: Layout): Turn | null {
  const isLevel = layout.isCard ? levelOfCard(ink, sheet) : levelOf(ink, sheet)
  if (isLevel === null) {
    return null
  }
  if (isLevel) {
    const votes = uprightVotes(sheet, ink, layout)
    return Math.abs(votes) < LEAST_VOTES ? null : votes > 0 ? 0 : 180
  }
  const turned = quarterTurn(sheet)
  return uprightVotes(turned, inkOf(turned), layout) >= 0 ? 90 : 270
}

/** Whether the gaps in the print lie between rows and not between columns. */
function levelOf(ink: Uint8Array, sheet: Sheet): boolean | null {
  const { between, beside } = gapsOf(ink, sheet)
  return between + beside < LEAST_GAPS ? null : between >= beside * LEVEL_SHARE
}

function levelOfCard(ink: Uint8Array, sheet: Sheet): boolean | null {
  if (sheet.width > sheet.height) {
    return true
  }
  const { between, beside } = gapsOf(ink, sheet)
  return between > beside * MOST_ROWS ? null : false
}

/** Gaps between rows, and between columns. */
function gapsOf(
  ink: Uint8Array,
  { width, height }: Sheet,
): { readonly between: number; readonly beside: number } {
  return {
    between: gaps(ink, { length: width, along: 1 }, { length: height, along: width }),
    beside: gaps(ink, { length: height, along: width }, { length: width, along: 1 }),
  }
}

/** A direction in the raster: pixels, and how far apart they are stored. */
interface Direction {
  readonly length: number
  readonly along: number
}

/** Empty lines between lines with print, in stretches of the given direction. */
function gaps(ink: Uint8Array, row: Direction, across: Direction): number {
  let count = 0
  for (let from = 0; from + STRETCH <= row.length; from += STRETCH) {
    let empty = -1
    for (let line = 0; line < across.length; line += 1) {
      if (!hasInk(ink, line * across.along + from * row.along, row.along)) {
        empty = empty < 0 ? -1 : empty + 1
        continue
      }
      if (empty >= GAP.least && empty <= GAP.most) {
        count += empty
      }
      empty = 0
    }
  }
  return count
}

function hasInk(ink: Uint8Array, from: number, along: number): boolean {
  for (let at = from; at < from + STRETCH * along; at += along) {
    if (ink[at] === 1) {
      return true
    }
  }
  return false
}

/** The sheet turned a quarter clockwise. */
function quarterTurn(sheet: Sheet): Sheet {
  const { width, height } = sheet
  const data = new Uint8Array(sheet.data.length)
  const luma = new Uint8Array(sheet.luma.length)
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < height; x += 1) {
      const from = (height - 1 - x) * width + y
      const to = y * height + x
      luma[to] = sheet.luma[from] ?? 0
      data[to * 3] = sheet.data[from * 3] ?? 0
      data[to * 3 + 1] = sheet.data[from * 3 + 1] ?? 0
      data[to * 3 + 2] = sheet.data[from * 3 + 2] ?? 0
    }
  }
  return { ...sheet, data, luma, width: height, height: width }
}
