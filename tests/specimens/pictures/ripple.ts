import { createRandom } from '../random'
import type { Raster } from './raster'

/** Shakes a small drawing as a hand does: every pixel moves along smooth waves, at most `reach` pixels each way. */
export function ripple(raster: Raster, reach: number, seed: string): Raster {
  const random = createRandom(`${seed}/ripple`)
  const { width, height, data } = raster
  const waves = Array.from({ length: 3 }, () => ({
    kx: random.between(-4.2, 4.2) / height,
    ky: random.between(-4.2, 4.2) / height,
    phaseX: random.between(0, 6.28),
    phaseY: random.between(0, 6.28),
  }))
  const output = Buffer.alloc(data.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let dx = 0
      let dy = 0
      for (const wave of waves) {
        const at = x * wave.kx + y * wave.ky
        dx += Math.sin(at + wave.phaseX)
        dy += Math.sin(at + wave.phaseY)
      }
      copyBetween(raster, x + (dx * reach) / 3, y + (dy * reach) / 3, output, (y * width + x) * 4)
    }
  }
  return { width, height, data: output }
}

function copyBetween(
  { width, height, data }: Raster,
  x: number,
  y: number,
  output: Buffer,
  at: number,
): void {
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) {
    return
  }
  const fx = x - x0
  const fy = y - y0
  const from = (y0 * width + x0) * 4
  const below = from + width * 4
  for (let channel = 0; channel < 4; channel += 1) {
    const upper = (data[from + channel] ?? 0) * (1 - fx) + (data[from + 4 + channel] ?? 0) * fx
    const lower = (data[below + channel] ?? 0) * (1 - fx) + (data[below + 4 + channel] ?? 0) * fx
    output[at + channel] = upper * (1 - fy) + lower * fy
  }
}
