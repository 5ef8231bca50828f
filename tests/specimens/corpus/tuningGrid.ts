import type { Random } from '../random'
import type { Frame } from './camera'
import type { Rgb } from './pixels'

/** Arrangement of a screen's pixels: three stripes, a square of four, or rows that stand half a pixel aside. */
const ARRANGEMENTS = ['stripes', 'square', 'shifted', 'rows'] as const

/** The pixels of the tuning world's screens, seen by a camera whose own pixels are of a like size. Returns the period in pixels. */
export function addTuningGrid(pixels: Rgb, { width, height }: Frame, tilt: number, random: Random): number {
  const arrangement = random.pick(ARRANGEMENTS)
  const period = random.between(1.6, 4.4)
  const turn = (tilt * Math.PI) / 180 + random.between(-0.2, 0.2)
  const widening = random.between(-0.08, 0.08)
  const depth = random.between(0.14, 0.32)
  const phases = phasesOf(arrangement)
  const [cos, sin, full] = [Math.cos(turn), Math.sin(turn), Math.PI * 2]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const own = period * (1 + widening * (x / width - 0.5 + (y / height - 0.5) * 0.4))
      const v = (full * (y * cos - x * sin)) / own
      const aside = arrangement === 'shifted' ? v / 2 : 0
      const u = (full * (x * cos + y * sin)) / own + aside
      const at = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel += 1) {
        const [across, down] = phases[channel] ?? [0, 0]
        const column = arrangement === 'rows' ? 0.45 : 1
        const lit = (1 + depth * column * Math.cos(u - across)) * (1 + depth * 0.8 * Math.cos(v - down))
        pixels[at + channel] = (pixels[at + channel] ?? 0) * lit
      }
    }
  }
  return period
}

/** Where each colour's light lies within a pixel, in radians across and down. */
function phasesOf(arrangement: (typeof ARRANGEMENTS)[number]): readonly (readonly [number, number])[] {
  const third = (Math.PI * 2) / 3
  switch (arrangement) {
    case 'stripes':
    case 'rows':
      return [
        [-third, 0],
        [0, 0],
        [third, 0],
      ]
    case 'square':
      return [
        [0, Math.PI],
        [Math.PI, 0],
        [0, 0],
      ]
    case 'shifted':
      return [
        [-third, Math.PI / 2],
        [0, 0],
        [third, Math.PI / 2],
      ]
  }
}
