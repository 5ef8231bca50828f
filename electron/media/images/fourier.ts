/** Edge of the squares whose spectrum is taken. */
export const SPECTRUM_EDGE = 128

/** What stays the same from square to square: turning factors, places in reversed bit order and a window against leaks. */
export interface Fourier {
  readonly cosines: Float64Array
  readonly sines: Float64Array
  readonly reversed: Uint16Array
  readonly window: Float64Array
}

export function makeFourier(): Fourier {
  const bits = Math.log2(SPECTRUM_EDGE)
  const turn = (index: number): number => (-2 * Math.PI * index) / SPECTRUM_EDGE
  return {
    cosines: Float64Array.from({ length: SPECTRUM_EDGE / 2 }, (_, index) => Math.cos(turn(index))),
    sines: Float64Array.from({ length: SPECTRUM_EDGE / 2 }, (_, index) => Math.sin(turn(index))),
    reversed: Uint16Array.from({ length: SPECTRUM_EDGE }, (_, index) => {
      let reversed = 0
      for (let bit = 0; bit < bits; bit += 1) {
        reversed |= ((index >> bit) & 1) << (bits - 1 - bit)
      }
      return reversed
    }),
    window: Float64Array.from(
      { length: SPECTRUM_EDGE },
      (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 0.5)) / SPECTRUM_EDGE),
    ),
  }
}

/**
 * Power spectra of two squares of values, in decibels (radix 2, Cooley and Tukey 1965). One is transformed as the real
 * part and the other as the imaginary part, which the symmetry of real spectra takes apart again. The squares are
 * overwritten; their means are taken off first.
 */
export function spectraOf(
  fourier: Fourier,
  one: Float64Array,
  other: Float64Array,
): readonly [Float32Array, Float32Array] {
  const edge = SPECTRUM_EDGE
  applyWindow(fourier, one)
  applyWindow(fourier, other)
  transformColumns(fourier, one, other)
  transpose(one)
  transpose(other)
  transformColumns(fourier, one, other)
  // Transposed: what was across now goes down.
  const first = new Float32Array(edge * edge)
  const second = new Float32Array(edge * edge)
  for (let v = 0; v < edge; v += 1) {
    for (let u = 0; u <= edge / 2; u += 1) {
      const at = v * edge + u
      const against = ((edge - v) & (edge - 1)) * edge + ((edge - u) & (edge - 1))
      const r = one[at] ?? 0
      const i = other[at] ?? 0
      const s = one[against] ?? 0
      const j = other[against] ?? 0
      first[at] = first[against] = decibels((r + s) * (r + s) + (i - j) * (i - j))
      second[at] = second[against] = decibels((i + j) * (i + j) + (s - r) * (s - r))
    }
  }
  return [first, second]
}

/** Twice the amplitude is four times the power. */
function decibels(fourfold: number): number {
  return 10 * Math.log10(fourfold / 4 + 1)
}

function applyWindow({ window }: Fourier, square: Float64Array): void {
  const edge = SPECTRUM_EDGE
  let sum = 0
  for (const value of square) {
    sum += value
  }
  const mean = sum / square.length
  for (let y = 0, at = 0; y < edge; y += 1) {
    for (let x = 0; x < edge; x += 1, at += 1) {
      square[at] = ((square[at] ?? 0) - mean) * (window[x] ?? 0) * (window[y] ?? 0)
    }
  }
}

/**
 * Transforms every column in place: the lines that are turned into each other are whole rows, which lie together in
 * memory, where the elements of a column do not.
 */
function transformColumns(fourier: Fourier, real: Float64Array, imaginary: Float64Array): void {
  const edge = SPECTRUM_EDGE
  const { cosines, sines, reversed } = fourier
  for (let line = 0; line < edge; line += 1) {
    const other = reversed[line] ?? 0
    if (other > line) {
      swapRows(real, line, other)
      swapRows(imaginary, line, other)
    }
  }
  for (let half = 1; half < edge; half *= 2) {
    const stride = edge / (half * 2)
    for (let group = 0; group < edge; group += half * 2) {
      for (let index = 0; index < half; index += 1) {
        const c = cosines[index * stride] ?? 0
        const s = sines[index * stride] ?? 0
        const end = (group + index + 1) * edge
        for (let a = (group + index) * edge, b = a + half * edge; a < end; a += 1, b += 1) {
          const r = (real[b] ?? 0) * c - (imaginary[b] ?? 0) * s
          const i = (real[b] ?? 0) * s + (imaginary[b] ?? 0) * c
          real[b] = (real[a] ?? 0) - r
          imaginary[b] = (imaginary[a] ?? 0) - i
          real[a] = (real[a] ?? 0) + r
          imaginary[a] = (imaginary[a] ?? 0) + i
        }
      }
    }
  }
}

function swapRows(values: Float64Array, one: number, other: number): void {
  const edge = SPECTRUM_EDGE
  const kept = values.slice(one * edge, (one + 1) * edge)
  values.copyWithin(one * edge, other * edge, (other + 1) * edge)
  values.set(kept, other * edge)
}

/** Turns rows into columns and columns into rows, in place. */
function transpose(values: Float64Array): void {
  const edge = SPECTRUM_EDGE
  for (let y = 1; y < edge; y += 1) {
    for (let x = 0; x < y; x += 1) {
      const [a, b] = [y * edge + x, x * edge + y]
      const kept = values[a] ?? 0
      values[a] = values[b] ?? 0
      values[b] = kept
    }
  }
}
