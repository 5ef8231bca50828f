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
 * Adds the power spectrum of a square of values, in decibels, to `levels` (radix 2, Cooley and Tukey 1965). The mean
 * is taken off first.
 */
export function addSpectrum(fourier: Fourier, square: Float64Array, levels: Float64Array): void {
  const edge = SPECTRUM_EDGE
  const real = new Float64Array(edge * edge)
  const imaginary = new Float64Array(edge * edge)
  let mean = 0
  for (const value of square) {
    mean += value / square.length
  }
  for (let y = 0; y < edge; y += 1) {
    for (let x = 0; x < edge; x += 1) {
      const weight = (fourier.window[x] ?? 0) * (fourier.window[y] ?? 0)
      real[y * edge + x] = ((square[y * edge + x] ?? 0) - mean) * weight
    }
  }
  for (let line = 0; line < edge; line += 1) {
    transform(fourier, real, imaginary, line * edge, 1)
  }
  for (let line = 0; line < edge; line += 1) {
    transform(fourier, real, imaginary, line, edge)
  }
  for (let at = 0; at < levels.length; at += 1) {
    levels[at] = (levels[at] ?? 0) + 10 * Math.log10((real[at] ?? 0) ** 2 + (imaginary[at] ?? 0) ** 2 + 1)
  }
}

/** Transforms one row (step 1) or column in place. */
function transform(
  { cosines, sines, reversed }: Fourier,
  real: Float64Array,
  imaginary: Float64Array,
  start: number,
  step: number,
): void {
  for (let index = 0; index < SPECTRUM_EDGE; index += 1) {
    const other = reversed[index] ?? 0
    if (other > index) {
      const [a, b] = [start + index * step, start + other * step]
      const [r, i] = [real[a] ?? 0, imaginary[a] ?? 0]
      real[a] = real[b] ?? 0
      imaginary[a] = imaginary[b] ?? 0
      real[b] = r
      imaginary[b] = i
    }
  }
  for (let half = 1; half < SPECTRUM_EDGE; half *= 2) {
    const stride = SPECTRUM_EDGE / (half * 2)
    for (let group = 0; group < SPECTRUM_EDGE; group += half * 2) {
      for (let index = 0; index < half; index += 1) {
        const c = cosines[index * stride] ?? 0
        const s = sines[index * stride] ?? 0
        const a = start + (group + index) * step
        const b = a + half * step
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
