import type { Random } from '../random'
import type { Frame } from './camera'
import type { Rgb } from './pixels'

/** Darkens a part of the picture as a hand, a head or a window frame between lamp and paper does: a soft border, a quarter less light at most. */
export function castShadow(pixels: Rgb, { width, height }: Frame, random: Random): void {
  const depth = random.between(0.08, 0.26)
  const angle = random.between(0, Math.PI * 2)
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)]
  const longer = Math.max(width, height)
  const border = random.between(0.02, 0.12) * longer
  const offset = nx * width * random.between(0.15, 0.85) + ny * height * random.between(0.15, 0.85)
  const [swing, waves] = [random.between(0, 0.05) * longer, random.between(2, 7) / longer]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const along = nx * y - ny * x
      const away = nx * x + ny * y - offset + swing * Math.sin(along * waves * Math.PI)
      const share = away < -border ? 0 : away > border ? 1 : (away / border + 1) / 2
      if (share > 0) {
        const light = 1 - depth * share * share * (3 - 2 * share)
        const at = (y * width + x) * 3
        pixels[at] = (pixels[at] ?? 0) * light
        pixels[at + 1] = (pixels[at + 1] ?? 0) * light
        pixels[at + 2] = (pixels[at + 2] ?? 0) * light
      }
    }
  }
}
