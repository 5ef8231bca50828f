import type { Raster } from '../pictures/raster'
import type { Random } from '../random'
import { edgeLines, quadToUnit, type Quad } from './geometry'
import { makeShading, type Light } from './light'
import type { Surface } from './surface'

export interface Scene {
  readonly width: number
  readonly height: number
  readonly art: Raster
  readonly quad: Quad
  /** Radius of the document's corners in pixels; its shadow has them too. */
  readonly radius: number
  readonly surface: Surface
  /** Picture of the surface, as large as the frame, in place of its even colour. */
  readonly ground?: Raster
  readonly light: Light
}

/**
 * RGB pixels of a document lying on a surface under a light: perspective, shadow, shading and noise, row by row.
 * A picture has two million pixels and a queue hundreds of pictures, so the loops keep to plain numbers.
 */
export function composeScene(scene: Scene, random: Random): Uint8ClampedArray {
  const { width, height } = scene
  const pixels = new Uint8ClampedArray(width * height * 3)
  const row = new Float32Array(width * 3)
  const alphas = new Float32Array(width)
  const shadeRow = makeShading(scene.light, width, height, random)
  const edges = Float64Array.from(edgeLines(scene.quad).flat())
  const unit = Float64Array.from(quadToUnit(scene.quad))
  for (let y = 0; y < height; y += 1) {
    sampleRow(scene.art, unit, y, row, alphas)
    surfaceRow(scene, edges, y, row, alphas)
    shadeRow(y, row, alphas, pixels)
  }
  return pixels
}

/** Document colours times their alpha along one row, between the four nearest pixels of the drawing. */
function sampleRow(
  art: Raster,
  unit: Float64Array,
  y: number,
  row: Float32Array,
  alphas: Float32Array,
): void {
  const { width, height, data } = art
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = unit
  const stride = width * 4
  for (let x = 0; x < alphas.length; x += 1) {
    const w = g * x + h * y + i
    const u = (a * x + b * y + c) / w
    const v = (d * x + e * y + f) / w
    if (!(u >= 0 && u < 1 && v >= 0 && v < 1)) {
      alphas[x] = 0
      continue
    }
    const px = Math.min(Math.max(u * width - 0.5, 0), width - 1.001)
    const py = Math.min(Math.max(v * height - 0.5, 0), height - 1.001)
    const x0 = px | 0
    const y0 = py | 0
    const fx = px - x0
    const fy = py - y0
    const at = y0 * stride + x0 * 4
    const below = at + stride
    const w11 = fx * fy
    const w10 = fx - w11
    const w01 = fy - w11
    const w00 = 1 - fx - w01
    const alpha =
      (byte(data, at + 3) * w00 +
        byte(data, at + 7) * w10 +
        byte(data, below + 3) * w01 +
        byte(data, below + 7) * w11) /
      255
    const out = x * 3
    row[out] =
      (byte(data, at) * w00 +
        byte(data, at + 4) * w10 +
        byte(data, below) * w01 +
        byte(data, below + 4) * w11) *
      alpha
    row[out + 1] =
      (byte(data, at + 1) * w00 +
        byte(data, at + 5) * w10 +
        byte(data, below + 1) * w01 +
        byte(data, below + 5) * w11) *
      alpha
    row[out + 2] =
      (byte(data, at + 2) * w00 +
        byte(data, at + 6) * w10 +
        byte(data, below + 2) * w01 +
        byte(data, below + 6) * w11) *
      alpha
    alphas[x] = alpha
  }
}

function byte(data: Buffer, at: number): number {
  return data[at] ?? 0
}

/** Fills what the document leaves open with the surface, darkened near the document's lower right side. */
function surfaceRow(
  { surface, ground, radius }: Scene,
  edges: Float64Array,
  y: number,
  row: Float32Array,
  alphas: Float32Array,
): void {
  const [a0 = 0, b0 = 0, c0 = 0, a1 = 0, b1 = 0, c1 = 0, a2 = 0, b2 = 0, c2 = 0, a3 = 0, b3 = 0, c3 = 0] =
    edges
  const [plainRed, plainGreen, plainBlue] = surface.colour
  const { shadow, shadowDepth, columns } = surface
  const grainOfRow = surface.rows[y] ?? 0
  // The shadow lies a little to the lower right of the document.
  const sy = y - shadow * 0.35
  for (let x = 0; x < alphas.length; x += 1) {
    const alpha = alphas[x] ?? 0
    if (alpha >= 0.999) {
      continue
    }
    const sx = x - shadow * 0.3
    const e0 = Math.max(0, a0 * sx + b0 * sy + c0 + radius)
    const e1 = Math.max(0, a1 * sx + b1 * sy + c1 + radius)
    const e2 = Math.max(0, a2 * sx + b2 * sy + c2 + radius)
    const e3 = Math.max(0, a3 * sx + b3 * sy + c3 + radius)
    const outside = Math.max(0, Math.sqrt(e0 * e0 + e1 * e1 + e2 * e2 + e3 * e3) - radius)
    const depth = outside >= shadow ? 0 : shadowDepth * (1 - outside / shadow)
    const grain = grainOfRow + (columns[x] ?? 0)
    const share = (1 - depth) * (1 - alpha)
    const out = x * 3
    const from = (y * alphas.length + x) * 4
    const red = ground === undefined ? plainRed : byte(ground.data, from)
    const green = ground === undefined ? plainGreen : byte(ground.data, from + 1)
    const blue = ground === undefined ? plainBlue : byte(ground.data, from + 2)
    row[out] = (alpha === 0 ? 0 : (row[out] ?? 0)) + (red + grain) * share
    row[out + 1] = (alpha === 0 ? 0 : (row[out + 1] ?? 0)) + (green + grain) * share
    row[out + 2] = (alpha === 0 ? 0 : (row[out + 2] ?? 0)) + (blue + grain) * share
  }
}
