/** Shares of a line's pixels: so many are darker than its ink is taken to be, and so many darker than its paper. */
const INK = 0.01
const PAPER = 0.7
/** Below 1 what is between ink and paper becomes lighter: strokes that blur has joined come apart. */
const THINNING = 0.7
/** Ink and paper at least this far apart, or a blank strip would become noise. */
const LEAST_SPAN = 0.05
/** Steps in which values from -1 to 1 are counted. */
const STEPS = 1024

/** Makes the ink of a line black and its paper white, in each of its three colours, in place: grey print on tinted paper is read worse. */
export function evenOut(planes: Float32Array): void {
  const size = planes.length / 3
  for (let colour = 0; colour < 3; colour += 1) {
    const plane = planes.subarray(colour * size, (colour + 1) * size)
    const [ink, paper] = inkAndPaper(plane)
    const span = Math.max(LEAST_SPAN, paper - ink)
    for (const [place, value] of plane.entries()) {
      plane[place] = 2 * Math.min(1, Math.max(0, (value - ink) / span)) ** THINNING - 1
    }
  }
}

/** What the ink and the paper of a plane are taken to be: the values below which a small and a large share of it lie. */
export function inkAndPaper(plane: Float32Array): readonly [ink: number, paper: number] {
  const counts = new Uint32Array(STEPS)
  for (const value of plane) {
    const step = Math.floor(((value + 1) / 2) * STEPS)
    const place = Math.min(STEPS - 1, Math.max(0, step))
    counts[place] = (counts[place] ?? 0) + 1
  }
  const valueAt = (share: number): number => {
    let passed = 0
    const step = counts.findIndex((count) => (passed += count) > share * plane.length)
    return (2 * step) / STEPS - 1
  }
  return [valueAt(INK), valueAt(PAPER)]
}
