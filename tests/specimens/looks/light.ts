import type { Random } from '../random'

/** Light over a picture and what the sensor makes of it. */
export interface Light {
  readonly gain: number
  /** Change of brightness from left to right and from top to bottom, as a share. */
  readonly slopeX: number
  readonly slopeY: number
  /** Darkening towards the corners. */
  readonly vignette: number
  /** Multipliers of red and blue: warm lamps, cold daylight. */
  readonly red: number
  readonly blue: number
  /** Standard deviation of the sensor's noise, in levels. */
  readonly noise: number
  /** Mirror-like spots, in shares of the picture. */
  readonly glare: readonly { readonly x: number; readonly y: number; readonly radius: number }[]
  /** Beat of a photographed screen's pixels; 0 for none. */
  readonly moire: number
}

export function makeLampLight(random: Random): Light {
  const warmth = random.between(-0.05, 0.07)
  return {
    gain: random.between(0.94, 1.02),
    slopeX: random.between(-0.16, 0.16),
    slopeY: random.between(-0.14, 0.14),
    vignette: random.between(0.05, 0.2),
    red: 1 + warmth,
    blue: 1 - warmth,
    noise: random.between(2.8, 4),
    glare: [],
    moire: 0,
  }
}

export function makeScannerLight(random: Random): Light {
  return {
    gain: random.between(0.98, 1.01),
    slopeX: random.between(-0.015, 0.015),
    slopeY: 0,
    vignette: 0,
    red: random.between(0.99, 1.01),
    blue: random.between(0.99, 1.01),
    noise: random.between(2.6, 3.4),
    glare: [],
    moire: 0,
  }
}

/** Shades one row of a picture: colours and document alphas in, bytes out. */
export type ShadeRow = (y: number, row: Float32Array, alphas: Float32Array, pixels: Uint8ClampedArray) => void

/** Prepares the light for a picture; rows must come in order, since the noise walks along with them. */
export function makeShading(light: Light, width: number, height: number, random: Random): ShadeRow {
  const { red, blue } = light
  const noise = makeNoiseTable(random, light.noise)
  const across = Float32Array.from({ length: width }, (_, x) => {
    const nx = x / width - 0.5
    return light.slopeX * nx * 2 - light.vignette * 2 * nx * nx
  })
  const levels = new Float32Array(width)
  const mirrored = new Float32Array(width)
  let place = random.int(0, noise.length - 1)
  return (y, row, alphas, pixels) => {
    const ny = y / height - 0.5
    const along = 1 + light.slopeY * ny * 2 - light.vignette * 2 * ny * ny
    for (let x = 0; x < width; x += 1) {
      levels[x] = light.gain * (along + (across[x] ?? 0))
    }
    addMoire(light, y, levels, alphas)
    addGlare(light, y, height, mirrored)
    let out = y * width * 3
    for (let x = 0, at = 0; x < width; x += 1, at += 3) {
      const level = levels[x] ?? 0
      place = (place + 1 + (x & 7)) & 0xffff
      const added = (mirrored[x] ?? 0) + (noise[place] ?? 0)
      pixels[out++] = (row[at] ?? 0) * level * red + added
      pixels[out++] = (row[at + 1] ?? 0) * level + added
      pixels[out++] = (row[at + 2] ?? 0) * level * blue + added
    }
  }
}

function addMoire(light: Light, y: number, levels: Float32Array, alphas: Float32Array): void {
  if (light.moire === 0) {
    return
  }
  for (let x = 0; x < levels.length; x += 1) {
    if ((alphas[x] ?? 0) > 0) {
      const beat = Math.sin((x + y * 0.12) * 0.9) * Math.sin(x * 0.021 + y * 0.013) + 0.5 * Math.sin(y * 1.7)
      levels[x] = (levels[x] ?? 0) * (1 + light.moire * beat)
    }
  }
}

function addGlare(light: Light, y: number, height: number, mirrored: Float32Array): void {
  const width = mirrored.length
  for (const spot of light.glare) {
    for (let x = 0; x < width; x += 1) {
      const away = Math.hypot(x / width - spot.x, (y - spot.y * height) / width) / spot.radius
      mirrored[x] = away < 1 ? 330 * (1 - away * away) ** 1.5 : 0
    }
  }
}

/** Normally distributed values to walk through: one table serves every pixel of a picture. */
function makeNoiseTable(random: Random, deviation: number): Int8Array {
  const table = new Int8Array(1 << 16)
  for (let index = 0; index < table.length; index += 1) {
    const sum = random.next() + random.next() + random.next() + random.next() - 2
    // Four uniform values have a variance of 4/12.
    table[index] = Math.max(-127, Math.min(127, Math.round(sum * Math.sqrt(3) * deviation)))
  }
  return table
}
