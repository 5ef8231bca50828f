import type { Layout } from '../../../shared/imaging/layouts'
import { inkOf } from './inkOf'
import type { Sheet } from './flattenPaper'
import { uprightVotes } from './uprightVotes'

/** Degrees by which the picture must be turned clockwise to stand upright. */
export type Turn = 0 | 90 | 180 | 270

/** Length of the stretches of rows and columns in which gaps are counted. */
const STRETCH = 100
/** A gap between rows of text. */
const GAP = { least: 3, most: 40 }
/** Gaps fewer than this tell nothing. */
const LEAST_GAPS = 60

/** How a sheet lies: which way its rows run, and where its title, seal, emblem or portrait stand. Null: it does not tell. */
export function measureTurn(sheet: Sheet, ink: Uint8Array, layout: Layout): Turn | null {
  const isLevel = layout.isCard ? sheet.width > sheet.height : levelOf(ink, sheet)
  if (isLevel === null) {
    return null
  }
  if (isLevel) {
    return uprightVotes(sheet, ink, layout) >= 0 ? 0 : 180
  }
  const turned = quarterTurn(sheet)
  return uprightVotes(turned, inkOf(turned), layout) >= 0 ? 90 : 270
}

/** Whether most gaps in the print lie between rows and not between columns. */
function levelOf(ink: Uint8Array, { width, height }: Sheet): boolean | null {
  const between = gaps(width, height, (along, across) => ink[across * width + along] ?? 0)
  const beside = gaps(height, width, (along, across) => ink[along * width + across] ?? 0)
  return between + beside < LEAST_GAPS ? null : between >= beside
}

/** Empty lines between lines with print, in stretches of the given direction. */
function gaps(length: number, lines: number, inkAt: (along: number, across: number) => number): number {
  let count = 0
  for (let from = 0; from + STRETCH <= length; from += STRETCH) {
    let empty = -1
    for (let line = 0; line < lines; line += 1) {
      let hasInk = false
      for (let along = from; along < from + STRETCH && !hasInk; along += 1) {
        hasInk = inkAt(along, line) === 1
      }
      if (!hasInk) {
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
