import type { Spot } from './projection'

/** Between two pixels of the original. */
export interface Measure {
  readonly from: Spot
  readonly to: Spot
}

/** Length in pixels of the original. */
export function lengthOf({ from, to }: Measure): number {
  return Math.hypot(to.x - from.x, to.y - from.y)
}

/**
 * How far the line leans against the horizontal of the screen, in degrees above -90 up to 90; upwards to the right is
 * positive, whichever end came first. `turn` is how far the picture is turned clockwise.
 */
export function leanOf({ from, to }: Measure, turn: number): number {
  const degrees = -(Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI - turn
  const folded = (((degrees + 90) % 180) + 180) % 180
  return folded === 0 ? 90 : folded - 90
}

/** Millimetres of a pixel, when this line is known to be so many millimetres long. */
export function scaleFrom(measure: Measure, millimetres: number): number | null {
  const pixels = lengthOf(measure)
  return pixels > 0 ? millimetres / pixels : null
}
