import type { Sheet } from './flattenPaper'

/** A run of ink this long, in share of the sheet's width, is a ruled line. */
const RULED = 0.07

/** Ink without long straight runs along rows and columns: borders of tables and lines to write on. */
export function withoutRules(ink: Uint8Array, { width, height }: Sheet): Uint8Array {
  const kept = Uint8Array.from(ink)
  const clear = (
    length: number,
    lines: number,
    place: (along: number, line: number) => number,
    least: number,
  ): void => {
    for (let line = 0; line < lines; line += 1) {
      let start = 0
      for (let along = 0; along <= length; along += 1) {
        if (along < length && ink[place(along, line)] === 1) {
          continue
        }
        if (along - start >= least) {
          for (let at = start; at < along; at += 1) {
            kept[place(at, line)] = 0
          }
        }
        start = along + 1
      }
    }
  }
  clear(width, height, (x, y) => y * width + x, width * RULED)
  clear(height, width, (y, x) => y * width + x, width * RULED)
  return kept
}
