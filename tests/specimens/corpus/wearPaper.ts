import type { Raster } from '../pictures/raster'
import type { Random } from '../random'

/** What use leaves on a paper of the tuning world, in place: fibres, creases any way, a curled edge, a dog-ear. */
export function wearPaper(art: Raster, isCard: boolean, random: Random): void {
  if (random.chance(0.6)) {
    addFibres(art, random.fork('fibres'), random.between(0.5, 3.5))
  }
  if (isCard) {
    return
  }
  const creases = random.pick([0, 0, 0, 1, 2, 4] as const)
  for (let index = 0; index < creases; index += 1) {
    addCrease(art, random.fork(`crease/${String(index)}`))
  }
  if (random.chance(0.25)) {
    curlEdge(art, random.fork('curl'))
  }
  if (random.chance(0.15)) {
    foldCorner(art, random.fork('corner'))
  }
}

/** Grain of the paper itself, which every picture of it shows at the same place. */
function addFibres({ width, height, data }: Raster, random: Random, strength: number): void {
  const table = Float32Array.from({ length: 4093 }, () => random.between(-2, 2) * strength)
  let place = 0
  for (let at = 0; at < width * height * 4; at += 4) {
    place = (place + 1 + (at & 28)) % table.length
    shade(data, at, table[place] ?? 0)
  }
}

/** A line along which the paper was folded: dark on one side, light on the other. */
function addCrease(art: Raster, random: Random): void {
  const { width, height, data } = art
  const angle = random.chance(0.6)
    ? random.pick([0, Math.PI / 2] as const) + random.between(-0.02, 0.02)
    : random.between(0, Math.PI)
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)]
  const offset = nx * width * random.between(0.2, 0.8) + ny * height * random.between(0.2, 0.8)
  const wide = random.between(1.5, 5)
  const depth = random.between(8, 30)
  const tilt = random.between(-7, 7)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const away = nx * x + ny * y - offset
      const near = Math.abs(away) < wide ? -depth * (1 - Math.abs(away) / wide) : 0
      const beside = away > 0 && away < wide * 2.5 ? depth * 0.4 : 0
      // Beyond the crease the paper leans to or from the light.
      const slope = away > 0 ? tilt * Math.exp(-away / (width * 0.3)) : 0
      shade(data, (y * width + x) * 4, near + beside + slope)
    }
  }
}

/** One edge bends away from the light. */
function curlEdge({ width, height, data }: Raster, random: Random): void {
  const side = random.int(0, 3)
  const reach = (side < 2 ? width : height) * random.between(0.03, 0.12)
  const depth = random.between(12, 44) * (random.chance(0.75) ? -1 : 0.4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const away = [x, width - x, y, height - y][side] ?? 0
      if (away < reach) {
        shade(data, (y * width + x) * 4, depth * (1 - away / reach) ** 2)
      }
    }
  }
}

/** A corner that is folded over: its triangle shows the back, and what lay beyond shows the desk. */
function foldCorner({ width, height, data }: Raster, random: Random): void {
  const corner = random.int(0, 3)
  const reach = width * random.between(0.015, 0.045)
  for (let y = 0; y < reach; y += 1) {
    for (let x = 0; x < reach; x += 1) {
      const px = corner % 2 === 0 ? x : width - 1 - x
      const py = corner < 2 ? y : height - 1 - y
      const at = (Math.floor(py) * width + Math.floor(px)) * 4
      if (x + y < reach * 0.98) {
        data[at + 3] = 0
      } else {
        const level = 214 + 20 * ((x + y - reach) / reach)
        data.fill(level, at, at + 3)
      }
    }
  }
}

function shade(data: Buffer, at: number, added: number): void {
  for (let channel = at; channel < at + 3; channel += 1) {
    const level = (data[channel] ?? 0) + added
    data[channel] = level < 0 ? 0 : level > 255 ? 255 : level
  }
}
