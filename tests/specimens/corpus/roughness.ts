import type { Raster } from '../pictures/raster'
import { group, round } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'
import type { Threads } from './threads'

/** Irregular structure of a surface. */
export interface Grain {
  /** Waves a pixel across and down: low ones are clouds, high ones fibres. */
  readonly across: number
  readonly down: number
  /** Share by which it darkens and lightens. */
  readonly depth: number
  /** Each further octave has twice the waves and half the depth. */
  readonly octaves: number
}

/** A drawn surface and the grain it gets. */
export interface Ground {
  readonly body: string
  readonly grains: readonly Grain[]
  readonly threads?: Threads
}

/** Darkens and lightens a raster by noise between the values of a random lattice (value noise), in place. */
export function roughen(raster: Raster, { across, down, depth, octaves }: Grain, random: Random): void {
  const { width, height, data } = raster
  const table = Float32Array.from({ length: 1 << 13 }, () => random.between(-1, 1))
  const row = new Float32Array(width)
  for (let y = 0; y < height; y += 1) {
    row.fill(1)
    for (let octave = 0; octave < octaves; octave += 1) {
      addOctave(row, table, across * 2 ** octave, y * down * 2 ** octave, depth / 2 ** octave)
    }
    let at = y * width * 4
    for (let x = 0; x < width; x += 1, at += 4) {
      const share = row[x] ?? 1
      data[at] = Math.min(255, (data[at] ?? 0) * share)
      data[at + 1] = Math.min(255, (data[at + 1] ?? 0) * share)
      data[at + 2] = Math.min(255, (data[at + 2] ?? 0) * share)
    }
  }
}

function addOctave(row: Float32Array, table: Float32Array, across: number, v: number, depth: number): void {
  const y0 = Math.floor(v)
  const fy = v - y0
  const [upper, lower] = [y0 * 5701, (y0 + 1) * 5701]
  for (let x = 0; x < row.length; x += 1) {
    const u = x * across
    const x0 = u | 0
    const fx = u - x0
    const [a, b] = [(x0 * 131 + upper) & 8191, (x0 * 131 + lower) & 8191]
    const above = (table[a] ?? 0) * (1 - fx) + (table[(a + 131) & 8191] ?? 0) * fx
    const below = (table[b] ?? 0) * (1 - fx) + (table[(b + 131) & 8191] ?? 0) * fx
    row[x] = (row[x] ?? 0) + depth * (above * (1 - fy) + below * fy)
  }
}

interface Cell {
  readonly width: number
  readonly height: number
  /** Degrees by which the rows of cells are turned about the middle of the frame. */
  readonly turn: number
  readonly body: string
}

/** A cell repeated over the whole frame. Written out: turned patterns of SVG take seconds to draw. */
export function repeated({ width, height }: Frame, cell: Cell, random: Random): string {
  const id = `cell${random.hex(6)}`
  const reach = Math.hypot(width, height) / 2
  const [columns, rows] = [Math.ceil(reach / cell.width), Math.ceil(reach / cell.height)]
  const uses: string[] = []
  for (let row = -rows; row <= rows; row += 1) {
    for (let column = -columns; column <= columns; column += 1) {
      const [x, y] = [column * cell.width, row * cell.height]
      if (Math.hypot(x, y) < reach + cell.width + cell.height) {
        uses.push(`<use href="#${id}" x="${round(x)}" y="${round(y)}"/>`)
      }
    }
  }
  const middle = `translate(${round(width / 2)} ${round(height / 2)}) rotate(${round(cell.turn)})`
  return `<defs><g id="${id}">${cell.body}</g></defs>${group(middle, uses.join(''))}`
}
