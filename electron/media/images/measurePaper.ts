import type { ExpectedChecks } from '../../../shared/imaging/expectedChecks'
import type { PaperFacts } from '../../../shared/imaging/judgePaper'
import { THRESHOLDS } from '../../../shared/imaging/thresholds'
import type { Layout } from '../../../shared/imaging/layouts'
import type { Pixels } from './decodePixels'
import { paperPercent, type Paper } from './paper/findPaper'
import type { Sheet } from './paper/flattenPaper'
import { placeOnPaper } from './paper/placeOnPaper'
import { tiltOfPaper } from './paper/tiltOfPaper'
import { inkOf } from './inkOf'
import { measureBackdrop } from './measureBackdrop'
import { measureContrast } from './measureContrast'
import { measureGlare } from './measureGlare'
import { measureGrid, type Strip } from './measureGrid'
import type { Seal } from './measureSeal'
import { measureSignature } from './measureSignature'
import { measureSkew } from './measureSkew'
import { measureTurn } from './measureTurn'
import type { OpenedPicture } from './openPicture'

type Region = NonNullable<PaperFacts['paper']>['region']

/** What has been read of a picture before the paper in it is measured. */
export interface MeasuredPicture {
  readonly picture: Pick<OpenedPicture, 'width' | 'height' | 'traces'>
  readonly pixels: Pixels
  readonly luma: Uint8Array
  /** Null: the picture is not asked for the grid of a screen. */
  readonly strip: Strip | null
  readonly paper: Paper
  /** The paper laid flat; null where none is looked for. */
  readonly sheet: Sheet | null
  /** Of bars that a computer drew. */
  readonly barPercent: number
  readonly seal: Seal
}

/** Measures how the paper lies in the picture, its marks, and what was done to the picture; only what is expected. */
export function measurePaper(
  { picture, pixels, luma, strip, paper, sheet, barPercent, seal }: MeasuredPicture,
  expected: ExpectedChecks,
  layout: Layout,
): PaperFacts {
  const ink = sheet && inkOf(sheet)
  const contrastPercent = expected.lighting && sheet ? measureContrast(sheet) : null
  // A screen shows frames and bars of its own, and faint print is lost among the noise.
  const isDrawn = barPercent > THRESHOLDS.barPercent.fail
  const isFaint = contrastPercent !== null && contrastPercent < THRESHOLDS.contrastPercent.fail
  const gridDecibels = strip ? measureGrid(strip) : null
  // The dots of a screen break the outline of what it shows.
  const isOfScreen = gridDecibels !== null && gridDecibels > THRESHOLDS.gridDecibels.fail
  return {
    width: picture.width,
    height: picture.height,
    contrastPercent,
    glare: expected.lighting && !isDrawn ? measureGlare(pixels, paper) : { percent: 0, region: null },
    turn: sheet && ink && !isDrawn && !isFaint ? measureTurn(sheet, ink, layout) : null,
    skew: expected.lying ? skewOf(paper, pixels, luma, expected.card) : null,
    cut: { sides: paper.cut.length, region: cutRegion(paper) },
    paper: paper.seen.length === 0 ? null : { percent: paperPercent(paper), region: boundsOf(paper) },
    barPercent,
    gridDecibels,
    traces: picture.traces,
    sealShape: shapeOfSeal(isOfScreen ? { ...seal, outline: null } : seal, paper, layout),
    signature:
      sheet && ink && expected.signature && layout.signatureBox
        ? measureSignature(sheet, ink, layout.signatureBox)
        : null,
    backdrop: expected.backdrop ? measureBackdrop(pixels) : null,
  }
}

/** A card that is not seen whole and in its shape may be a part of one, or of the ground, and its edges tell nothing. */
function skewOf(paper: Paper, pixels: Pixels, luma: Uint8Array, isCard: boolean): number | null {
  if (isCard && paper.seen.length > 0 && !paper.hasShape) {
    return null
  }
  return tiltOfPaper(paper, pixels) ?? measureSkew(luma, pixels)
}

function shapeOfSeal({ region, outline }: Seal, paper: Paper, layout: Layout): PaperFacts['sealShape'] {
  if (!region) {
    return null
  }
  const middle = placeOnPaper(paper, { x: region.x + region.width / 2, y: region.y + region.height / 2 })
  const box = layout.sealBox ?? { left: 0, top: 0, right: 1, bottom: 1 }
  const beyond = (value: number, from: number, to: number): number => Math.max(0, from - value, value - to)
  const away = Math.hypot(beyond(middle.x, box.left, box.right), beyond(middle.y, box.top, box.bottom))
  return { outline, away: 100 * away, region }
}

function boundsOf({ corners }: Paper): Region {
  const [xs, ys] = [corners.map(({ x }) => inFrame(x)), corners.map(({ y }) => inFrame(y))]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

function inFrame(value: number): number {
  return Math.max(0, Math.min(1, value))
}

/** Width of the mark along a side of the frame. */
const MARK = 0.03

/** The side of the frame beyond which the paper goes on; the whole frame for several. */
function cutRegion({ cut }: Paper): Region | null {
  const [first, second] = cut
  if (first === undefined) {
    return null
  }
  const whole = { x: 0, y: 0, width: 1, height: 1 }
  if (second !== undefined) {
    return whole
  }
  switch (first) {
    case 'left':
      return { ...whole, width: MARK }
    case 'right':
      return { ...whole, x: 1 - MARK, width: MARK }
    case 'top':
      return { ...whole, height: MARK }
    case 'bottom':
      return { ...whole, y: 1 - MARK, height: MARK }
  }
}
