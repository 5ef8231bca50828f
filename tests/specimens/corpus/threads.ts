import type { Raster } from '../pictures/raster'

/** Threads of a cloth, fine enough that a camera hardly resolves them. */
export interface Threads {
  /** One over and one under, steps that climb, ribs, or a coarse net. */
  readonly weave: 'tabby' | 'twill' | 'ribs' | 'net'
  /** Pixels from one thread to the next after the next. */
  readonly step: number
  /** Degrees. */
  readonly turn: number
  /** Share by which threads below others are darker. */
  readonly depth: number
}

/** Weaves the threads into a raster, in place. */
export function addThreads({ width, height, data }: Raster, { weave, step, turn, depth }: Threads): void {
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle) / step, Math.sin(angle) / step]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const u = x * cos + y * sin
      const v = y * cos - x * sin
      const share = 1 + depth * heightOf(weave, u - Math.floor(u), v - Math.floor(v))
      const at = (y * width + x) * 4
      data[at] = Math.min(255, (data[at] ?? 0) * share)
      data[at + 1] = Math.min(255, (data[at + 1] ?? 0) * share)
      data[at + 2] = Math.min(255, (data[at + 2] ?? 0) * share)
    }
  }
}

/** From -1, below, to 1, above, within a cell of one by one. */
function heightOf(weave: Threads['weave'], u: number, v: number): number {
  const full = Math.PI * 2
  switch (weave) {
    case 'tabby':
      return Math.sin(full * u) * Math.sin(full * v)
    case 'twill':
      return Math.sin(full * (u + v)) * 0.8 + Math.sin(full * (u - v)) * 0.2
    case 'ribs':
      return u < 0.45 ? -1 : 0.3
    case 'net':
      return u < 0.3 || v < 0.3 ? 0.6 : -0.8
  }
}
