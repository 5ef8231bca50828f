import type { Paper, Point } from './findPaper'

/** Place of a point of the picture on the paper, in fractions of the paper, by its distances from opposite edges. */
export function placeOnPaper({ corners: [a, b, c, d] }: Paper, point: Point): Point {
  const [left, right] = [distance(point, a, d), distance(point, b, c)]
  const [top, bottom] = [distance(point, a, b), distance(point, d, c)]
  return { x: share(left, right), y: share(top, bottom) }
}

function share(near: number, far: number): number {
  return near + far === 0 ? 0.5 : near / (near + far)
}

function distance({ x, y }: Point, from: Point, to: Point): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return length === 0
    ? Math.hypot(x - from.x, y - from.y)
    : Math.abs((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)) / length
}
