import type { Pixels } from '../decodePixels'
import type { Paper, Point } from './findPaper'

/**
 * Degrees by which the paper is turned clockwise, by the mean lean of its edges; -45 to 45. Null when fewer than three
 * were seen: what print says then counts.
 */
export function tiltOfPaper({ seen, corners }: Paper, { width, height }: Pixels): number | null {
  if (seen.length < 3) {
    return null
  }
  const [a, b, c, d] = corners
  const leans = {
    top: leanOf(a, b, width, height),
    bottom: leanOf(d, c, width, height),
    left: leanOf(a, d, width, height) - 90,
    right: leanOf(b, c, width, height) - 90,
  }
  return seen.reduce((sum, side) => sum + leans[side], 0) / seen.length
}

function leanOf(from: Point, to: Point, width: number, height: number): number {
  return (Math.atan2((to.y - from.y) * height, (to.x - from.x) * width) * 180) / Math.PI
}
