import type { Random } from '../random'

/** What a document lies on: a base colour with grain along and across. */
export interface Surface {
  readonly colour: readonly [number, number, number]
  /** Brightness added per row and per column, in levels. */
  readonly rows: Float32Array
  readonly columns: Float32Array
  /** How far the document's shadow reaches, in pixels, and how dark it is. */
  readonly shadow: number
  readonly shadowDepth: number
}

const DESKS = [
  [146, 106, 72],
  [98, 70, 50],
  [182, 150, 112],
  [122, 124, 128],
  [66, 68, 74],
  [206, 203, 197],
  [92, 112, 104],
] as const

export function makeDesk(random: Random, width: number, height: number): Surface {
  const wooden = random.chance(0.6)
  return {
    colour: random.pick(DESKS),
    rows: makeGrain(random, height, wooden ? 13 : 3),
    columns: makeGrain(random, width, wooden ? 3 : 4),
    shadow: random.between(22, 46),
    shadowDepth: random.between(0.32, 0.5),
  }
}

/** The white lid of a scanner. */
export function makeScannerLid(random: Random, width: number, height: number): Surface {
  const white = random.int(236, 247)
  return {
    colour: [white, white, white + 2],
    rows: makeGrain(random, height, 1),
    columns: makeGrain(random, width, 1.2),
    shadow: 9,
    shadowDepth: 0.22,
  }
}

/** Smooth random wandering: sums of three lengths of noise. */
function makeGrain(random: Random, length: number, strength: number): Float32Array {
  const grain = new Float32Array(length)
  for (const [span, share] of [
    [90, 0.5],
    [17, 0.3],
    [3, 0.2],
  ] as const) {
    let from = random.between(-1, 1)
    let to = random.between(-1, 1)
    for (let index = 0; index < length; index += 1) {
      const step = (index % span) / span
      if (index % span === 0) {
        from = to
        to = random.between(-1, 1)
      }
      grain[index] = (grain[index] ?? 0) + (from + (to - from) * step) * share * strength
    }
  }
  return grain
}
