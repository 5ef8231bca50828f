/** Pixels that belong together: their bounding box and how many there are. */
export interface Blob {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly pixels: number
}

/**
 * Groups the set pixels of a mask. Pixels up to `gap` apart count as touching: the mask is laid over a grid of cells
 * that wide, and neighbouring cells that hold at least one set pixel are one blob.
 */
export function findBlobs(mask: Uint8Array, width: number, height: number, gap: number): readonly Blob[] {
  const columns = Math.ceil(width / gap)
  const rows = Math.ceil(height / gap)
  const counts = new Uint32Array(columns * rows)
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / gap) * columns
    for (let x = 0; x < width; x += 1) {
      if (mask[y * width + x] === 1) {
        const cell = row + Math.floor(x / gap)
        counts[cell] = (counts[cell] ?? 0) + 1
      }
    }
  }
  const seen = new Uint8Array(counts.length)
  const blobs: Blob[] = []
  for (let cell = 0; cell < counts.length; cell += 1) {
    if (seen[cell] === 0 && (counts[cell] ?? 0) >= leastPixels(gap)) {
      blobs.push(growBlob({ counts, seen, columns, rows, gap }, cell))
    }
  }
  return blobs
}

interface Grid {
  readonly counts: Uint32Array
  readonly seen: Uint8Array
  readonly columns: number
  readonly rows: number
  readonly gap: number
}

/** A cell with a pixel or two is noise. */
function leastPixels(gap: number): number {
  return Math.max(1, Math.round((gap * gap) / 20))
}

function growBlob(grid: Grid, start: number): Blob {
  const { counts, seen, columns, rows, gap } = grid
  const pending = [start]
  seen[start] = 1
  let [left, right, top, bottom, pixels] = [columns, 0, rows, 0, 0]
  for (let cell = pending.pop(); cell !== undefined; cell = pending.pop()) {
    const x = cell % columns
    const y = Math.floor(cell / columns)
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    pixels += counts[cell] ?? 0
    for (let ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx += 1) {
        const near = ny * columns + nx
        if (seen[near] === 0 && (counts[near] ?? 0) >= leastPixels(gap)) {
          seen[near] = 1
          pending.push(near)
        }
      }
    }
  }
  return {
    x: left * gap,
    y: top * gap,
    width: (right - left + 1) * gap,
    height: (bottom - top + 1) * gap,
    pixels,
  }
}
