import type { Line } from './findLines'
import type { StepMap } from './stepMap'

/**
 * What lies along a line, as sums from its beginning, so that any stretch of it is told by two of them: rows with a
 * step, rows where it becomes brighter to the right, and the colours on both sides.
 */
export interface LineProfile extends Line {
  /** False: the border of the frame, where no edge is looked for. */
  readonly isSeen: boolean
  readonly length: number
  readonly steps: Float32Array
  readonly rises: Float32Array
  /** Three planes side by side. */
  readonly left: Float32Array
  readonly right: Float32Array
}

/** Pixels from the line at which the colours beside it are taken. */
export const BESIDE = { from: 2, to: 6 }

/** Steps that stand out less are those of woven ground, of which there is one nearly everywhere. */
const STANDS_OUT = 0.25

export function profileLine(map: StepMap, line: Line, isSeen = true): LineProfile {
  const { width, height } = map
  const steps = new Float32Array(height + 1)
  const rises = new Float32Array(height + 1)
  const left = new Float32Array(3 * (height + 1))
  const right = new Float32Array(3 * (height + 1))
  for (let y = 0; y < height; y += 1) {
    const x = Math.round(line.at + line.slope * (y - height / 2))
    const at = strongest(map, x, y)
    steps[y + 1] = (steps[y] ?? 0) + (at < 0 ? 0 : 1)
    rises[y + 1] = (rises[y] ?? 0) + (at < 0 ? 0 : (map.rising[at] ?? 0))
    for (let plane = 0; plane < 3; plane += 1) {
      const sums = map.sums[plane]
      const row = y * (width + 1)
      const to = 3 * (y + 1) + plane
      left[to] = (left[to - 3] ?? 0) + meanOf(sums, row, width, x - BESIDE.to + 1, x - BESIDE.from + 1)
      right[to] = (right[to - 3] ?? 0) + meanOf(sums, row, width, x + BESIDE.from, x + BESIDE.to)
    }
  }
  return { ...line, isSeen, length: height, steps, rises, left, right }
}

/** The step on the line or beside it; below 0 for none. */
function strongest({ width, steps, weights }: StepMap, x: number, y: number): number {
  let best = -1
  for (let near = Math.max(0, x - 1); near <= Math.min(width - 1, x + 1); near += 1) {
    const at = y * width + near
    if ((weights[at] ?? 0) >= STANDS_OUT && (steps[at] ?? 0) > (best < 0 ? 0 : (steps[best] ?? 0))) {
      best = at
    }
  }
  return best
}

function meanOf(
  sums: Float32Array | undefined,
  row: number,
  width: number,
  from: number,
  to: number,
): number {
  const [first, last] = [from < 0 ? 0 : from > width ? width : from, to < 0 ? 0 : to > width ? width : to]
  return last <= first || !sums ? 0 : ((sums[row + last] ?? 0) - (sums[row + first] ?? 0)) / (last - first)
}
